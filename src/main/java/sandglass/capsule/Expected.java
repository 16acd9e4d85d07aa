package sandglass.capsule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run is expected to do. What is not said is not compared, so that an author may take away
 * what does not matter, such as the fuel of a student's program.
 *
 * @param outcome the outcome's kind, such as {@code exited}
 * @param exitCode where it exited
 * @param message the outcome's message
 * @param results of an invoked export, such as {@code i32:42}
 * @param fuelUsed units
 * @param memoryPeakBytes bytes
 * @param growths memory growths, in order
 * @param stdout what it wrote, as far as reports keep it
 * @param stderr what it wrote, as far as reports keep it
 * @param stdoutDropped bytes beyond those
 * @param stderrDropped bytes beyond those
 * @param files what it created, changed and deleted
 * @param calls WASI calls, in order, as far as reports keep them
 * @param moduleSha256 the digest of the module that ran
 */
public record Expected(
    Optional<String> outcome,
    Optional<Integer> exitCode,
    Optional<String> message,
    Optional<List<String>> results,
    OptionalLong fuelUsed,
    OptionalLong memoryPeakBytes,
    Optional<List<Growth>> growths,
    Optional<Content.Here> stdout,
    Optional<Content.Here> stderr,
    OptionalLong stdoutDropped,
    OptionalLong stderrDropped,
    Optional<List<File>> files,
    Optional<List<Call>> calls,
    Optional<String> moduleSha256) {

  /** No expectation at all. */
  static final Expected NOTHING =
      new Expected(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** These expectations with the kind of outcome, and with the module's digest. */
  Expected withOutcome(String kind, String digest) {
    return new Expected(
        Optional.of(kind),
        exitCode,
        message,
        results,
        fuelUsed,
        memoryPeakBytes,
        growths,
        stdout,
        stderr,
        stdoutDropped,
        stderrDropped,
        files,
        calls,
        Optional.of(digest));
  }

  /** One {@code memory.grow}: as in a report. */
  public record Growth(long fuel, long pages, boolean granted) {}

  /** One file that the guest changed; {@code change} is created, changed or deleted. */
  public record File(String path, String change, long bytes) {}

  /** One WASI call; {@code text} is as {@code --trace} prints it. */
  public record Call(long fuel, String text) {}
}
