package sandglass.python;

import java.nio.file.Path;
import java.util.Locale;

/** Where tests keep what is slow to get: outside the tree, so that a clean build finds it again. */
final class UserCache {
  private UserCache() {}

  /** {@code sandglass/test} in this user's cache folder. */
  static Path folder() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String home = System.getProperty("user.home", ".");
    String given = System.getenv(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    Path base;
    if (given != null && Path.of(given).isAbsolute()) {
      base = Path.of(given);
    } else if (os.startsWith("mac")) {
      base = Path.of(home, "Library", "Caches");
    } else {
      base = Path.of(home, ".cache");
    }
    return base.resolve("sandglass").resolve("test");
  }
}
