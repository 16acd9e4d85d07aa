package sandglass.python;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Stdin;

/**
 * A Python program and what a native CPython says to it. {@code
 * src/test/scripts/python_programs.py} has the format of both files.
 *
 * @param name its path under {@code programs}, without the extension
 * @param capsule the run of it
 * @param expected what {@link #said} gives for the right report
 */
record PythonProgram(String name, Capsule capsule, String expected) {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "python");
  private static final Path PROGRAMS = RESOURCES.resolve("programs");

  /** All of them, by name. */
  static List<PythonProgram> all() {
    try (Stream<Path> files = Files.walk(PROGRAMS)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .map(PythonProgram::read)
          .sorted((a, b) -> a.name.compareTo(b.name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of them. */
  static PythonProgram named(String name) {
    return read(PROGRAMS.resolve(name + ".py"));
  }

  /** The status, stderr's last line, and stdout, a character a byte. */
  static String said(Report report) {
    String status =
        switch (report.outcome()) {
          case Outcome.Exited exited -> String.valueOf(exited.code());
          default -> report.outcome().kind() + ", " + report.outcome().message();
        };
    List<String> lines = text(report.stderr().bytes()).lines().toList();
    return "status: %s\nstderr: %s\n\n%s"
        .formatted(status, lines.isEmpty() ? "" : lines.getLast(), text(report.stdout().bytes()));
  }

  @Override
  public String toString() {
    return name;
  }

  private static PythonProgram read(Path file) {
    try {
      String name = PROGRAMS.relativize(file).toString().replace('\\', '/').replace(".py", "");
      String source = Files.readString(file);
      byte[] expected = Files.readAllBytes(RESOURCES.resolve("expected").resolve(name + ".txt"));
      return new PythonProgram(name, capsule(source), text(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Capsule capsule(String source) throws IOException {
    Map<String, String> given = given(source);
    List<String> args = new ArrayList<>(List.of("-c", source));
    World world = World.EMPTY;
    if (given.containsKey("folder")) {
      Path host = RESOURCES.resolve(given.get("folder"));
      world = world.withFolders(List.of(new Folder(host, "/data", true)));
      args.add("/data");
    }
    if (given.containsKey("args")) {
      args.addAll(List.of(given.get("args").split(" ")));
    }
    if (given.containsKey("stdin")) {
      String quoted = '"' + given.get("stdin").replace("\"", "\\\"") + '"';
      world = world.withStdin(Stdin.of(new ObjectMapper().readValue(quoted, String.class)));
    }
    return CPython.run(world, args);
  }

  /** What the leading comments say that it is given. */
  private static Map<String, String> given(String source) {
    Map<String, String> given = new TreeMap<>();
    for (String line : source.lines().takeWhile(line -> line.startsWith("#")).toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        given.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return given;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
