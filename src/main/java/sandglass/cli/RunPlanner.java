package sandglass.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.CapsuleOpener;
import sandglass.capsule.Content;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Interpreters;
import sandglass.program.Opened;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.program.ProgramOpener;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;

/** Makes of a command's FILE what runs, whatever kind of program it is. */
final class RunPlanner {
  private final Terminal terminal;
  private final Interpreters interpreters;
  private final boolean byPath;

  /**
   * @param byPath whether a capsule names modules rather than holding them
   */
  RunPlanner(Terminal terminal, Interpreters interpreters, boolean byPath) {
    this.terminal = terminal;
    this.interpreters = interpreters;
    this.byPath = byPath;
  }

  /** A module, text or simple Python. */
  PlannedRun program(String file, Entry entry, Limits limits, World world, Engine engine)
      throws ProgramException, CommandFailure {
    var program = Input.load(file, limits.moduleBytes(), terminal);
    return new PlannedRun(
        new Capsule(program.name(), program.wasm(), entry, limits, world, engine),
        (maker, stdin) ->
            maker.make(
                world.args().getFirst(),
                code(file, program, limits, maker),
                List.of(),
                entry,
                limits,
                world,
                stdin.orElse(Content.NONE),
                engine));
  }

  private Code code(String file, Program program, Limits limits, CapsuleMaker maker)
      throws ProgramException, CommandFailure {
    if (program.python().isPresent()) {
      if (ProgramOpener.open(Input.path(file), limits.moduleBytes())
          instanceof Opened.Text(var _, var _, var text)) {
        return new Code.Python(text);
      }
    } else if (program.source().isPresent()) {
      return new Code.Wat(program.source().get());
    }
    if (byPath && !file.equals("-")) {
      return new Code.Module(maker.there(Input.path(file), program.wasm()));
    }
    return new Code.Module(Content.of(program.wasm()));
  }

  /** A script for an interpreter. */
  PlannedRun script(
      String file, InterpreterOptions options, Limits limits, World world, Engine engine)
      throws ProgramException, CommandFailure, InterruptedException {
    var interpreter = options.load(interpreters, limits.moduleBytes(), terminal);
    interpreter.warning(limits).ifPresent(terminal::complain);
    var job = options.job(file, world.args().subList(1, world.args().size()), terminal);
    return new PlannedRun(
        interpreter.capsule(job, world, limits, engine),
        (maker, stdin) ->
            maker.make(
                job.name(),
                new Code.Script(
                    text(job), given(options.interpreter(), interpreter, maker), List.of()),
                job.packages(),
                Entry.START,
                limits,
                world,
                stdin.orElse(Content.NONE),
                engine));
  }

  private static String text(Interpreter.Job job) throws CommandFailure {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(job.source())).toString();
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitStatus.NOT_WRITTEN,
          job.name() + ": is not UTF-8, and so cannot be in a capsule; save the script as UTF-8");
    }
  }

  private static GivenInterpreter given(String source, Interpreter loaded, CapsuleMaker maker)
      throws ProgramException, CommandFailure {
    Optional<String> command =
        loaded.command().equals(CommandTemplate.FILE)
            ? Optional.empty()
            : Optional.of(loaded.command().toString());
    GivenInterpreter.Source from;
    if (sandglass.interpreter.Catalog.find(source).isPresent()) {
      String id = sandglass.interpreter.Catalog.find(source).get().id();
      from = new GivenInterpreter.Source.Catalogued(id, Optional.of(loaded.sha256()));
    } else if (source.startsWith("base64:")) {
      var module = ProgramLoader.fromBase64("interpreter", source.substring(7), Long.MAX_VALUE);
      from = new GivenInterpreter.Source.Own(Content.of(module.wasm()));
    } else {
      // By its path in any case: interpreters are large, and many scripts share one.
      String path = maker.path(Input.path(source));
      from = new GivenInterpreter.Source.Own(new Content.There(path, loaded.sha256()));
    }
    return new GivenInterpreter(from, command);
  }

  /**
   * A capsule.
   *
   * @param file what it says, and what the options change of it but its folders and its stdin
   * @param world changes its folders and its stdin
   */
  PlannedRun capsule(CapsuleFile file, Optional<Path> base, WorldChange world)
      throws CommandFailure, InterruptedException {
    Capsule own;
    try {
      own = new CapsuleOpener(interpreters).open(file, base).capsule();
    } catch (CapsuleException e) {
      throw new CommandFailure(ExitStatus.REJECTED, e.getMessage());
    }
    World changed = world.of(own.world());
    var capsule =
        new Capsule(own.name(), own.module(), own.entry(), own.limits(), changed, own.engine());
    return new PlannedRun(
        capsule, (maker, stdin) -> saved(file, base, own.world(), changed, maker, stdin));
  }

  /** What options change of a world. */
  interface WorldChange {
    World of(World own) throws CommandFailure;
  }

  /** Folders that options gave take the place of the capsule's own, as they did in the run. */
  private static CapsuleFile saved(
      CapsuleFile file,
      Optional<Path> base,
      World own,
      World changed,
      CapsuleMaker maker,
      Optional<Content> stdin)
      throws CapsuleException, InterruptedException {
    List<Folder> added =
        changed.folders().stream().filter(folder -> !own.folders().contains(folder)).toList();
    var moved = maker.moved(file, base);
    var names = changed.folders().stream().filter(own.folders()::contains).map(Folder::guest);
    var left = names.toList();
    var folders =
        new ArrayList<>(
            moved.world().folders().stream().filter(f -> left.contains(f.guest())).toList());
    folders.addAll(maker.folders(added));
    var world = moved.world();
    return new CapsuleFile(
        moved.name(),
        moved.program(),
        moved.entry(),
        moved.limits(),
        new GivenWorld(
            world.args(),
            world.env(),
            stdin.orElse(world.stdin()),
            folders,
            world.clock(),
            world.random()),
        moved.engine(),
        Optional.empty());
  }
}
