package sandglass.sandbox.meter;

import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;

/** What must hold for the random module of one seed. */
final class RandomSeed {
  static final String ENGINES_DISAGREE = "engines disagree on the module as it is";

  private static final long FUEL = 200_000;

  private RandomSeed() {}

  /**
   * Checks a seed.
   *
   * @return how the run with ample fuel ended, for a count of what was seen
   */
  static String check(long seed) {
    byte[] original = RandomModule.of(seed);
    try {
      return check(original);
    } catch (RuntimeException | AssertionError e) {
      if (enginesDisagree(original)) {
        return ENGINES_DISAGREE;
      }
      throw new AssertionError(
          "seed %d: %s%nwasm: %s"
              .formatted(seed, e.getMessage(), Base64.getEncoder().encodeToString(original)),
          e);
    }
  }

  private static String check(byte[] original) {
    String problem = MeteredModuleCheck.problem(original);
    if (problem != null) {
      throw new AssertionError(problem);
    }
    byte[] metered = Meter.meter(original).module();
    RandomRun.Ending ending = split(metered, FUEL);
    if (!ending.isOutOfFuel() && !ending.kind().startsWith("start")) {
      for (Side side : List.of(Side.INTERPRETED, Side.COMPILED)) {
        same(side + " unmetered", ending.withoutFuel(), RandomRun.run(side, original, 0));
      }
      long used = FUEL - ending.fuelLeft();
      LongStream.of(1, used / 3, used / 2, used - 1, used, used + 1)
          .filter(limit -> limit > 0)
          .distinct()
          .forEach(limit -> bothEngines(metered, limit));
      if (used > 1) {
        split(metered, used / 2);
      }
    }
    return ending.kind();
  }

  private static RandomRun.Ending bothEngines(byte[] metered, long fuel) {
    RandomRun.Ending interpreted = RandomRun.run(Side.INTERPRETED_METERED, metered, fuel);
    RandomRun.Ending compiled = RandomRun.run(Side.COMPILED_METERED, metered, fuel);
    same("compiled with fuel " + fuel, interpreted, compiled);
    return interpreted;
  }

  /** Split into tiny parts, it must do the same as whole. */
  private static RandomRun.Ending split(byte[] metered, long fuel) {
    RandomRun.Ending whole = bothEngines(metered, fuel);
    for (Side side : List.of(Side.INTERPRETED_SPLIT, Side.COMPILED_SPLIT)) {
      same(side + " with fuel " + fuel, whole, RandomRun.run(side, metered, fuel));
    }
    return whole;
  }

  private static void same(String what, RandomRun.Ending expected, RandomRun.Ending got) {
    if (!got.cannotCompile() && !expected.equals(got)) {
      throw new AssertionError("%s: %s, expected %s".formatted(what, got, expected));
    }
  }

  /** Chicory's engines each have their faults: where they differ unmetered, nothing is proved. */
  private static boolean enginesDisagree(byte[] original) {
    byte[] metered = Meter.meter(original).module();
    if (RandomRun.run(Side.INTERPRETED_METERED, metered, FUEL).isOutOfFuel()) {
      return false;
    }
    RandomRun.Ending compiled = RandomRun.run(Side.COMPILED, original, 0);
    return compiled.cannotCompile()
        || !compiled.equals(RandomRun.run(Side.INTERPRETED, original, 0));
  }
}
