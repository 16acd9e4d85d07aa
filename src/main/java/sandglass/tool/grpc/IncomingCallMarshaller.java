package sandglass.tool.grpc;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import sandglass.data.DataReader;
import sandglass.data.Place;
import sandglass.data.Problems;
import sandglass.tool.ToolCall;
import sandglass.tool.grpc.proto.ToolCallRequest;

/**
 * Reads requests. What cannot be read is a request with problems rather than an exception, which
 * gRPC would answer with {@code UNKNOWN}: the client is to be told what is wrong.
 */
final class IncomingCallMarshaller implements Marshaller<IncomingCall> {
  /** Messages within each other: three for each object of a {@code Struct}, and those around. */
  private static final int RECURSION = 3 * DataReader.MAX_DEPTH + 20;

  @Override
  public IncomingCall parse(InputStream stream) {
    var problems = new Problems("tool call");
    try {
      var input = CodedInputStream.newInstance(stream);
      input.setRecursionLimit(RECURSION);
      // gRPC has checked the size, which may be larger than protobuf's own bound.
      input.setSizeLimit(Integer.MAX_VALUE);
      var request = ToolCallRequest.parseFrom(input);
      input.checkLastTagWas(0);
      return call(request, problems);
    } catch (InvalidProtocolBufferException e) {
      String message = String.valueOf(e.getMessage());
      boolean deep = message.contains("nesting");
      problems.add(
          Place.NONE,
          deep ? "parameters" : "",
          deep ? Structs.TOO_DEEP : "is not a ToolCallRequest: the message is damaged");
      return IncomingCall.wrong("", problems);
    } catch (IOException e) {
      problems.add(Place.NONE, "", "cannot be read: " + e.getMessage());
      return IncomingCall.wrong("", problems);
    }
  }

  private static IncomingCall call(ToolCallRequest request, Problems problems) {
    if (request.getToolName().isEmpty()) {
      problems.add(Place.NONE, "tool_name", "is missing; DiscoverTools lists the tools");
    }
    var parameters = Structs.tree(request.getParameters(), "parameters", problems);
    return problems.isEmpty()
        ? new IncomingCall(new ToolCall(request.getToolName(), parameters), problems)
        : IncomingCall.wrong(request.getToolName(), problems);
  }

  @Override
  public InputStream stream(IncomingCall value) {
    throw new UnsupportedOperationException("the server sends no requests");
  }
}
