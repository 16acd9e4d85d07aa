package sandglass.capsule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/** A capsule as a {@code sandglass run} that does the same; what is as usual is left out. */
final class CommandLineText {
  private final CapsuleFile file;
  private final Materials materials;
  private final ShellLine line = new ShellLine();

  private CommandLineText(CapsuleFile file) {
    this.file = file;
    materials = new Materials(file);
  }

  static Shared of(CapsuleFile file) {
    return new CommandLineText(file).shared();
  }

  private Shared shared() {
    var stdin = materials.shortStdin();
    stdin.ifPresent(text -> line.add("printf", "%s", text).raw("|"));
    line.add("sandglass", "run");
    if (file.program() instanceof Code.Script script) {
      interpreter(script);
    }
    limits(file.program() instanceof Code.Script ? Interpreter.LIMITS : Limits.DEFAULT);
    world();
    if (stdin.isPresent()) {
      line.option("--stdin", "-");
    } else {
      materials.stdinFile().ifPresent(name -> line.option("--stdin", name));
    }
    if (file.engine() == Engine.INTERPRETER) {
      line.option("--engine", "interpreter");
    }
    String program = materials.program();
    name(program);
    List<String> args = file.world().args();
    if (file.entry() instanceof Entry.Invoke invoke) {
      if (!args.isEmpty()) {
        materials.note("the guest's own arguments are lost: an export is called with its own");
      }
      line.option("--invoke", invoke.export());
      args = invoke.args();
    }
    line.add(program.startsWith("-") ? "./" + program : program);
    if (!args.isEmpty()) {
      line.add("--").add(args.toArray(String[]::new));
    }
    return new Shared(line.toString(), materials.notes());
  }

  private void interpreter(Code.Script script) {
    switch (script.interpreter().source()) {
      case Source.Catalogued catalogued -> line.option("--interpreter", catalogued.id());
      case Source.Own own -> line.option("--interpreter", materials.interpreter(own.content()));
    }
    script
        .interpreter()
        .command()
        .filter(command -> !command.equals(CommandTemplate.FILE.toString()))
        .ifPresent(command -> line.option("--interpreter-args", command));
    script
        .packages()
        .forEach(files -> line.option("--packages", materials.folder(files, "packages")));
  }

  private void limits(Limits usual) {
    Limits limits = file.limits();
    count("--fuel", limits.fuel(), usual.fuel());
    size("--memory", limits.memoryBytes(), usual.memoryBytes());
    if (!limits.timeout().equals(usual.timeout())) {
      line.option("--timeout", time(limits.timeout()));
    }
    size("--module-size", limits.moduleBytes(), usual.moduleBytes());
    size("--output", limits.outputBytes(), usual.outputBytes());
    size("--files", limits.fileBytes(), usual.fileBytes());
    count("--table-elements", limits.tableElements(), usual.tableElements());
  }

  private void count(String option, long value, long usual) {
    if (value != usual) {
      line.option(option, String.valueOf(value));
    }
  }

  private void size(String option, long bytes, long usual) {
    if (bytes != usual) {
      boolean whole = bytes > 0 && bytes % (1 << 20) == 0;
      line.option(option, whole ? (bytes >> 20) + "MiB" : String.valueOf(bytes));
    }
  }

  /** In the largest unit that is exact. */
  static String time(Duration time) {
    long nanos = time.toNanos();
    return nanos % 1_000_000_000 == 0
        ? nanos / 1_000_000_000 + "s"
        : nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms" : nanos + "ns";
  }

  private void world() {
    var world = file.world();
    for (GivenFolder folder : world.folders()) {
      String host = materials.folder(folder.files(), folder.guest());
      String mode = folder.writable() ? ":rw" : folder.guest().matches(".*:r[wo]") ? ":ro" : "";
      line.option("--dir", host + "::" + folder.guest() + mode);
      if (host.contains("::")) {
        materials.note("rename the folder " + ShortText.plain(host) + ": --dir cannot name it");
      }
      if (!folder.also().isEmpty()) {
        materials.note(
            "the folder's other names ("
                + ShortText.plain(String.join(", ", folder.also()))
                + ") are lost");
      }
    }
    world.env().forEach((name, value) -> line.option("--env", name + "=" + value));
    if (world.clock() != Clock.VIRTUAL) {
      line.option("--clock", world.clock().name().toLowerCase(Locale.ROOT));
    }
    Random random = world.random();
    if (random.mode() != Random.Mode.SEEDED) {
      line.option("--random", random.mode().name().toLowerCase(Locale.ROOT));
    } else if (random.seed() != 0) {
      line.option("--seed", String.valueOf(random.seed()));
    }
  }

  private void name(String program) {
    String shown = Materials.lastPart(program);
    if (!shown.equals(file.name())) {
      materials.note(
          "the guest is told that its name is "
              + ShortText.plain(shown)
              + ", not "
              + ShortText.plain(file.name()));
    }
  }
}
