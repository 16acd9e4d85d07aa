package sandglass.capsule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

/**
 * Writes capsules as JSON, to be read by {@link CapsuleReader} and by people: the fields always in
 * the same order, every limit and the whole world said, texts of several lines as lists of lines.
 * Pure; may be called from any thread.
 */
public final class CapsuleWriter {
  private CapsuleWriter() {}

  /** The file's text, with a line end. Equal files give equal texts. */
  public static String write(CapsuleFile file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(CapsuleReader.MARK_KEY, CapsuleReader.MARK).put("version", CapsuleFile.VERSION);
    root.put("name", file.name());
    program(root.putObject("program"), file.program());
    if (file.entry() instanceof Entry.Invoke invoke) {
      ObjectNode entry = root.putObject("entry").put("export", invoke.export());
      invoke.args().forEach(entry.putArray("args")::add);
    }
    limits(root.putObject("limits"), file.limits());
    WorldJson.put(root.putObject("world"), file.world());
    root.put("engine", file.engine().name().toLowerCase(Locale.ROOT));
    file.expected().ifPresent(expected -> ExpectedJson.put(root.putObject("expected"), expected));
    return JsonText.of(root);
  }

  private static void program(ObjectNode object, Code program) {
    switch (program) {
      case Code.Wat wat -> object.set("wat", Lines.write(wat.text()));
      case Code.Python python -> object.set("python", Lines.write(python.text()));
      case Code.Module module ->
          ContentJson.putBinary(object.putObject("module"), module.content());
      case Code.Script script -> {
        object.set("script", Lines.write(script.text()));
        interpreter(object.putObject("interpreter"), script.interpreter());
        if (!script.packages().isEmpty()) {
          ArrayNode packages = object.putArray("packages");
          script.packages().forEach(files -> WorldJson.putFiles(packages.addObject(), files));
        }
      }
    }
  }

  private static void interpreter(ObjectNode object, GivenInterpreter interpreter) {
    switch (interpreter.source()) {
      case GivenInterpreter.Source.Catalogued catalogued -> {
        object.put("id", catalogued.id());
        catalogued.sha256().ifPresent(digest -> object.put("sha256", digest));
      }
      case GivenInterpreter.Source.Own own -> ContentJson.putBinary(object, own.content());
    }
    interpreter.command().ifPresent(command -> object.put("command", command));
  }

  private static void limits(ObjectNode object, Limits limits) {
    object.put("fuel", limits.fuel()).put("memory_bytes", limits.memoryBytes());
    object.put(
        "timeout_ms", BigDecimal.valueOf(limits.timeout().toNanos(), 6).stripTrailingZeros());
    object
        .put("module_bytes", limits.moduleBytes())
        .put("output_bytes", limits.outputBytes())
        .put("file_bytes", limits.fileBytes())
        .put("table_elements", limits.tableElements());
  }
}
