package sandglass.tool.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import sandglass.data.DataReader;

/** Reads messages, of which nothing is known but how long they may be. Pure. */
final class Incoming {
  /** What a line turned out to be. */
  sealed interface Read {
    /** A message. */
    record Message(JSONRPCMessage message) implements Read {}

    /** A request that is none: the answer says why. */
    record Refused(Object id, Failure failure) implements Read {}

    /** Nothing that could be answered by id. */
    record Garbage(Failure failure) implements Read {}
  }

  /** Reads JSON as it may come from anybody. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DataReader.MAX_DEPTH)
                          .maxNumberLength(1_000)
                          .maxNameLength(10_000)
                          .maxStringLength(Integer.MAX_VALUE) // lines are bounded
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final TypeReference<Object> ANYTHING = new TypeReference<>() {};

  private Incoming() {}

  /**
   * Reads a line: a message, or the several of a batch, or none if it is blank.
   *
   * @throws IOException if the stream fails; what is wrong with the line is never an exception
   */
  static List<Read> read(MessageLine line) throws IOException {
    try (var parser = MAPPER.createParser(line)) {
      if (parser.nextToken() == null) {
        return List.of();
      }
      Object value = MAPPER.readValue(parser, ANYTHING);
      if (parser.nextToken() != null) {
        return garbage("there is more after the message's end; a line holds one message");
      }
      return messages(value);
    } catch (MessageLine.TooLongException e) {
      return List.of(new Read.Garbage(Failure.invalid(e.getMessage() + "; this one has more")));
    } catch (StreamConstraintsException e) {
      return garbage(
          e.getOriginalMessage().contains("nesting")
              ? "more than " + DataReader.MAX_DEPTH + " objects and lists within each other"
              : firstLine(e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where = place == null ? "" : "column " + Math.max(1, place.getColumnNr()) + ": ";
      return garbage(where + firstLine(e.getOriginalMessage()));
    } catch (OutOfMemoryError e) {
      return List.of(
          new Read.Garbage(
              Failure.invalid("too large for the memory there is; raise Java's -Xmx")));
    }
  }

  private static List<Read> garbage(String why) {
    return List.of(new Read.Garbage(Failure.unreadable("not JSON: " + why)));
  }

  private static String firstLine(String text) {
    return text == null ? "cannot be read" : text.lines().findFirst().orElse("cannot be read");
  }

  private static List<Read> messages(Object value) {
    if (!(value instanceof List<?> batch)) {
      return List.of(message(value));
    }
    return batch.isEmpty()
        ? List.of(new Read.Garbage(Failure.invalid("the batch is empty")))
        : batch.stream().map(Incoming::message).toList();
  }

  private static Read message(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      return new Read.Garbage(Failure.invalid("a message is an object"));
    }
    Object id = fields.get("id");
    boolean answerable = id instanceof String || id instanceof Integer || id instanceof Long;
    if (fields.containsKey("id") && !answerable) {
      return new Read.Garbage(Failure.invalid("id: must be a text or a whole number"));
    }
    if (!"2.0".equals(fields.get("jsonrpc"))) {
      return refused(id, "jsonrpc: must be \"2.0\"");
    }
    if (fields.containsKey("method")) {
      return fields.get("method") instanceof String method
          ? new Read.Message(
              id == null
                  ? new JSONRPCNotification(method, fields.get("params"))
                  : new JSONRPCRequest(method, id, fields.get("params")))
          : refused(id, "method: must be a text");
    }
    if (id != null && (fields.containsKey("result") || fields.containsKey("error"))) {
      // No request was sent to the client, so whatever it answers is nobody's.
      return new Read.Message(JSONRPCResponse.result(id, Map.of()));
    }
    return refused(id, "method: is missing");
  }

  private static Read refused(Object id, String why) {
    var failure = Failure.invalid(why);
    return id == null ? new Read.Garbage(failure) : new Read.Refused(id, failure);
  }
}
