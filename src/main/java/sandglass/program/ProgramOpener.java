package sandglass.program;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import sandglass.program.Opened.Language;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.meter.ModuleStructure;

/**
 * Finds out what a file or a pasted text is, for an editor: a text stays a text, errors and all.
 * May be called from any thread; an interrupt ends it with {@link ProgramException.Interrupted}.
 */
public final class ProgramOpener {
  /** Most bytes of a text that is opened to be edited. */
  public static final int MAX_TEXT_BYTES = 8 << 20;

  private static final Pattern PYTHON =
      Pattern.compile(
          "(?m)^\\s*(def |class |import |from \\w+ import|print\\(|for .+ in .+:|if .+:|while .+:"
              + "|async def |with .+:|try:|@\\w|[A-Za-z_]\\w* *=[^=])");

  private ProgramOpener() {}

  /**
   * Opens a file: a module if it begins as one, base64 of one, else text by its extension.
   *
   * @param maxBytes the module size limit
   */
  public static Opened open(Path file, long maxBytes) throws ProgramException {
    String name = file.toString();
    String extension = ProgramLoader.extension(name);
    boolean base64 = ProgramLoader.BASE64.contains(extension);
    byte[] content = InputFile.read(file, base64 ? ProgramLoader.base64Bytes(maxBytes) : maxBytes);
    if (ModuleStructure.hasMagic(content)) {
      return new Opened.Module(ProgramLoader.fromBytes(name, content, maxBytes));
    }
    Optional<Language> language =
        switch (extension) {
          case "wat", "wast" -> Optional.of(Language.WAT);
          case "py" -> Optional.of(Language.PYTHON);
          default -> Optional.empty();
        };
    if (language.isPresent()) {
      return text(name, language.get(), ProgramLoader.text(name, content));
    }
    if (base64 || Looks.like(content).equals("text")) {
      return new Opened.Module(ProgramLoader.fromContent(name, content, maxBytes));
    }
    if (Looks.like(content).startsWith("WebAssembly text")) {
      return text(name, Language.WAT, ProgramLoader.text(name, content));
    }
    return new Opened.Module(ProgramLoader.fromBytes(name, content, maxBytes));
  }

  /**
   * Opens a text that was pasted: base64 of a module, WebAssembly text or Python.
   *
   * @param maxBytes the module size limit
   */
  public static Opened paste(String pasted, long maxBytes) throws ProgramException {
    String name = "pasted text";
    String text = pasted.startsWith("\uFEFF") ? pasted.substring(1) : pasted;
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new ProgramException.Rejected(
          name, "is empty; copy WebAssembly text, Python or a module in base64 first");
    }
    if (start.startsWith("(") || start.startsWith(";;")) {
      return text(name, Language.WAT, text);
    }
    if (start.startsWith("data:") || start.startsWith("AGFzb") || Base64Text.looksLike(text)) {
      return new Opened.Module(ProgramLoader.fromBase64(name, text, maxBytes));
    }
    if (start.startsWith("#") || PYTHON.matcher(text).find()) {
      return text(name, Language.PYTHON, text);
    }
    throw new ProgramException.Rejected(
        name, "is not WebAssembly text, Python or a module in base64; check what was copied");
  }

  private static Opened text(String name, Language language, String text) throws ProgramException {
    if (text.length() > MAX_TEXT_BYTES) {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      throw new ProgramException.Rejected(
          name,
          "has %s of text, too much to edit here (at most %s); compile it with `sandglass compile`"
                  .formatted(Quantities.formatBytes(bytes), Quantities.formatBytes(MAX_TEXT_BYTES))
              + " and open the .wasm");
    }
    return new Opened.Text(name, language, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
