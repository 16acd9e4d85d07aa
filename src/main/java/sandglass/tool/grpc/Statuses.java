package sandglass.tool.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sandglass.data.Problem;
import sandglass.tool.ToolException;

/**
 * What is wrong with a call as a gRPC status: the fields are named in its description, and once
 * more in {@code google.rpc.BadRequest} details, for programs.
 */
final class Statuses {
  /** Clients take 8 KiB of headers, where a byte of text may need three. */
  private static final int MAX_BYTES = 1_000;

  private Statuses() {}

  /** The status of a call that a tool did not take. */
  static StatusRuntimeException of(ToolException e) {
    return switch (e.kind()) {
      case INVALID -> of(Code.INVALID_ARGUMENT, e.problems());
      case UNKNOWN_TOOL ->
          of(
              Code.INVALID_ARGUMENT,
              e.problems().stream()
                  .map(p -> new Problem(p.place(), "tool_name", p.message()))
                  .toList());
      case FORBIDDEN -> of(Code.PERMISSION_DENIED, e.problems());
      case BUSY -> of(Code.RESOURCE_EXHAUSTED, e.problems());
    };
  }

  /** The status of a request of the wrong form. */
  static StatusRuntimeException invalid(List<Problem> problems) {
    return of(Code.INVALID_ARGUMENT, problems);
  }

  private static StatusRuntimeException of(Code code, List<Problem> problems) {
    var description = new StringBuilder();
    var request = BadRequest.newBuilder();
    int bytes = 0;
    for (var problem : problems) {
      String text = problem.path().isEmpty() ? "" : problem.path() + ": ";
      text += problem.message().lines().findFirst().orElse("");
      bytes += text.getBytes(StandardCharsets.UTF_8).length + 2;
      if (bytes > MAX_BYTES && !description.isEmpty()) {
        break;
      }
      text = cut(text);
      description.append(description.isEmpty() ? "" : "; ").append(text);
      if (!problem.path().isEmpty()) {
        request
            .addFieldViolationsBuilder()
            .setField(cut(problem.path()))
            .setDescription(cut(problem.message()));
      }
    }
    var status = Status.newBuilder().setCode(code.getNumber()).setMessage(description.toString());
    if (request.getFieldViolationsCount() > 0) {
      status.addDetails(Any.pack(request.build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  /** Keeps what fits, whole characters only. */
  private static String cut(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        return text.substring(0, i) + "…";
      }
      i += Character.charCount(point);
    }
    return text;
  }
}
