package sandglass.program;

import java.util.Optional;

/**
 * A module and where it came from.
 *
 * @param name what to call it in messages: a file's name, for one
 * @param wasm the binary; not copied, so not to be changed afterwards
 * @param source the text it was compiled from, where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Program(String name, byte[] wasm, Optional<String> source) {}
