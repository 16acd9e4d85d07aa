package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CustomSection;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import com.dylibso.chicory.wasm.types.UnknownCustomSection;
import java.io.ByteArrayInputStream;
import java.util.Map;

/**
 * Chicory's parser, but for names: they are decoration, and it takes exception to any that are not
 * identifiers. Validates too. Throws what the parser throws, which for a hostile module may be any
 * unchecked exception, or a {@link StackOverflowError}.
 */
public final class ModuleParser {
  private ModuleParser() {}

  /** The module; {@link ModuleStructure} should have nothing against it. */
  public static WasmModule parse(byte[] module) {
    return Parser.builder()
        .withCustomParsers(Map.of("name", ModuleParser::names))
        .build()
        .parse(() -> new ByteArrayInputStream(module));
  }

  private static CustomSection names(byte[] content) {
    try {
      return NameCustomSection.parse(content);
    } catch (RuntimeException | AssertionError e) {
      // Under another name: the parser's users take whatever is called "name" for names.
      return UnknownCustomSection.builder().withName("name, malformed").withBytes(content).build();
    }
  }
}
