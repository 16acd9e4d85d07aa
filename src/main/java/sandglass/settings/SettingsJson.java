package sandglass.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/**
 * Settings as one JSON object. A member that is wrong is left at its default; one that this version
 * does not know is kept, and written back.
 */
final class SettingsJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int MAX_ENTRIES = 100;
  private static final int MAX_NAME = 100;
  private static final int MAX_TEXT = 4_096;

  /** One member of the object. Its writer answers null for what is as it was at first. */
  private record Member(
      String name, Observable value, Consumer<JsonNode> read, Supplier<JsonNode> write) {}

  private final List<Member> members = new ArrayList<>();
  private final ObjectNode unknown = JsonNodeFactory.instance.objectNode();

  SettingsJson(Settings settings) {
    choice("theme", settings.theme(), Settings.Theme.class);
    number("zoom", settings.zoom());
    number("windowX", settings.windowX());
    number("windowY", settings.windowY());
    number("windowWidth", settings.windowWidth());
    number("windowHeight", settings.windowHeight());
    flag("maximized", settings.maximized());
    dividers(settings);
    recentFiles(settings);
    text("engine", settings.engine(), MAX_NAME);
    limits(settings);
    flag("wrapConsole", settings.wrapConsole());
    flag("watBeside", settings.watBeside());
    text("interpreterFile", settings.interpreterFile(), MAX_TEXT);
    text("interpreterCommand", settings.interpreterCommand(), MAX_TEXT);
    packages(settings);
    choice("graphAxis", settings.graphAxis(), Settings.GraphAxis.class);
  }

  /** What changes when a setting does. */
  List<Observable> values() {
    return members.stream().map(Member::value).toList();
  }

  /**
   * Sets all that the text gives, as far as it can be read.
   *
   * @return whether the text is whole
   */
  boolean read(byte[] json) {
    try (var parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        JsonNode value = MAPPER.readTree(parser);
        set(name, value);
      }
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
  }

  private void set(String name, JsonNode value) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        member.read().accept(value);
        return;
      }
    }
    unknown.set(name, value);
  }

  /** The settings as they are now. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Member member : members) {
      JsonNode value = member.write().get();
      if (value != null) {
        json.set(member.name(), value);
      }
    }
    return json.setAll(unknown);
  }

  static byte[] bytes(ObjectNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JacksonException e) {
      throw new IllegalStateException("a tree of values can be written", e);
    }
  }

  private static boolean finite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  private void number(String name, DoubleProperty property) {
    members.add(
        new Member(
            name,
            property,
            node -> {
              if (finite(node)) {
                property.set(node.doubleValue());
              }
            },
            () -> Double.isNaN(property.get()) ? null : DoubleNode.valueOf(property.get())));
  }

  private void text(String name, StringProperty property, int most) {
    members.add(
        new Member(
            name,
            property,
            node -> {
              if (node.isTextual() && node.textValue().length() <= most) {
                property.set(node.textValue());
              }
            },
            () -> TextNode.valueOf(property.get())));
  }

  private void flag(String name, BooleanProperty property) {
    members.add(
        new Member(
            name,
            property,
            node -> {
              if (node.isBoolean()) {
                property.set(node.booleanValue());
              }
            },
            () -> BooleanNode.valueOf(property.get())));
  }

  private <E extends Enum<E>> void choice(String name, ObjectProperty<E> property, Class<E> type) {
    members.add(
        new Member(
            name,
            property,
            node -> {
              for (E constant : type.getEnumConstants()) {
                if (node.isTextual() && node.textValue().equalsIgnoreCase(constant.name())) {
                  property.set(constant);
                }
              }
            },
            () -> TextNode.valueOf(property.get().name().toLowerCase(Locale.ROOT))));
  }

  private void dividers(Settings settings) {
    DoublePredicate inside = position -> position >= 0 && position <= 1;
    members.add(
        new Member(
            "dividers",
            settings.dividers(),
            node ->
                node.properties().stream()
                    .filter(e -> e.getKey().length() <= MAX_NAME)
                    .filter(e -> finite(e.getValue()) && inside.test(e.getValue().doubleValue()))
                    .limit(MAX_ENTRIES)
                    .forEach(e -> settings.dividers().put(e.getKey(), e.getValue().doubleValue())),
            () -> {
              ObjectNode json = JsonNodeFactory.instance.objectNode();
              new TreeMap<>(settings.dividers())
                  .forEach(
                      (name, position) -> {
                        if (inside.test(position)) {
                          json.put(name, position);
                        }
                      });
              return json;
            }));
  }

  private void limits(Settings settings) {
    members.add(
        new Member(
            "limits",
            settings.limits(),
            node ->
                node.properties().stream()
                    .filter(e -> e.getKey().length() <= MAX_NAME)
                    .filter(e -> e.getValue().isIntegralNumber())
                    .filter(e -> e.getValue().canConvertToLong() && e.getValue().longValue() >= 0)
                    .limit(MAX_ENTRIES)
                    .forEach(e -> settings.limits().put(e.getKey(), e.getValue().longValue())),
            () -> {
              ObjectNode json = JsonNodeFactory.instance.objectNode();
              new TreeMap<>(settings.limits()).forEach(json::put);
              return json;
            }));
  }

  private void packages(Settings settings) {
    members.add(
        new Member(
            "packages",
            settings.packages(),
            node -> {
              List<Path> folders = new ArrayList<>();
              if (node.isArray()) {
                for (JsonNode element : node) {
                  addPath(folders, element);
                }
              }
              settings.packages().setAll(folders);
            },
            () -> {
              var json = JsonNodeFactory.instance.arrayNode();
              settings.packages().forEach(folder -> json.add(folder.toString()));
              return json;
            }));
  }

  private void recentFiles(Settings settings) {
    members.add(
        new Member(
            "recentFiles",
            settings.recentFiles(),
            node -> {
              List<Path> files = new ArrayList<>();
              if (node.isArray()) {
                for (JsonNode element : node) {
                  addPath(files, element);
                }
              }
              for (Path file : files.reversed()) {
                settings.addRecent(file);
              }
            },
            () -> {
              var json = JsonNodeFactory.instance.arrayNode();
              settings.recentFiles().forEach(file -> json.add(file.toString()));
              return json;
            }));
  }

  private static void addPath(List<Path> files, JsonNode element) {
    if (!element.isTextual() || files.size() == Settings.MAX_RECENT_FILES) {
      return;
    }
    try {
      Path file = Path.of(element.textValue());
      if (file.isAbsolute()) {
        files.add(file);
      }
    } catch (InvalidPathException e) {
      // No such name can be on this system, so no such file either.
    }
  }
}
