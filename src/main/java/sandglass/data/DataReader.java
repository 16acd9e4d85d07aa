package sandglass.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads JSON and YAML into {@link Node}s. Pure; may be called from any thread. */
public final class DataReader {
  /** Objects and lists within each other. */
  public static final int MAX_DEPTH = 100;

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxNumberLength(1_000)
          .maxNameLength(10_000)
          .maxStringLength(Integer.MAX_VALUE) // as long as what was read, which is bounded
          .build();

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final String name;
  private final JsonParser parser;

  private DataReader(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /**
   * Reads one JSON value.
   *
   * @param name what to call it in messages: the file's name
   */
  public static Node json(String name, String text) throws DataException {
    try (var parser = JSON.createParser(text)) {
      var reader = new DataReader(name, parser);
      if (parser.nextToken() == null) {
        throw new DataException(name, "is empty");
      }
      var root = reader.value();
      if (parser.nextToken() != null) {
        throw reader.failure("there is more after the end; one value is expected");
      }
      return root;
    } catch (StreamConstraintsException e) {
      throw new DataException(
          name,
          List.of(
              new Problem(
                  place(e.getLocation()),
                  "",
                  e.getOriginalMessage().contains("nesting")
                      ? "more than " + MAX_DEPTH + " objects and lists within each other"
                      : e.getOriginalMessage())));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      String message = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
      throw new DataException(name, List.of(new Problem(place(e.getLocation()), "", message)));
    } catch (IOException e) {
      throw new DataException(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads one YAML document. Anchors and merge keys are resolved. A number that begins with a
   * needless 0 is a text: readers differ on what it is.
   *
   * @param name what to call it in messages: the file's name
   */
  public static Node yaml(String name, String text) throws DataException {
    return YamlReader.read(name, text);
  }

  private Node value() throws IOException, DataException {
    Place place = place(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> tree(place);
      case START_ARRAY -> items(place);
      case VALUE_STRING -> new Node.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Decimal(place, parser.getDecimalValue());
      case VALUE_TRUE -> new Node.Flag(place, true);
      case VALUE_FALSE -> new Node.Flag(place, false);
      case VALUE_NULL -> new Node.Nothing(place);
      default -> throw failure("cannot be read here");
    };
  }

  private Node tree(Place place) throws IOException, DataException {
    var fields = new LinkedHashMap<String, Node.Field>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place at = place(parser.currentTokenLocation());
      String key = parser.currentName();
      parser.nextToken();
      if (fields.put(key, new Node.Field(at, value())) != null) {
        throw new DataException(
            name, List.of(new Problem(at, key, "is there twice; leave one of them out")));
      }
    }
    return new Node.Tree(place, fields);
  }

  private Node items(Place place) throws IOException, DataException {
    var values = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Node.Items(place, values);
  }

  private DataException failure(String message) {
    var place = place(parser.currentTokenLocation());
    return new DataException(name, List.of(new Problem(place, "", message)));
  }

  private static Place place(JsonLocation location) {
    return location == null
        ? Place.NONE
        : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }
}
