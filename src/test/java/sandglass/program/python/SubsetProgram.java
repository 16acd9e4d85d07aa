package sandglass.program.python;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Stdin;

/**
 * A program of the subset of Python that compiles, and what CPython 3.12 does with it; the README
 * beside the programs has the format.
 *
 * @param name without its extension
 * @param source its text
 * @param args what follows its name in {@code sys.argv}
 * @param stdin what it reads
 * @param expected what is right
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record SubsetProgram(
    String name, String source, List<String> args, byte[] stdin, Expected expected) {
  static final Path FOLDER = Path.of("src", "test", "resources", "python", "subset");

  static final Limits LIMITS =
      Limits.DEFAULT
          .withFuel(50_000_000_000L)
          .withTimeout(Duration.ofMinutes(2))
          .withMemoryBytes(512L << 20);

  /**
   * What a run shows of itself.
   *
   * @param stdout all of it
   * @param last the last line of stderr; empty if there is none
   * @param exit the exit status, or what ended the run instead
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Expected(String name, String stdout, String last, String exit) {
    static Expected of(String name, Report report) {
      String exit =
          report.outcome() instanceof Outcome.Exited(int code)
              ? String.valueOf(code)
              : report.outcome().kind() + ", " + report.outcome().message();
      List<String> lines = report.stderr().text().lines().toList();
      return new Expected(
          name, report.stdout().text(), lines.isEmpty() ? "" : lines.getLast(), exit);
    }
  }

  /** All of them, by name. */
  static List<SubsetProgram> all() {
    try {
      var json = new ObjectMapper();
      List<SubsetProgram> programs = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve("expected.jsonl"))) {
        programs.add(read(json.readValue(line, Expected.class)));
      }
      return programs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that is not in a file. */
  static SubsetProgram of(String source) {
    return new SubsetProgram("main", source, List.of(), new byte[0], null);
  }

  private static SubsetProgram read(Expected expected) throws IOException {
    String name = expected.name();
    Path args = FOLDER.resolve(name + ".args");
    Path stdin = FOLDER.resolve(name + ".in");
    return new SubsetProgram(
        name,
        Files.readString(FOLDER.resolve(name + ".py")),
        Files.exists(args) ? Files.readAllLines(args) : List.of(),
        Files.exists(stdin) ? Files.readAllBytes(stdin) : new byte[0],
        expected);
  }

  Program compile() throws ProgramException {
    return ProgramLoader.fromPython(name + ".py", source, Limits.DEFAULT.moduleBytes());
  }

  /** The run of a module that this was compiled to. */
  Capsule capsule(byte[] wasm, Limits limits, Engine engine) {
    List<String> argv = new ArrayList<>(List.of(name + ".py"));
    argv.addAll(args);
    var world = World.EMPTY.withArgs(argv).withStdin(Stdin.of(stdin));
    return new Capsule(name + ".py", wasm, Entry.START, limits, world, engine);
  }

  /** Runs it in the interpreter, which starts at once. */
  Report run(Sandbox sandbox) throws ProgramException {
    return run(sandbox, compile().wasm(), Engine.INTERPRETER);
  }

  Report run(Sandbox sandbox, byte[] wasm, Engine engine) {
    return sandbox.start(capsule(wasm, LIMITS, engine), Streams.NONE).report().join();
  }

  @Override
  public String toString() {
    return name;
  }
}
