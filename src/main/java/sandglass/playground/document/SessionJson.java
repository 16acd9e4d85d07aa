package sandglass.playground.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of a session's documents as JSON; their texts are in files of their own. */
final class SessionJson {
  static final int MAX_DOCUMENTS = 1_000;

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_NAME = 255;

  private SessionJson() {}

  /**
   * A document in the list.
   *
   * @param unsaved whether its text is in a file beside the list
   * @param base digest of the text that the unsaved one is an edit of
   */
  record Entry(
      String id,
      Document.Language language,
      String name,
      Optional<Path> path,
      boolean dirty,
      boolean unsaved,
      String base,
      Draft.Caret caret,
      Document.Runner runner) {}

  /** The list; documents in order. */
  record Index(List<Entry> entries, Optional<String> current) {}

  static byte[] write(Index index) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    index.current().ifPresent(id -> json.put("current", id));
    var documents = json.putArray("documents");
    for (Entry entry : index.entries()) {
      var document = documents.addObject();
      document.put("id", entry.id());
      document.put("language", entry.language().name());
      document.put("name", entry.name());
      entry.path().ifPresent(path -> document.put("path", path.toString()));
      document.put("dirty", entry.dirty());
      document.put("unsaved", entry.unsaved());
      document.put("base", entry.base());
      document.put("line", entry.caret().line());
      document.put("column", entry.caret().column());
      if (entry.runner() != Document.Runner.COMPILED) {
        document.put("runner", entry.runner().name());
      }
    }
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JacksonException e) {
      throw new IllegalStateException("a tree of values can be written", e);
    }
  }

  /** What can be read of it; empty if it is no list at all. */
  static Optional<Index> read(byte[] bytes) {
    JsonNode json;
    try {
      json = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
    if (!json.path("documents").isArray()) {
      return Optional.empty();
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode document : json.get("documents")) {
      if (entries.size() < MAX_DOCUMENTS) {
        entry(document).ifPresent(entry -> entries.putIfAbsent(entry.id(), entry));
      }
    }
    Optional<String> current = Optional.ofNullable(json.path("current").textValue());
    return Optional.of(
        new Index(List.copyOf(entries.values()), current.filter(entries::containsKey)));
  }

  private static Optional<Entry> entry(JsonNode json) {
    String id = json.path("id").asText();
    String name = json.path("name").asText();
    if (id.isEmpty() || id.length() > MAX_NAME || name.isEmpty() || name.length() > MAX_NAME) {
      return Optional.empty();
    }
    for (var language : Document.Language.values()) {
      if (language.name().equals(json.path("language").asText())) {
        return Optional.of(
            new Entry(
                id,
                language,
                name,
                path(json.path("path").textValue()),
                json.path("dirty").asBoolean(),
                json.path("unsaved").asBoolean(),
                json.path("base").asText(),
                new Draft.Caret(json.path("line").asInt(1), json.path("column").asInt(1)),
                runner(json.path("runner").asText())));
      }
    }
    return Optional.empty();
  }

  private static Document.Runner runner(String name) {
    return Arrays.stream(Document.Runner.values())
        .filter(runner -> runner.name().equals(name))
        .findFirst()
        .orElse(Document.Runner.COMPILED);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
