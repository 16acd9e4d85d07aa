package sandglass.playground.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.program.Program;
import sandglass.sandbox.Quantities;

/** Takes a module out of the window: as a file, or as text. */
public final class ModuleExport {
  /** Characters of base64 beyond which nothing is copied. */
  public static final long MAX_TEXT = 64L << 20;

  private final Threads threads;
  private final Notices notices;
  private final Consumer<String> clipboard;

  /**
   * @param clipboard takes text that is copied; called on the FX thread
   */
  public ModuleExport(Threads threads, Notices notices, Consumer<String> clipboard) {
    this.threads = threads;
    this.notices = notices;
    this.clipboard = clipboard;
  }

  /** Copies any text. */
  public void copy(String text, String what) {
    clipboard.accept(text);
    notices.info("Copied " + what);
  }

  /** Copies the module as base64, if it is not too long to be pasted anywhere. */
  public void copyBase64(Program program) {
    long length = (program.wasm().length + 2L) / 3 * 4;
    if (length > MAX_TEXT) {
      notices.error(
          "The module was not copied: as base64 it has %s, and the most is %s; save it as a file"
              .formatted(Quantities.formatBytes(length), Quantities.formatBytes(MAX_TEXT)));
      return;
    }
    threads.background(
        () -> Base64.getEncoder().encodeToString(program.wasm()),
        text -> copy(text, Quantities.formatBytes(text.length()) + " of base64"));
  }

  /** Writes the binary; what is there is replaced. */
  public void save(Program program, Path file) {
    threads.background(() -> write(program.wasm(), file), notices::show);
  }

  /** Writes the WebAssembly text that it was compiled from; what is there is replaced. */
  public void saveText(Program program, Path file) {
    program
        .source()
        .ifPresent(
            text ->
                threads.background(
                    () -> write(text.getBytes(StandardCharsets.UTF_8), file), notices::show));
  }

  private static Notice write(byte[] content, Path file) {
    try {
      WholeFile.write(file, new ByteArrayInputStream(content), true);
      return new Notice(
          Notice.Kind.INFO, "Saved " + Quantities.formatBytes(content.length) + " as " + file);
    } catch (IOException e) {
      return new Notice(
          Notice.Kind.ERROR,
          "The module was not saved as "
              + file
              + ": "
              + WholeFile.reason(e)
              + "; choose another place");
    }
  }

  /** A name for the file that a module is saved as, such as {@code hello.wasm}. */
  public static String fileName(Program program) {
    return fileName(program, ".wasm");
  }

  /** A name for the file that a module's text is saved as, such as {@code hello.wat}. */
  public static String textFileName(Program program) {
    return fileName(program, ".wat");
  }

  private static String fileName(Program program, String extension) {
    String name = program.name().replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_");
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String cut = stem.substring(0, Math.min(stem.length(), 100));
    return (cut.isBlank() ? "module" : cut) + extension;
  }
}
