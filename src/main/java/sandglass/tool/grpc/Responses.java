package sandglass.tool.grpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import sandglass.tool.ToolResult;
import sandglass.tool.grpc.proto.ToolCallResponse;

/**
 * Results as responses. A response has at most {@value #MAX_BYTES} bytes, for clients take 4 MiB
 * unless they are told otherwise: beyond that the metadata's lists, then the texts are cut, and the
 * metadata's {@code shortened} names what was.
 */
final class Responses {
  static final int MAX_BYTES = (4 << 20) - (64 << 10);

  /** Bytes of UTF-8 that each text keeps where it has to be cut. */
  private static final int TEXT_BYTES = 3 << 19;

  private Responses() {}

  static ToolCallResponse of(ToolResult result) {
    var response = response(result, result.metadata(), List.of());
    if (response.getSerializedSize() <= MAX_BYTES) {
      return response;
    }
    var shortened = new ArrayList<String>();
    var metadata = withoutLists(result.metadata(), shortened);
    response = response(result, metadata, shortened);
    if (response.getSerializedSize() <= MAX_BYTES) {
      return response;
    }
    String output = cut(result.output(), "output", shortened);
    String error = cut(result.error(), "error", shortened);
    var less =
        new ToolResult(result.tool(), result.success(), output, error, result.exitCode(), metadata);
    return response(less, metadata, shortened);
  }

  private static ToolCallResponse response(
      ToolResult result, ObjectNode metadata, List<String> shortened) {
    var response =
        ToolCallResponse.newBuilder()
            .setTool(result.tool())
            .setSuccess(result.success())
            .setOutput(result.output())
            .setError(result.error())
            .setMetadata(Structs.struct(metadata));
    result.exitCode().ifPresent(response::setExitCode);
    if (!shortened.isEmpty()) {
      var names = Value.newBuilder();
      shortened.forEach(
          name -> names.getListValueBuilder().addValuesBuilder().setStringValue(name));
      response.getMetadataBuilder().putFields("shortened", names.build());
    }
    return response.build();
  }

  private static ObjectNode withoutLists(ObjectNode metadata, List<String> shortened) {
    var copy = metadata.objectNode();
    for (var field : metadata.properties()) {
      if (field.getValue() instanceof ArrayNode list && !list.isEmpty()) {
        shortened.add(field.getKey());
        copy.putArray(field.getKey());
      } else {
        copy.set(field.getKey(), field.getValue());
      }
    }
    return copy;
  }

  private static String cut(String text, String name, List<String> shortened) {
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > TEXT_BYTES) {
        shortened.add(name);
        return text.substring(0, i);
      }
      i += Character.charCount(point);
    }
    return text;
  }
}
