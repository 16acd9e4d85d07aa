package sandglass.capsule;

import java.util.ArrayList;
import java.util.List;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

/**
 * A capsule as a {@code wasmtime run}, as near as that comes. The options are those of wasmtime 49:
 * {@code -W fuel,max-memory-size,max-table-elements,timeout}, {@code --dir HOST::GUEST}, {@code
 * --env}, {@code --invoke}, {@code --argv0}.
 */
final class WasmtimeText {
  private final CapsuleFile file;
  private final Materials materials;
  private final ShellLine line = new ShellLine();

  private WasmtimeText(CapsuleFile file) {
    this.file = file;
    materials = new Materials(file);
  }

  static Shared of(CapsuleFile file) {
    return new WasmtimeText(file).shared();
  }

  private Shared shared() {
    var stdin = materials.shortStdin();
    stdin.ifPresent(text -> line.add("printf", "%s", text).raw("|"));
    line.add("wasmtime", "run");
    limits();
    world();
    if (file.program() instanceof Code.Script script) {
      script(script);
    } else {
      module();
    }
    if (stdin.isEmpty()) {
      line.raw("<").add(materials.stdinFile().orElse("/dev/null"));
    }
    losses();
    return new Shared(line.toString(), materials.notes());
  }

  private void limits() {
    Limits limits = file.limits();
    long fuel = limits.fuel();
    if (file.program() instanceof Code.Script) {
      // There, what the interpreter uses until it reads its script counts as well.
      fuel = Math.min(Limits.MAX_FUEL, fuel + 2 * Interpreter.PYTHON_START_FUEL);
    }
    line.add(
        "-W",
        "fuel=%d,max-memory-size=%d,max-table-elements=%d,timeout=%s"
            .formatted(
                fuel,
                limits.memoryBytes(),
                limits.tableElements(),
                CommandLineText.time(limits.timeout())));
  }

  private void world() {
    for (GivenFolder folder : file.world().folders()) {
      String host = materials.folder(folder.files(), folder.guest());
      line.option("--dir", host + "::" + folder.guest());
      folder.also().forEach(name -> line.option("--dir", host + "::" + name));
      materials.note(
          folder.writable()
              ? "wasmtime lets the guest change the folder itself, not a copy"
              : "wasmtime lets the guest change the folder, which is read-only here");
    }
    file.world().env().forEach((name, value) -> line.option("--env", name + "=" + value));
  }

  private void module() {
    String program = materials.program();
    if (file.program() instanceof Code.Python) {
      String compiled = program.replaceFirst("\\.py$", "") + ".wasm";
      materials.note(
          "compile it first: sandglass compile "
              + ShellLine.quoted(program)
              + " -o "
              + ShellLine.quoted(compiled));
      program = compiled;
    }
    if (!Materials.lastPart(program).equals(file.name())) {
      line.add("--argv0=" + file.name());
    }
    List<String> args = file.world().args();
    if (file.entry() instanceof Entry.Invoke invoke) {
      line.option("--invoke", invoke.export());
      args = invoke.args();
    }
    line.add(program.startsWith("-") ? "./" + program : program).add(args.toArray(String[]::new));
  }

  private void script(Code.Script script) {
    String module =
        switch (script.interpreter().source()) {
          case Source.Own own -> materials.interpreter(own.content());
          case Source.Catalogued catalogued -> {
            materials.note(
                "`sandglass interpreter list` says where the module of "
                    + catalogued.id()
                    + " is; name it "
                    + catalogued.id()
                    + ".wasm");
            yield catalogued.id() + ".wasm";
          }
        };
    CommandTemplate command = CommandTemplate.FILE;
    try {
      command =
          CommandTemplate.parse(script.interpreter().command().orElse("{script-file} {args}"));
    } catch (InterpreterException e) {
      materials.note(e.getMessage());
    }
    String text = script.text();
    if (command.usesFile()) {
      String saved = materials.program();
      materials.note("put it alone into a folder script");
      line.option("--dir", "script::" + Interpreter.SCRIPT_FOLDER);
      text = Interpreter.SCRIPT_FOLDER + "/" + saved;
    }
    packages(script.packages());
    String name = Materials.lastPart(module).replaceFirst("\\.wasm$", "");
    List<String> argv = command.expand(name, text, file.world().args());
    line.add("--argv0=" + argv.getFirst(), module);
    line.add(argv.subList(1, argv.size()).toArray(String[]::new));
  }

  private void packages(List<GivenFolder.Files> packages) {
    var guests = new ArrayList<String>();
    for (GivenFolder.Files files : packages) {
      int number = guests.size() + 1;
      String guest = Interpreter.PACKAGES_FOLDER + (number == 1 ? "" : String.valueOf(number));
      guests.add(guest);
      line.option("--dir", materials.folder(files, guest) + "::" + guest);
    }
    if (!guests.isEmpty()) {
      line.option("--env", "PYTHONPATH=" + String.join(":", guests));
    }
  }

  private void losses() {
    materials.note("clock and random numbers are real ones in wasmtime");
    if (file.limits().outputBytes() != Limits.DEFAULT.outputBytes()
        || file.limits().fileBytes() != Limits.DEFAULT.fileBytes()) {
      materials.note("wasmtime limits neither output nor files");
    }
  }
}
