package sandglass.program;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sandglass.program.python.PythonCompiler;
import sandglass.program.python.PythonResult;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;
import sandglass.sandbox.meter.ModuleStructure;

/**
 * Turns files, text, base64 and bytes into a {@link Program}. What it gives has been checked with
 * {@link ModuleStructure}; its code has not been validated. May be called from any thread; an
 * interrupt ends a call with {@link ProgramException.Interrupted}.
 */
public final class ProgramLoader {
  static final Set<String> BASE64 = Set.of("b64", "base64", "txt");

  private ProgramLoader() {}

  /**
   * Loads a file: a module if it begins as one, else what its extension says: {@code .wat}, Python
   * in {@code .py}, or base64 in {@code .b64}, {@code .base64} and {@code .txt}.
   *
   * @param maxBytes the module size limit; also the most bytes of a source that are read
   */
  public static Program load(Path file, long maxBytes) throws ProgramException {
    String name = file.toString();
    String extension = extension(name);
    long readable = BASE64.contains(extension) ? base64Bytes(maxBytes) : maxBytes;
    return fromContent(name, extension, InputFile.read(file, readable), maxBytes);
  }

  /** How many bytes of base64 a module may take: four for three, and lines have ends. */
  static long base64Bytes(long maxBytes) {
    return maxBytes / 2 * 3 + 4096;
  }

  /**
   * Loads content of unknown kind, such as a pipe's: a module if it begins as one, else WebAssembly
   * text or base64.
   */
  public static Program fromContent(String name, byte[] content, long maxBytes)
      throws ProgramException {
    String looks = ModuleStructure.hasMagic(content) ? "" : Looks.like(content);
    String extension =
        looks.startsWith("WebAssembly text") ? "wat" : looks.equals("text") ? "txt" : "wasm";
    return fromContent(name, extension, content, maxBytes);
  }

  private static Program fromContent(String name, String extension, byte[] content, long maxBytes)
      throws ProgramException {
    if (ModuleStructure.hasMagic(content)) {
      return fromBytes(name, content, maxBytes);
    }
    if (extension.equals("wat")) {
      return fromText(name, text(name, content), maxBytes);
    }
    if (extension.equals("py")) {
      return fromPython(name, text(name, content), maxBytes);
    }
    if (BASE64.contains(extension)) {
      String text = text(name, content);
      if (extension.equals("txt") && !Base64Text.looksLike(text)) {
        throw notAModule(name, content);
      }
      return fromBase64(name, text, maxBytes);
    }
    return fromBytes(name, content, maxBytes);
  }

  /**
   * Compiles WebAssembly text.
   *
   * @throws ProgramException.InSource with every error that the compiler finds
   */
  public static Program fromText(String name, String text, long maxBytes) throws ProgramException {
    if (text.length() > maxBytes) {
      throw InputFile.tooLarge(name, text.getBytes(StandardCharsets.UTF_8).length, maxBytes);
    }
    switch (WatCompiler.compile(text)) {
      case WatResult.Compiled compiled -> {
        var checked = fromBytes(name, compiled.wasm(), maxBytes);
        return new Program(name, checked.wasm(), Optional.of(text));
      }
      case WatResult.Failed failed ->
          throw new ProgramException.InSource(
              name,
              failed.errors().stream()
                  .map(e -> new SourceError(e.line(), e.column(), e.length(), e.message()))
                  .toList());
      case WatResult.Interrupted _ -> throw new ProgramException.Interrupted(name);
    }
  }

  /**
   * Compiles simple Python, by way of WebAssembly text.
   *
   * @throws ProgramException.InSource with the first syntax error, or with everything that keeps
   *     the source from compiling
   */
  public static Program fromPython(String name, String text, long maxBytes)
      throws ProgramException {
    switch (PythonCompiler.compile(fileName(name), text)) {
      case PythonResult.Compiled compiled -> {
        var module = compiled.shortModule();
        var wasm = module.fill(fromText(name, module.text(), maxBytes).wasm());
        var checked = fromBytes(name, wasm, maxBytes);
        return new Program(
            name, checked.wasm(), Optional.of(compiled.text()), Optional.of(compiled.map()));
      }
      case PythonResult.Failed failed ->
          throw new ProgramException.InSource(
              name, PythonErrors.inCharacters(failed.errors(), text));
    }
  }

  /** The last part of a path; what tracebacks say. */
  private static String fileName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /**
   * Decodes base64: standard or URL-safe, with or without padding, with white space, with a {@code
   * data:} prefix.
   */
  public static Program fromBase64(String name, CharSequence text, long maxBytes)
      throws ProgramException {
    return fromBytes(name, Base64Text.decode(name, text, maxBytes), maxBytes);
  }

  /** Checks a binary. The bytes are not copied. */
  public static Program fromBytes(String name, byte[] bytes, long maxBytes)
      throws ProgramException {
    if (bytes.length > maxBytes) {
      throw InputFile.tooLarge(name, bytes.length, maxBytes);
    }
    if (!ModuleStructure.hasMagic(bytes)) {
      throw notAModule(name, bytes);
    }
    var reason = ModuleStructure.check(bytes);
    if (reason.isPresent()) {
      String cure = reason.get().startsWith("truncated") ? "; copy or download it again" : "";
      throw new ProgramException.Rejected(name, reason.get() + cure);
    }
    return new Program(name, bytes, Optional.empty());
  }

  private static ProgramException notAModule(String name, byte[] bytes) {
    return new ProgramException.Rejected(name, "not a WebAssembly module but " + Looks.like(bytes));
  }

  static String text(String name, byte[] bytes) throws ProgramException {
    var utf16 = Looks.utf16(bytes);
    if (utf16.isPresent()) {
      throw new ProgramException.Rejected(
          name, "the text is " + utf16.get() + " from offset 0; save it as UTF-8");
    }
    int invalid = Looks.invalidUtf8(bytes);
    if (invalid >= 0) {
      var before = new String(bytes, 0, invalid, StandardCharsets.UTF_8);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
      String message =
          "byte 0x%02x at offset %d is not UTF-8; save the file as UTF-8"
              .formatted(bytes[invalid] & 0xff, invalid);
      throw new ProgramException.InSource(name, List.of(new SourceError(line, column, 1, message)));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
