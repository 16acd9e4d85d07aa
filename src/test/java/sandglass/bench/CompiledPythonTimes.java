package sandglass.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/**
 * How long compiled Python takes beside a native {@code python3}, loop by loop, as a table with
 * ratios: the best of some runs of each, one after the other, on one machine. Arguments: how often
 * to run each (7), and the interpreter ({@code python3}, or what {@code PYTHON} names).
 *
 * <p>Native times are those that the interpreter itself measures around the program, without its
 * start. Sandglass's are those of whole runs of a module that is prepared, instantiation included.
 */
public final class CompiledPythonTimes {
  private static final Path LOOPS = Path.of("src", "test", "resources", "python", "bench");

  private static final Limits LIMITS =
      Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(5));

  private static final String TIMER =
      """
      import sys, time
      code = compile(open(sys.argv[1]).read(), sys.argv[1], "exec")
      begin = time.perf_counter()
      exec(code, {"__name__": "__main__"})
      print(time.perf_counter() - begin, file=sys.stderr)
      """;

  private CompiledPythonTimes() {}

  /** What one run took and printed. */
  private record Timed(double ms, String stdout) {}

  /** Runs all and prints the table. */
  public static void main(String[] args) throws Exception {
    int repeats = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    String named = System.getenv().getOrDefault("PYTHON", "python3");
    String python = args.length > 1 ? args[1] : named;
    System.out.printf(
        "%-12s%12s%12s%10s%12s%n", "loop", "python3 ms", "compiled", "ratio", "first run");
    try (Sandbox sandbox = Sandbox.inMemory();
        Stream<Path> files = Files.list(LOOPS)) {
      double product = 1;
      var loops = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
      for (Path loop : loops) {
        product *= compare(sandbox, loop, python, repeats);
      }
      System.out.printf("%-36s%10.2f%n", "geometric mean", Math.pow(product, 1.0 / loops.size()));
    }
  }

  private static double compare(Sandbox sandbox, Path loop, String python, int repeats)
      throws IOException, InterruptedException, ProgramException {
    String name = loop.getFileName().toString();
    var program = ProgramLoader.load(loop, LIMITS.moduleBytes());
    World world = World.EMPTY.withArgs(List.of(name));
    var capsule = new Capsule(name, program.wasm(), Entry.START, LIMITS, world, Engine.COMPILED);
    double first = 0;
    double compiled = Double.MAX_VALUE;
    double measured = Double.MAX_VALUE;
    for (int i = 0; i < repeats; i++) {
      Timed ours = run(sandbox, capsule);
      Timed theirs = run(python, loop);
      if (!ours.stdout().equals(theirs.stdout())) {
        throw new IllegalStateException(name + " prints " + ours + " and " + theirs);
      }
      first = i == 0 ? ours.ms() : first;
      compiled = Math.min(compiled, ours.ms());
      measured = Math.min(measured, theirs.ms());
    }
    double ratio = measured / compiled;
    System.out.printf(
        "%-12s%12.0f%12.0f%10.2f%12.0f%n",
        name.replace(".py", ""), measured, compiled, ratio, first);
    return ratio;
  }

  private static Timed run(Sandbox sandbox, Capsule capsule) {
    long begin = System.nanoTime();
    var report = sandbox.start(capsule, Streams.NONE).report().join();
    double took = (System.nanoTime() - begin) / 1e6;
    if (!report.outcome().equals(new Outcome.Exited(0))) {
      throw new IllegalStateException(report.outcome().message() + report.stderr().text());
    }
    return new Timed(took, report.stdout().text());
  }

  private static Timed run(String python, Path loop) throws IOException, InterruptedException {
    var process = new ProcessBuilder(python, "-c", TIMER, loop.toString()).start();
    String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String stderr =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(python + ": " + stderr);
    }
    return new Timed(Double.parseDouble(stderr) * 1000, stdout);
  }
}
