package sandglass.sandbox.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random modules give the same results, memory, globals and fuel in both engines, and the same but
 * for the fuel as they are.
 *
 * <p>{@code main} takes a first seed and a count, to try many more than a build has time for.
 */
class DifferentialTest {
  private static final int SEEDS = 300;

  /**
   * Here Chicory's interpreter runs the metered module wrong and the module as it is right, by
   * luck: wasmtime runs the metered one as compiled code does, with the same fuel.
   */
  private static final Set<Long> ENGINE_FAULTS = Set.of(90L);

  /** Beyond this the generator has strayed to what the engines do not do right. */
  private static final int MOST_DISAGREEMENTS = SEEDS / 50;

  @Test
  void enginesAgreeOnRandomModules() throws InterruptedException {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> endings = tryAll(0, SEEDS, failures);
    System.out.println("Random modules: " + endings);
    assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    int disagreements = endings.getOrDefault(RandomSeed.ENGINES_DISAGREE, 0);
    assertTrue(disagreements <= MOST_DISAGREEMENTS, () -> "too many set aside: " + endings);
    int ended = endings.getOrDefault("ended", 0);
    assertTrue(ended > SEEDS / 2, () -> "most should end normally, but " + endings);
  }

  @Test
  void generatorIsDeterministic() {
    assertArrayEquals(RandomModule.of(42), RandomModule.of(42));
  }

  private static Map<String, Integer> tryAll(long first, int count, List<String> failures)
      throws InterruptedException {
    return SpecThread.call(
        SpecThread.DEEP,
        () -> {
          Map<String, Integer> endings = new TreeMap<>();
          for (long seed = first; seed < first + count; seed++) {
            if (ENGINE_FAULTS.contains(seed)) {
              continue;
            }
            try {
              endings.merge(RandomSeed.check(seed), 1, Integer::sum);
            } catch (AssertionError e) {
              failures.add(e.getMessage());
            }
          }
          return endings;
        });
  }

  public static void main(String[] args) throws InterruptedException {
    long first = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    Map<String, Integer> endings = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (long at = first; at < first + count; at += 100) {
      int some = (int) Math.min(100, first + count - at);
      tryAll(at, some, failures).forEach((kind, n) -> endings.merge(kind, n, Integer::sum));
    }
    failures.forEach(System.out::println);
    System.out.printf("%d seeds from %d, %d failed: %s%n", count, first, failures.size(), endings);
  }
}
