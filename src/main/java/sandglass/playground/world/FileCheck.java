package sandglass.playground.world;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at files that a guest is to get. May take long: call in the background. */
final class FileCheck {
  private FileCheck() {}

  /** What is wrong with a file to be read; empty if nothing is. */
  static String file(Path path) {
    if (Files.isDirectory(path)) {
      return "This is a folder; choose a file";
    }
    if (!Files.exists(path)) {
      return "There is no such file; check the path";
    }
    if (!Files.isRegularFile(path)) {
      return "This is not a regular file but a device, pipe or socket; choose a file";
    }
    return Files.isReadable(path) ? "" : "The file cannot be read; check that you may read it";
  }

  /** What is wrong with a folder to be copied; empty if nothing is. */
  static String folder(Path path) {
    if (!Files.exists(path)) {
      return "There is no such folder any more; choose another";
    }
    if (!Files.isDirectory(path)) {
      return "This is not a folder; choose the folder that holds it";
    }
    return Files.isReadable(path) ? "" : "The folder cannot be read; check that you may read it";
  }
}
