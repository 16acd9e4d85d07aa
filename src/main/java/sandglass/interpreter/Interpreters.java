package sandglass.interpreter;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;

/** Finds and loads interpreters. Reads files, so not for a thread that must not wait. */
public final class Interpreters {
  /** The environment variable that names a CPython to take in place of the fetched one. */
  public static final String PYTHON_VARIABLE = "PYTHON_WASI_WASM_PATH";

  /** The setting that names one, in settings files. */
  public static final String PYTHON_SETTING = "python_wasi_wasm_path";

  private static final String BASE64 = "base64:";

  /** Text that every CPython holds, since it reads this variable. */
  private static final String PYTHON_MARK = "PYTHONDONTWRITEBYTECODE";

  private final Store store;
  private final UnaryOperator<String> variable;
  private final Optional<String> python;
  private final LoadedFiles loaded;

  /**
   * @param store where fetched ones are
   * @param variable environment variables; null where there is none
   */
  public Interpreters(Store store, UnaryOperator<String> variable) {
    this(store, variable, Optional.empty(), new LoadedFiles());
  }

  private Interpreters(
      Store store, UnaryOperator<String> variable, Optional<String> python, LoadedFiles loaded) {
    this.store = store;
    this.variable = variable;
    this.python = python;
    this.loaded = loaded;
  }

  /** With a file that is {@code cpython} where {@value #PYTHON_VARIABLE} is not set. */
  public Interpreters withPython(Optional<String> file) {
    return new Interpreters(store, variable, file, loaded);
  }

  /** This user's, by the process's environment. */
  public static Interpreters ofThisUser() {
    return new Interpreters(Store.ofThisUser(), System::getenv);
  }

  /** Where fetched ones are. */
  public Store store() {
    return store;
  }

  /**
   * Loads an interpreter. Files that have not changed since are not read again.
   *
   * @param source an id of the {@link Catalog}, a file, or {@code base64:} and the module in
   *     base64. {@code cpython} is the file that {@value #PYTHON_VARIABLE} names, where that is set
   * @param maxBytes the module size limit
   * @throws InterpreterException if it is not there, or is none
   */
  public Interpreter load(String source, long maxBytes) throws InterpreterException {
    var entry = Catalog.find(source);
    if (entry.isPresent()) {
      var given = given(entry.get());
      return given.isPresent()
          ? fromGiven(given.get(), maxBytes)
          : loaded.get(store.file(entry.get()), maxBytes, () -> fromCatalog(entry.get(), maxBytes));
    }
    if (source.startsWith(BASE64)) {
      return of(base64(source.substring(BASE64.length()), maxBytes));
    }
    return loaded.get(source, maxBytes, () -> of(file(source, "", maxBytes)));
  }

  /**
   * A file that was named in place of a catalog's.
   *
   * @param where where it was named, for messages
   */
  private record Given(String file, String where) {}

  private Optional<Given> given(Catalog.Entry entry) {
    if (!entry.equals(Catalog.CPYTHON)) {
      return Optional.empty();
    }
    String named = variable.apply(PYTHON_VARIABLE);
    return named != null && !named.isBlank()
        ? Optional.of(new Given(named.strip(), " (from " + PYTHON_VARIABLE + ")"))
        : python.map(file -> new Given(file, " (from " + PYTHON_SETTING + ")"));
  }

  /** Whether {@link #load} of a catalog entry would find a file, fetched or named by the user. */
  public boolean isThere(Catalog.Entry entry) {
    return where(entry).isPresent();
  }

  /** Where a catalog entry would be loaded from, in words; empty if it is not there. */
  public Optional<String> where(Catalog.Entry entry) {
    var given = given(entry);
    if (given.isPresent()) {
      return Optional.of(given.get().file() + given.get().where());
    }
    return store.has(entry) ? Optional.of(store.file(entry).toString()) : Optional.empty();
  }

  private Interpreter fromCatalog(Catalog.Entry entry, long maxBytes) throws InterpreterException {
    Path file = store.file(entry);
    if (!Files.exists(file)) {
      throw new InterpreterException(
          "%s is not there yet; fetch it with `sandglass interpreter fetch %s`, or set %s to a file"
              .formatted(entry.label(), entry.id(), PYTHON_VARIABLE));
    }
    Program program = file(file.toString(), "", maxBytes);
    String sha256 = sha256(program.wasm());
    if (!sha256.equals(entry.sha256())) {
      throw new InterpreterException(
          "%s: it is not %s (its sha-256 is %s…, not %s…); fetch it again with `sandglass"
                  .formatted(
                      file, entry.name(), sha256.substring(0, 12), entry.sha256().substring(0, 12))
              + " interpreter fetch --again "
              + entry.id()
              + "`");
    }
    return python(entry.name(), program.wasm(), sha256);
  }

  private Interpreter fromGiven(Given given, long maxBytes) throws InterpreterException {
    return loaded.get(
        given.file(), maxBytes, () -> of(file(given.file(), given.where(), maxBytes)));
  }

  private static Interpreter python(String name, byte[] module, String sha256) {
    return new Interpreter(
        name, "python", "Python", DebugSections.drop(module), sha256, true, CommandTemplate.FILE);
  }

  private static Interpreter of(Program program) throws InterpreterException {
    String sha256 = sha256(program.wasm());
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      if (sha256.equals(entry.sha256())) {
        return python(entry.name(), program.wasm(), sha256);
      }
    }
    String fileName = fileName(program.name());
    if (!ModuleLook.isCommand(program.wasm())) {
      throw new InterpreterException(
          program.name()
              + ": exports no _start, so it is no WASI command and cannot be an interpreter;"
              + " name a module that was built as a command");
    }
    if (ModuleLook.holds(program.wasm(), PYTHON_MARK)) {
      return python("Python (" + fileName + ")", program.wasm(), sha256);
    }
    return new Interpreter(
        fileName,
        fileName,
        "",
        DebugSections.drop(program.wasm()),
        sha256,
        false,
        CommandTemplate.FILE);
  }

  /**
   * An interpreter whose binary is there already.
   *
   * @param name what to call it in messages
   * @param bytes not copied, so not to be changed
   */
  public static Interpreter fromBytes(String name, byte[] bytes, long maxBytes)
      throws InterpreterException {
    try {
      return of(ProgramLoader.fromBytes(name, bytes, maxBytes));
    } catch (ProgramException e) {
      throw refused(e, "");
    }
  }

  private static Program base64(String text, long maxBytes) throws InterpreterException {
    try {
      return ProgramLoader.fromBase64("interpreter", text, maxBytes);
    } catch (ProgramException e) {
      throw refused(e, "");
    }
  }

  private static Program file(String name, String where, long maxBytes)
      throws InterpreterException {
    try {
      return ProgramLoader.load(Path.of(name), maxBytes);
    } catch (ProgramException e) {
      throw refused(e, where);
    } catch (InvalidPathException e) {
      throw new InterpreterException(
          name.replace('\0', '?')
              + where
              + ": is not a file's name; name a .wasm file, or one of the catalog: cpython");
    }
  }

  /** In the loader's words, with where the name came from behind it. */
  private static InterpreterException refused(ProgramException e, String where) {
    String line = e.getMessage().lines().findFirst().orElse("");
    String name = e.name();
    return new InterpreterException(
        line.startsWith(name) ? name + where + line.substring(name.length()) : line);
  }

  private static String fileName(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
