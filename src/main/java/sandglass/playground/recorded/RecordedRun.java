package sandglass.playground.recorded;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A capsule in a folder, as far as it is known.
 *
 * @param file where it is
 * @param stamp by which a change of the file is noticed
 * @param time when it was recorded: as its name says, else when the file was changed last
 * @param tool the tool that was called; {@code ""} where its name does not say
 * @param namedOutcome how the run ended as its name says, such as {@code trapped}; {@code ""} where
 *     it does not
 * @param content what is in it
 */
public record RecordedRun(
    Path file, Stamp stamp, LocalDateTime time, String tool, String namedOutcome, Content content) {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * What a file was like.
   *
   * @param modifiedMillis in milliseconds since 1970
   * @param bytes its size
   */
  public record Stamp(long modifiedMillis, long bytes) {}

  /** What is in the file. */
  public sealed interface Content {
    /** Nobody has looked yet. */
    record Unread() implements Content {}

    /**
     * A capsule.
     *
     * @param program what ran
     * @param outcome how it ended, such as {@code exited}; empty if it was not run
     * @param exitCode where it exited
     * @param fuel units used
     */
    record Capsule(
        String program, Optional<String> outcome, Optional<Integer> exitCode, OptionalLong fuel)
        implements Content {}

    /**
     * No capsule.
     *
     * @param reason what is wrong with it
     */
    record Damaged(String reason) implements Content {}
  }

  /** The file's name. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** When, to the second. */
  public String when() {
    return SHOWN.format(time);
  }

  /** What ran; {@code ""} where that is not known. */
  public String program() {
    return content instanceof Content.Capsule capsule ? capsule.program() : "";
  }

  /** How it ended, in words: {@code exited 1}, {@code out of fuel}, {@code damaged}. */
  public String outcome() {
    return switch (content) {
      case Content.Unread u -> namedOutcome.replace('_', ' ');
      case Content.Damaged d -> "damaged";
      case Content.Capsule capsule ->
          capsule.outcome().map(kind -> words(kind, capsule.exitCode())).orElse("not run yet");
    };
  }

  private static String words(String kind, Optional<Integer> exitCode) {
    return kind.replace('_', ' ')
        + exitCode.map(code -> " " + Integer.toUnsignedString(code)).orElse("");
  }

  /** Whether it ended other than by exiting with 0, or is no capsule. */
  public boolean failed() {
    return switch (content) {
      case Content.Unread u -> !namedOutcome.isEmpty() && !namedOutcome.equals("exited");
      case Content.Damaged d -> true;
      case Content.Capsule capsule ->
          capsule.outcome().filter(kind -> !kind.equals("exited")).isPresent()
              || capsule.exitCode().filter(code -> code != 0).isPresent();
    };
  }

  /** Why it cannot be opened; {@code ""} if it can, as far as is known. */
  public String reason() {
    return content instanceof Content.Damaged(var reason) ? reason : "";
  }

  /** The same with what is in it. */
  RecordedRun with(Content read) {
    return new RecordedRun(file, stamp, time, tool, namedOutcome, read);
  }
}
