package sandglass.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads a file out of an npm package, by the client that is set up on this machine. */
final class NpmPackage {
  private static final long PATIENCE_SECONDS = 300;

  private NpmPackage() {}

  /**
   * A file's content. Nothing of the package is installed or run.
   *
   * @param spec the package's name and version
   * @param path the file's path in the archive
   * @throws IOException if the client or the package cannot be had, or has no such file
   */
  static byte[] file(String spec, String path) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("sandglass-npm");
    try {
      boolean windows =
          System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
      run(work, windows ? "npm.cmd" : "npm", "pack", "--silent", spec);
      run(work, "tar", "-xzf", archive(work).getFileName().toString(), path);
      return Files.readAllBytes(work.resolve(path));
    } finally {
      delete(work);
    }
  }

  private static Path archive(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new IOException("npm pack left no archive"));
    }
  }

  private static void run(Path work, String... command) throws IOException, InterruptedException {
    Path log = work.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " does not end");
    }
    if (process.exitValue() != 0) {
      List<String> said = Files.readAllLines(log);
      throw new IOException(
          String.join(" ", command) + ": " + (said.isEmpty() ? "failed" : said.getFirst()));
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
