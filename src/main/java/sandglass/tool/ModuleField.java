package sandglass.tool;

import java.nio.file.Path;
import java.util.Optional;
import sandglass.data.Fields;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;

/** The module that a call gives: in {@code wasm_base64}, or by {@code wasm_path}. */
final class ModuleField {
  private static final String BASE64 = "wasm_base64";
  private static final String PATH = "wasm_path";
  private static final Path NAMELESS = Path.of("module.wasm");

  /**
   * A module's binary, checked as {@link ProgramLoader#fromBytes} does.
   *
   * @param fileName what to call it; without folders
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Module(String fileName, byte[] bytes) {}

  private final String field;
  private final boolean isPath;
  private final String text;

  private ModuleField(String field, boolean isPath, String text) {
    this.field = field;
    this.isPath = isPath;
    this.text = text;
  }

  /** Reads the fields, with a problem where not one of them is given; opens nothing yet. */
  static ModuleField of(Fields fields) {
    Optional<String> given = ToolFields.oneOf(fields, BASE64, PATH, true);
    String key = given.orElse(BASE64);
    return new ModuleField(fields.path(key), key.equals(PATH), fields.text(key).orElse(""));
  }

  /**
   * Reads the module.
   *
   * @throws ToolException if the path is not allowed, or there is no module
   */
  Module read(AllowedPaths paths, long maxBytes) throws ToolException, InterruptedException {
    try {
      Path file = isPath ? paths.resolve(field, text) : NAMELESS;
      var program =
          isPath
              ? ProgramLoader.fromBytes(file.toString(), InputFile.read(file, maxBytes), maxBytes)
              : ProgramLoader.fromBase64(NAMELESS.toString(), text, maxBytes);
      return new Module(file.getFileName().toString(), program.wasm());
    } catch (ProgramException e) {
      throw ToolFields.refused(field, e);
    }
  }
}
