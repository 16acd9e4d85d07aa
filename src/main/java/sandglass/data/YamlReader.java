package sandglass.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document from its parser's events. What is true, null or a number is as YAML 1.2
 * has it, so that {@code yes} is a text; what 1.1 and 1.2 take for different numbers is a text too.
 */
final class YamlReader {
  private static final int MAX_NUMBER = 1_000;
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F_]+");

  /** Without a needless 0 in front, which makes a number octal in YAML 1.1. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:0|[1-9][0-9_]*|(?=\\.[0-9]))(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]{1,9})?");

  private final String name;
  private final Parser parser;
  private final Anchors anchors = new Anchors();

  private YamlReader(String name, String text) {
    this.name = name;
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // as long as what was read, which is bounded
    parser = new ParserImpl(new StreamReader(text), options);
  }

  static Node read(String name, String text) throws DataException {
    try {
      return new YamlReader(name, text).document();
    } catch (MarkedYAMLException e) {
      throw new DataException(name, List.of(YamlErrors.problem(e)));
    } catch (YAMLException e) {
      throw new DataException(name, List.of(YamlErrors.problem(e, text)));
    }
  }

  private Node document() throws DataException {
    parser.getEvent(); // the stream's start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      throw new DataException(name, "is empty");
    }
    parser.getEvent(); // the document's start
    Node root = node(1);
    parser.getEvent(); // the document's end
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw failure(
          place(parser.peekEvent().getStartMark()),
          "another document begins here (---); one is expected");
    }
    return root;
  }

  private Node node(int depth) throws DataException {
    Event event = parser.getEvent();
    Place place = place(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      Node node = anchors.get(alias.getAnchor());
      if (node == null) {
        throw failure(place, "*" + alias.getAnchor() + " stands for nothing that comes before it");
      }
      return node;
    }
    if (depth > DataReader.MAX_DEPTH) {
      throw failure(
          place, "more than " + DataReader.MAX_DEPTH + " objects and lists within each other");
    }
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(place, scalar);
          case SequenceStartEvent _ -> items(place, depth);
          case MappingStartEvent _ -> tree(place, depth);
          default -> throw failure(place, "cannot be read here");
        };
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Node items(Place place, int depth) throws DataException {
    var values = new ArrayList<Node>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      values.add(node(depth + 1));
    }
    parser.getEvent();
    return new Node.Items(place, values);
  }

  private Node tree(Place place, int depth) throws DataException {
    var fields = new LinkedHashMap<String, Node.Field>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event event = parser.getEvent();
      Place at = place(event.getStartMark());
      if (!(event instanceof ScalarEvent key)) {
        throw failure(at, "a key must be a plain text");
      }
      if (fields.put(key.getValue(), new Node.Field(at, node(depth + 1))) != null) {
        throw new DataException(
            name,
            List.of(new Problem(at, key.getValue(), "is there twice; leave one of them out")));
      }
    }
    parser.getEvent();
    String wrong = anchors.merge(fields);
    if (wrong != null) {
      throw failure(place, wrong);
    }
    return new Node.Tree(place, fields);
  }

  private static Node scalar(Place place, ScalarEvent scalar) {
    String text = scalar.getValue();
    boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getTag() == null;
    if (!plain) {
      return new Node.Text(place, text);
    }
    if (NULL.contains(text)) {
      return new Node.Nothing(place);
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return new Node.Flag(place, TRUE.contains(text));
    }
    if (text.length() <= MAX_NUMBER) {
      String digits = text.replace("_", "");
      if (HEX.matcher(text).matches() && digits.length() > 2) {
        return new Node.Decimal(place, new BigDecimal(new BigInteger(digits.substring(2), 16)));
      }
      if (NUMBER.matcher(text).matches()) {
        return new Node.Decimal(place, new BigDecimal(digits.toLowerCase(Locale.ROOT)));
      }
    }
    return new Node.Text(place, text);
  }

  private DataException failure(Place place, String message) {
    return new DataException(name, List.of(new Problem(place, "", message)));
  }

  static Place place(Mark mark) {
    return mark == null ? Place.NONE : new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
