package sandglass.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/**
 * Runs CPython by the hundred in one JVM and reports each end that nothing explains: faults that
 * show once in many runs, or only after a run that was stopped, or beside another one.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp "target/classes:target/test-classes:$(cat target/classpath)" \
 *   sandglass.python.ManyRuns [RUNS [SEED [NAME_PART]]]
 * </pre>
 *
 * <p>RUNS is 500 where it is not given. SEED decides the order of programs and configurations, 1
 * where it is not given. NAME_PART keeps the programs whose names have it. What each configuration
 * is, {@link Setting} says. Ends with status 1 where an end was unexplained.
 */
final class ManyRuns {
  private final List<PythonProgram> programs;
  private final Random random;
  private final Path cache;
  private final Map<Setting, Integer> counts = new TreeMap<>();
  private int unexplained;

  /** How a run is set up, besides its program. */
  private enum Setting {
    /** The sandbox that most runs share. */
    SHARED(512),
    /** A sandbox of its own, which finds the compiled module on disk. */
    FRESH(512),
    /** Little memory, but enough for a small program. */
    MODEST_MEMORY(64),
    /** Hardly more than the interpreter begins with. */
    LITTLE_MEMORY(11),
    /** Two runs at the same time. */
    BESIDE_ANOTHER(512),
    /** Cancelled at some time or other. */
    CANCELLED(512),
    /** Out of fuel at some time or other. */
    LITTLE_FUEL(512);

    final long memoryMebibytes;

    Setting(long memoryMebibytes) {
      this.memoryMebibytes = memoryMebibytes;
    }
  }

  private ManyRuns(List<PythonProgram> programs, long seed, Path cache) {
    this.programs = programs;
    this.random = new Random(seed);
    this.cache = cache;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    String part = args.length > 2 ? args[2] : "";
    List<PythonProgram> programs =
        PythonProgram.all().stream().filter(p -> p.name().contains(part)).toList();
    Path cache = Files.createTempDirectory("sandglass-many-runs");
    try {
      var many = new ManyRuns(programs, seed, cache);
      many.run(runs);
      System.exit(many.unexplained == 0 ? 0 : 1);
    } finally {
      delete(cache);
    }
  }

  private void run(int runs) throws InterruptedException {
    try (var shared = Sandbox.withCache(cache)) {
      // Compiles the module, so that no run is judged for that.
      var _ = report(shared, CPython.run("pass"));
      for (int i = 0; i < runs; i++) {
        PythonProgram program = programs.get(random.nextInt(programs.size()));
        Setting setting = Setting.values()[random.nextInt(Setting.values().length)];
        counts.merge(setting, 1, Integer::sum);
        long began = System.nanoTime();
        String how = once(shared, program, setting);
        System.out.printf(
            "%4d %-15s %-35s %6d ms  %s%n",
            i + 1, setting, program.name(), (System.nanoTime() - began) / 1_000_000, how);
      }
    }
    System.out.printf("%d runs, %s, %d unexplained%n", runs, counts, unexplained);
  }

  private String once(Sandbox shared, PythonProgram program, Setting setting)
      throws InterruptedException {
    Capsule capsule =
        with(program.capsule(), CPython.LIMITS.withMemoryBytes(setting.memoryMebibytes << 20));
    return switch (setting) {
      case SHARED, MODEST_MEMORY, LITTLE_MEMORY -> judge(program, setting, report(shared, capsule));
      case FRESH -> {
        try (var fresh = Sandbox.withCache(cache)) {
          yield judge(program, setting, report(fresh, capsule));
        }
      }
      case BESIDE_ANOTHER -> {
        PythonProgram other = programs.get(random.nextInt(programs.size()));
        Run beside = shared.start(other.capsule(), Streams.NONE);
        String how = judge(program, setting, report(shared, capsule));
        yield how + ", " + other.name() + " " + judge(other, setting, beside.report().join());
      }
      case CANCELLED -> {
        Run run = shared.start(capsule, Streams.NONE);
        Thread.sleep(Duration.ofMillis(random.nextInt(1500)));
        run.cancel();
        yield judge(program, setting, run.report().join());
      }
      case LITTLE_FUEL -> {
        Limits little = capsule.limits().withFuel(1 + random.nextLong(200_000_000));
        yield judge(program, setting, report(shared, with(capsule, little)));
      }
    };
  }

  private static Capsule with(Capsule capsule, Limits limits) {
    return new Capsule(
        capsule.name(),
        capsule.module(),
        capsule.entry(),
        limits,
        capsule.world(),
        capsule.engine());
  }

  private static Report report(Sandbox sandbox, Capsule capsule) {
    return sandbox.start(capsule, Streams.NONE).report().join();
  }

  /** A word on how it ended; with all that is known where nothing explains it. */
  private String judge(PythonProgram program, Setting setting, Report report) {
    String said = PythonProgram.said(report);
    if (said.equals(program.expected())) {
      return "as expected";
    }
    String stderr = new String(report.stderr().bytes(), StandardCharsets.UTF_8);
    if (isExplained(setting, report.outcome(), stderr)) {
      return report.outcome().kind();
    }
    unexplained++;
    return "UNEXPLAINED: "
        + report.outcome().message()
        + "\n--- said\n"
        + said
        + "\n--- stderr\n"
        + stderr
        + "\n---";
  }

  private static boolean isExplained(Setting setting, Outcome outcome, String stderr) {
    return switch (setting) {
      case SHARED, FRESH, BESIDE_ANOTHER -> false;
      case MODEST_MEMORY -> outcome instanceof Outcome.Exited && stderr.contains("MemoryError");
      case LITTLE_MEMORY ->
          outcome instanceof Outcome.Rejected
              || (outcome instanceof Outcome.Exited && stderr.contains("memory"))
              || (outcome instanceof Outcome.Exited && stderr.contains("MemoryError"));
      case CANCELLED -> outcome instanceof Outcome.Cancelled;
      case LITTLE_FUEL -> outcome instanceof Outcome.OutOfFuel;
    };
  }

  private static void delete(Path folder) throws IOException {
    List<Path> inside = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(inside::add);
    }
    for (Path path : inside.reversed()) {
      Files.delete(path);
    }
  }
}
