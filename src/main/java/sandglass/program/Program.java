package sandglass.program;

import java.util.Optional;
import sandglass.program.python.PythonMap;

/**
 * A module and where it came from.
 *
 * @param name what to call it in messages: a file's name, for one
 * @param wasm the binary; not copied, so not to be changed afterwards
 * @param source the WebAssembly text it was compiled from, where there is one
 * @param python how that text belongs to the Python it was compiled from, where it was
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Program(
    String name, byte[] wasm, Optional<String> source, Optional<PythonMap> python) {

  /** A module that no Python is known of. */
  public Program(String name, byte[] wasm, Optional<String> source) {
    this(name, wasm, source, Optional.empty());
  }
}
