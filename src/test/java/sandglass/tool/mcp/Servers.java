package sandglass.tool.mcp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;

/** {@code sandglass mcp} as a process of this Java and class path, and what to send it. */
final class Servers {
  /** Runs until it is stopped. */
  static final String SPIN = base64("(module (func (export \"_start\") (loop $on (br $on))))");

  /** Traps. */
  static final String TRAP = base64("(module (func (export \"_start\") unreachable))");

  private Servers() {}

  /** The guide's hello, as base64. */
  static String hello() {
    try {
      return encoded(ProgramLoader.load(Path.of("samples/hello.wat"), 1 << 20).wasm());
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(String wat) {
    try {
      return encoded(ProgramLoader.fromText("test", wat, 1 << 20).wasm());
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  static String encoded(byte[] module) {
    return Base64.getEncoder().encodeToString(module);
  }

  /** The command after the java program's name. */
  static List<String> arguments(String... options) {
    var all =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "sandglass.Main",
                "mcp"));
    all.addAll(List.of(options));
    return all;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Starts it. */
  static Process start(String... options) throws IOException {
    var command = new ArrayList<>(List.of(java()));
    command.addAll(arguments(options));
    return new ProcessBuilder(command).start();
  }
}
