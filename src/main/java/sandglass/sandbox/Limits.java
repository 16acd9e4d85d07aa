package sandglass.sandbox;

import java.time.Duration;

/**
 * What a run may use. Every limit is enforced while the guest runs; reaching one ends the run with
 * an {@link Outcome} of its own, except memory and tables, whose growth is refused to the guest.
 *
 * @param fuel units of fuel, 1 or more; a unit is wasmtime's: about one executed instruction
 * @param memoryBytes bytes of linear memory, all memories of the module together; 0 or more
 * @param timeout wall-clock time for everything from reading the module to its end; above zero
 * @param moduleBytes bytes of the module's binary, 8 or more
 * @param outputBytes bytes that the guest may write to stdout and stderr together; 0 or more
 * @param fileBytes bytes of file content in the guest's folders, copied in and written; 0 or more
 * @param tableElements elements of all tables together; 0 or more
 */
public record Limits(
    long fuel,
    long memoryBytes,
    Duration timeout,
    long moduleBytes,
    long outputBytes,
    long fileBytes,
    long tableElements) {

  /** Largest fuel limit: far beyond any run, and far from overflow. */
  public static final long MAX_FUEL = 1_000_000_000_000_000_000L;

  /**
   * 100,000,000 fuel, 256 MiB memory, 30 s, 50 MiB module, 64 MiB output, 256 MiB files, 10,000.
   */
  public static final Limits DEFAULT =
      new Limits(
          100_000_000L,
          256L << 20,
          Duration.ofSeconds(30),
          50L << 20,
          64L << 20,
          256L << 20,
          10_000);

  /** Checks the ranges. */
  public Limits {
    require(fuel >= 1 && fuel <= MAX_FUEL, "fuel must be between 1 and 10^18");
    require(memoryBytes >= 0, "memory must not be negative");
    require(timeout.isPositive(), "timeout must be above zero");
    require(timeout.compareTo(Duration.ofDays(365)) <= 0, "timeout must be at most 365 days");
    require(moduleBytes >= 8, "a module has at least 8 bytes");
    require(outputBytes >= 0, "output must not be negative");
    require(fileBytes >= 0, "files must not be negative");
    require(tableElements >= 0, "table elements must not be negative");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** These limits with another fuel limit. */
  public Limits withFuel(long units) {
    return new Limits(
        units, memoryBytes, timeout, moduleBytes, outputBytes, fileBytes, tableElements);
  }

  /** These limits with another memory limit, in bytes. */
  public Limits withMemoryBytes(long bytes) {
    return new Limits(fuel, bytes, timeout, moduleBytes, outputBytes, fileBytes, tableElements);
  }

  /** These limits with another timeout. */
  public Limits withTimeout(Duration time) {
    return new Limits(fuel, memoryBytes, time, moduleBytes, outputBytes, fileBytes, tableElements);
  }

  /** These limits with another limit on the module's size, in bytes. */
  public Limits withModuleBytes(long bytes) {
    return new Limits(fuel, memoryBytes, timeout, bytes, outputBytes, fileBytes, tableElements);
  }

  /** These limits with another limit on output, in bytes. */
  public Limits withOutputBytes(long bytes) {
    return new Limits(fuel, memoryBytes, timeout, moduleBytes, bytes, fileBytes, tableElements);
  }

  /** These limits with another limit on files, in bytes. */
  public Limits withFileBytes(long bytes) {
    return new Limits(fuel, memoryBytes, timeout, moduleBytes, outputBytes, bytes, tableElements);
  }

  /** These limits with another limit on table elements. */
  public Limits withTableElements(long elements) {
    return new Limits(fuel, memoryBytes, timeout, moduleBytes, outputBytes, fileBytes, elements);
  }
}
