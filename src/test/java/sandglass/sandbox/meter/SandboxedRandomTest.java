package sandglass.sandbox.meter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/**
 * Random modules do the same in the sandbox whether interpreted or compiled: with all that the
 * sandbox makes of compiled code. What the engine's compiler refuses is interpreted, and runs too.
 *
 * <p>{@code main} takes a first seed and a count.
 */
class SandboxedRandomTest {
  private static final int SEEDS = 150;

  /** Chicory's interpreter runs it wrong; see {@link DifferentialTest}. */
  private static final long ENGINE_FAULT = 90;

  @Test
  void enginesAgreeInTheSandbox() {
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> failures = tryAll(0, SEEDS, kinds);
    System.out.println("Random modules in the sandbox: " + kinds);
    assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    assertTrue(kinds.getOrDefault("exited", 0) > SEEDS / 4, kinds::toString);
  }

  private static List<String> tryAll(long first, int count, Map<String, Integer> kinds) {
    List<String> failures = new ArrayList<>();
    try (var sandbox = Sandbox.inMemory()) {
      for (long seed = first; seed < first + count; seed++) {
        if (seed == ENGINE_FAULT) {
          continue;
        }
        byte[] module = RandomModule.of(seed);
        Report interpreted = run(sandbox, module, Engine.INTERPRETER);
        Report compiled = run(sandbox, module, Engine.COMPILED);
        kinds.merge(interpreted.outcome().kind(), 1, Integer::sum);
        String expected = essence(interpreted);
        String got = essence(compiled);
        if (!expected.equals(got)) {
          failures.add("seed " + seed + ": compiled " + got + ", interpreted " + expected);
        }
      }
    }
    return failures;
  }

  /** Fuel is exact but after a trap; the words for one trap may differ. */
  private static String essence(Report report) {
    boolean ended = report.outcome() instanceof Outcome.Exited;
    return report.outcome().kind()
        + (ended ? " " + report.results() + " " + report.fuelUsed() : "")
        + " "
        + report.memoryPeakBytes();
  }

  private static Report run(Sandbox sandbox, byte[] module, Engine engine) {
    var entry = new Entry.Invoke("main", List.of());
    var limits = Limits.DEFAULT.withFuel(200_000);
    var capsule = new Capsule("random", module, entry, limits, World.EMPTY, engine);
    return sandbox.start(capsule, Streams.NONE).report().join();
  }

  public static void main(String[] args) {
    Map<String, Integer> kinds = new TreeMap<>();
    tryAll(Long.parseLong(args[0]), Integer.parseInt(args[1]), kinds).forEach(System.out::println);
    System.out.println(kinds);
  }
}
