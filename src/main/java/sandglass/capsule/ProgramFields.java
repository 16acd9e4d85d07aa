package sandglass.capsule;

import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.data.Fields;

/** Reads the program. */
final class ProgramFields {
  private ProgramFields() {}

  static Optional<Code> read(Fields fields) {
    var key = ContentFields.one(fields, "wat", "python", "script", "module");
    Optional<Code> code =
        key.isEmpty()
            ? Optional.empty()
            : switch (key.get()) {
              case "wat" -> Lines.read(fields, "wat").map(Code.Wat::new);
              case "python" -> Lines.read(fields, "python").map(Code.Python::new);
              case "script" -> script(fields);
              default -> fields.object("module").flatMap(ProgramFields::module);
            };
    if (key.isEmpty() || !key.get().equals("script")) {
      onlyForScripts(fields, "interpreter");
      onlyForScripts(fields, "packages");
    }
    fields.end();
    return code;
  }

  private static void onlyForScripts(Fields fields, String key) {
    fields.node(key);
    if (fields.has(key)) {
      fields.problem(key, "is for a script; leave it out");
    }
  }

  private static Optional<Code> module(Fields fields) {
    Optional<Code> code = ContentFields.read(fields, "base64", "path").map(Code.Module::new);
    fields.end();
    return code;
  }

  private static Optional<Code> script(Fields fields) {
    var text = Lines.read(fields, "script");
    var packages = FolderFields.packages(fields);
    if (!fields.has("interpreter")) {
      fields.node("interpreter");
      fields.problem("interpreter", "is missing; write for example {\"id\": \"cpython\"}");
      return Optional.empty();
    }
    return fields
        .object("interpreter")
        .flatMap(ProgramFields::interpreter)
        .flatMap(interpreter -> text.map(source -> new Code.Script(source, interpreter, packages)));
  }

  private static Optional<GivenInterpreter> interpreter(Fields fields) {
    var command = fields.text("command");
    Optional<GivenInterpreter.Source> source;
    if (fields.has("id") && !fields.has("path") && !fields.has("base64")) {
      var id = fields.text("id");
      var sha256 = ContentFields.digest(fields, "sha256");
      source = id.map(name -> new GivenInterpreter.Source.Catalogued(name, sha256));
    } else {
      source =
          ContentFields.read(fields, "id", "path", "base64").map(GivenInterpreter.Source.Own::new);
    }
    fields.end();
    return source.map(from -> new GivenInterpreter(from, command));
  }
}
