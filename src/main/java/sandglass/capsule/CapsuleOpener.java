package sandglass.capsule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.program.Program;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Stdin;

/**
 * Makes of a capsule's description what can run: compiles its text, or reads its module, and sets
 * its world up. Reads files, so not for a thread that must not wait; an interrupt ends it.
 */
public final class CapsuleOpener {
  /** Bytes of a stdin that is read from a file. */
  private static final long MAX_STDIN_BYTES = 256L << 20;

  private final Interpreters interpreters;

  /**
   * @param interpreters finds the interpreters that capsules name
   */
  public CapsuleOpener(Interpreters interpreters) {
    this.interpreters = interpreters;
  }

  /**
   * Opens a capsule.
   *
   * @param base the capsule's folder, for relative paths; empty for a capsule that is no file
   * @throws CapsuleException if its text does not compile, or a file that it names is not there or
   *     has changed
   */
  public Opened open(CapsuleFile file, Optional<Path> base)
      throws CapsuleException, InterruptedException {
    var content = new ContentReader(base);
    World world = world(file, content);
    return switch (file.program()) {
      case CapsuleFile.Code.Wat(var text) ->
          opened(
              file,
              world,
              ProgramLoading.load(
                  "program.wat", () -> ProgramLoader.fromText(file.name(), text, max(file))));
      case CapsuleFile.Code.Python(var text) ->
          opened(
              file,
              world,
              ProgramLoading.load(
                  "program.python", () -> ProgramLoader.fromPython(file.name(), text, max(file))));
      case CapsuleFile.Code.Module(var module) -> {
        byte[] bytes = content.read(module, "program.module", max(file));
        yield opened(
            file,
            world,
            ProgramLoading.load(
                "program.module", () -> ProgramLoader.fromBytes(file.name(), bytes, max(file))));
      }
      case CapsuleFile.Code.Script script -> script(file, script, world, content);
    };
  }

  private static long max(CapsuleFile file) {
    return file.limits().moduleBytes();
  }

  private static Opened opened(CapsuleFile file, World world, Program program) {
    var capsule =
        new Capsule(file.name(), program.wasm(), file.entry(), file.limits(), world, file.engine());
    return new Opened(capsule, Optional.of(program), Optional.empty());
  }

  private Opened script(
      CapsuleFile file, CapsuleFile.Code.Script script, World world, ContentReader content)
      throws CapsuleException, InterruptedException {
    Interpreter interpreter = interpreter(file, script.interpreter(), content);
    var packages = new ArrayList<Path>();
    for (int i = 0; i < script.packages().size(); i++) {
      packages.add(folder(script.packages().get(i), content, "program.packages[" + i + "]"));
    }
    var job = new Interpreter.Job(file.name(), script.text(), file.world().args(), packages);
    var capsule = interpreter.capsule(job, world, file.limits(), file.engine());
    return new Opened(capsule, Optional.empty(), Optional.of(interpreter));
  }

  private Interpreter interpreter(
      CapsuleFile file, CapsuleFile.GivenInterpreter given, ContentReader content)
      throws CapsuleException, InterruptedException {
    String field = "program.interpreter";
    try {
      Interpreter interpreter =
          switch (given.source()) {
            case CapsuleFile.GivenInterpreter.Source.Catalogued catalogued ->
                catalogued(catalogued, max(file));
            case CapsuleFile.GivenInterpreter.Source.Own(Content.There there) ->
                fromFile(there, field, max(file), content);
            case CapsuleFile.GivenInterpreter.Source.Own(Content.Here(var bytes)) ->
                Interpreters.fromBytes("interpreter", bytes, max(file));
          };
      return given.command().isPresent()
          ? interpreter.withCommand(CommandTemplate.parse(given.command().get()))
          : interpreter;
    } catch (InterpreterException e) {
      throw new CapsuleException(field, e.getMessage(), e);
    }
  }

  private Interpreter fromFile(
      Content.There there, String field, long maxBytes, ContentReader content)
      throws InterpreterException, CapsuleException {
    Path path = content.path(there.path(), field);
    Interpreter found = interpreters.load(path.toAbsolutePath().toString(), maxBytes);
    if (!found.sha256().equals(there.sha256())) {
      throw ContentReader.changed(field, path, found.sha256(), there.sha256());
    }
    return found;
  }

  private Interpreter catalogued(
      CapsuleFile.GivenInterpreter.Source.Catalogued given, long maxBytes)
      throws InterpreterException, CapsuleException {
    if (Catalog.find(given.id()).isEmpty()) {
      throw new CapsuleException(
          "program.interpreter.id",
          "\"%s\" is not an interpreter of the catalog; say %s, or give a path or base64"
              .formatted(given.id(), Catalog.CPYTHON.id()),
          null);
    }
    Interpreter found = interpreters.load(given.id(), maxBytes);
    if (given.sha256().isPresent() && !given.sha256().get().equals(found.sha256())) {
      throw new CapsuleException(
          "program.interpreter.sha256",
          "%s here is another build than the capsule was made with (its sha-256 is %s…, not %s…); unset %s, or fetch it"
              .formatted(
                  found.name(),
                  found.sha256().substring(0, 12),
                  given.sha256().get().substring(0, Math.min(12, given.sha256().get().length())),
                  Interpreters.PYTHON_VARIABLE),
          null);
    }
    return found;
  }

  private static World world(CapsuleFile file, ContentReader content)
      throws CapsuleException, InterruptedException {
    var given = file.world();
    var args = new ArrayList<String>();
    args.add(file.name());
    args.addAll(given.args());
    byte[] stdin = content.read(given.stdin(), "world.stdin", MAX_STDIN_BYTES);
    return new World(
        args,
        given.env(),
        Stdin.of(stdin),
        folders(given.folders(), content),
        given.clock(),
        given.random());
  }

  private static List<Folder> folders(List<GivenFolder> given, ContentReader content)
      throws CapsuleException, InterruptedException {
    var folders = new ArrayList<Folder>();
    for (int i = 0; i < given.size(); i++) {
      GivenFolder folder = given.get(i);
      Path host = folder(folder.files(), content, "world.folders[" + i + "]");
      folders.add(new Folder(host, folder.guest(), folder.writable(), folder.also()));
    }
    return folders;
  }

  static Path folder(GivenFolder.Files files, ContentReader content, String field)
      throws CapsuleException, InterruptedException {
    return switch (files) {
      case GivenFolder.Files.Here here -> FolderInMemory.of(here, field);
      case GivenFolder.Files.There there -> {
        Path path = content.path(there.path(), field);
        String found;
        try {
          found = FolderDigest.of(path);
        } catch (IOException e) {
          throw new CapsuleException(
              field, path + ": cannot be read: " + e.getMessage() + "; check the path", e);
        }
        if (!found.equals(there.sha256())) {
          throw ContentReader.changed(field, path, found, there.sha256());
        }
        yield path;
      }
    };
  }
}
