package sandglass.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.WasiCall;

/**
 * What a run did.
 *
 * @param outcome how it ended
 * @param results the results of an invoked export, as typed texts such as {@code i32:42}
 * @param fuelUsed units used; after {@link Outcome.OutOfFuel} at least the limit
 * @param memoryPeakBytes the most linear memory it had, in bytes, all memories together
 * @param memoryGrowths each {@code memory.grow}, in order, the first {@value #MAX_GROWTHS}
 * @param memoryGrowthsDropped growths beyond those
 * @param elapsedMillis wall-clock milliseconds from start to end
 * @param stdout the first bytes of stdout
 * @param stderr the first bytes of stderr
 * @param files what the guest created, changed or deleted in its writable folders
 * @param calls the first WASI calls, decoded
 * @param callsDropped calls beyond those
 * @param module the module's size and digest
 * @param startup what an interpreter used until its {@link Script} was handed over; the other
 *     figures, but for the memory, are the script's alone
 */
public record Report(
    Outcome outcome,
    List<String> results,
    long fuelUsed,
    long memoryPeakBytes,
    List<Growth> memoryGrowths,
    long memoryGrowthsDropped,
    double elapsedMillis,
    Captured stdout,
    Captured stderr,
    List<FileChange> files,
    List<WasiCall> calls,
    long callsDropped,
    ModuleId module,
    Optional<Startup> startup) {

  /** A report of a run without a script. */
  public Report(
      Outcome outcome,
      List<String> results,
      long fuelUsed,
      long memoryPeakBytes,
      List<Growth> memoryGrowths,
      long memoryGrowthsDropped,
      double elapsedMillis,
      Captured stdout,
      Captured stderr,
      List<FileChange> files,
      List<WasiCall> calls,
      long callsDropped,
      ModuleId module) {
    this(
        outcome,
        results,
        fuelUsed,
        memoryPeakBytes,
        memoryGrowths,
        memoryGrowthsDropped,
        elapsedMillis,
        stdout,
        stderr,
        files,
        calls,
        callsDropped,
        module,
        Optional.empty());
  }

  /** How many growths a report lists. */
  public static final int MAX_GROWTHS = 10_000;

  /** Bytes of stdout, and of stderr, that a report keeps. */
  public static final int CAPTURED_BYTES = 1 << 20;

  /**
   * The start of an interpreter.
   *
   * @param fuel units used until the script was handed over
   * @param elapsedMillis wall-clock milliseconds until the interpreter was ready for it
   * @param ahead whether it had been started before the run was asked for
   */
  public record Startup(long fuel, double elapsedMillis, boolean ahead) {}

  /**
   * One {@code memory.grow}.
   *
   * @param fuel fuel used by then
   * @param pages pages of 64 KiB asked for
   * @param granted whether it was granted
   */
  public record Growth(long fuel, long pages, boolean granted) {}

  /**
   * The head of a stream.
   *
   * @param bytes what was kept, at most {@value #CAPTURED_BYTES} bytes
   * @param droppedBytes how many more there were
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, read only
  public record Captured(byte[] bytes, long droppedBytes) {
    /** The bytes as UTF-8 text, what is not UTF-8 replaced by U+FFFD. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Which module it was.
   *
   * @param bytes its size
   * @param sha256 its digest in lower-case hexadecimal
   * @param interpreted the functions that were interpreted though compiled code was asked for, and
   *     why; one entry for the whole module where none was compiled
   */
  public record ModuleId(long bytes, String sha256, List<Interpreted> interpreted) {
    /** Copies the list. */
    public ModuleId {
      interpreted = List.copyOf(interpreted);
    }

    /** A module that ran as it was asked for. */
    public ModuleId(long bytes, String sha256) {
      this(bytes, sha256, List.of());
    }
  }
}
