package sandglass.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

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

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** What begins with a needless 0, and what is no number: infinity and the like. */
  private static final Pattern ODD_NUMBER =
      Pattern.compile("[-+]?0[0-9_].*|[-+]?\\.(?:inf|nan).*", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final JsonParser parser;
  private final Anchors anchors = new Anchors();

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
    return read(name, text, JSON);
  }

  /**
   * Reads one YAML document. Anchors and merge keys are resolved. A number that begins with a
   * needless 0 is a text: readers differ on what it is.
   *
   * @param name what to call it in messages: the file's name
   */
  public static Node yaml(String name, String text) throws DataException {
    return read(name, text, YAML);
  }

  private static Node read(String name, String text, JsonFactory factory) throws DataException {
    try (var parser = factory.createParser(text)) {
      var reader = new DataReader(name, parser);
      if (parser.nextToken() == null) {
        throw new DataException(name, "is empty");
      }
      var root = reader.value();
      if (parser.nextToken() != null) {
        throw reader.failure(
            factory == YAML
                ? "another document begins here (---); one is expected"
                : "there is more after the end; one value is expected");
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
      Problem known = factory == YAML ? YamlErrors.of(e) : null;
      if (known != null) {
        throw new DataException(name, List.of(known));
      }
      String message = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
      throw new DataException(name, List.of(new Problem(place(e.getLocation()), "", message)));
    } catch (IOException e) {
      throw new DataException(name, "cannot be read: " + e.getMessage());
    }
  }

  private Node value() throws IOException, DataException {
    if (!(parser instanceof YAMLParser yaml)) {
      return plainValue();
    }
    if (yaml.isCurrentAlias()) {
      Node node = anchors.get(yaml.getText());
      if (node == null) {
        throw failure("*" + yaml.getText() + " stands for nothing that comes before it");
      }
      return node;
    }
    String anchor = yaml.getObjectId();
    Node node = plainValue();
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Node number(Place place) throws IOException {
    if (parser instanceof YAMLParser) {
      String text = parser.getText();
      if (ODD_NUMBER.matcher(text).matches()) {
        return new Node.Text(place, text);
      }
    }
    return new Node.Decimal(place, parser.getDecimalValue());
  }

  private Node plainValue() throws IOException, DataException {
    Place place = place(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> tree(place);
      case START_ARRAY -> items(place);
      case VALUE_STRING -> new Node.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
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
    String wrong = parser instanceof YAMLParser ? anchors.merge(fields) : null;
    if (wrong != null) {
      throw new DataException(name, List.of(new Problem(place, "", wrong)));
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
