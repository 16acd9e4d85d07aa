package sandglass.interpreter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where this user's interpreters are kept. */
final class DataFolder {
  private DataFolder() {}

  /**
   * The folder, which need not exist: under the system property {@code sandglass.home}, else the
   * environment variable {@code SANDGLASS_HOME}, else where this system keeps users' data.
   *
   * @param property system properties; null where there is none
   * @param variable environment variables; null where there is none
   */
  static Path find(UnaryOperator<String> property, UnaryOperator<String> variable) {
    Path home = path(property.apply("user.home")).orElse(Path.of("")).toAbsolutePath();
    return path(property.apply("sandglass.home"))
        .or(() -> path(variable.apply("SANDGLASS_HOME")))
        .orElseGet(() -> usual(property, variable, home))
        .resolve("interpreters")
        .toAbsolutePath();
  }

  private static Path usual(
      UnaryOperator<String> property, UnaryOperator<String> variable, Path home) {
    String system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absolute(variable.apply("LOCALAPPDATA"))
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Sandglass");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Sandglass");
    }
    return absolute(variable.apply("XDG_DATA_HOME"))
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("sandglass");
  }

  /** The XDG specification has relative paths ignored. */
  private static Optional<Path> absolute(String text) {
    return path(text).filter(Path::isAbsolute);
  }

  private static Optional<Path> path(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
