package sandglass.sandbox.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the spec's scripts are: beside the checkout, unless told otherwise. */
final class SpecScripts {
  private SpecScripts() {}

  static Path folder() {
    String told = System.getProperty("sandglass.spec", System.getenv("SANDGLASS_SPEC"));
    return told != null ? Path.of(told) : Path.of("..", "shared", "testdata", "spec");
  }

  static List<Path> list(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".wast")).sorted().toList();
    }
  }
}
