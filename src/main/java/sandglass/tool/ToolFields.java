package sandglass.tool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sandglass.data.Fields;
import sandglass.program.ProgramException;
import sandglass.program.SourceError;
import sandglass.tool.ToolException.Kind;

/** Reads what several tools take, and says what is wrong with it by the field's name. */
final class ToolFields {
  private static final int MAX_SESSION_ID = 100;

  private ToolFields() {}

  /** Which of two fields is given; a problem where both are, or none though one must be. */
  static Optional<String> oneOf(Fields fields, String first, String second, boolean needed) {
    boolean both = fields.has(first) && fields.has(second);
    if (both) {
      fields.problem(second, "is given beside " + first + "; give one of them");
    } else if (needed && !fields.has(first) && !fields.has(second)) {
      fields.problem(first + " or " + second + " is missing; give one of them");
    }
    var _ = fields.text(first); // so that a wrong type is reported in any case
    var _ = fields.text(second);
    return fields.has(first)
        ? Optional.of(first)
        : fields.has(second) ? Optional.of(second) : Optional.empty();
  }

  /** The guest's arguments. */
  static List<String> argv(Fields fields) {
    List<String> argv = fields.texts("argv");
    for (int i = 0; i < argv.size(); i++) {
      if (argv.get(i).indexOf('\0') >= 0) {
        fields.problem("argv", "argument " + i + " holds a NUL, which no argument can");
      }
    }
    return argv;
  }

  /** How long the call may take: what it asks for, else {@code most}. */
  static Duration timeout(Fields fields, Duration most) {
    long seconds = most.getSeconds() + (most.getNano() > 0 ? 1 : 0);
    Optional<Duration> asked =
        fields
            .decimal("timeout_seconds", 0, seconds)
            .map(
                value ->
                    Duration.ofNanos(
                        value
                            .multiply(BigDecimal.valueOf(1_000_000_000))
                            .setScale(0, RoundingMode.CEILING)
                            .longValue()));
    return asked.filter(time -> time.compareTo(most) < 0).orElse(most);
  }

  /** The name of a session. */
  static Optional<String> sessionId(Fields fields) {
    Optional<String> id = fields.text("session_id");
    id.ifPresent(
        text -> {
          if (text.isBlank() || text.length() > MAX_SESSION_ID) {
            fields.problem("session_id", "must have 1 to " + MAX_SESSION_ID + " characters");
          } else if (text.codePoints().anyMatch(ToolFields::isUnprintable)) {
            fields.problem("session_id", "holds a control character; take letters and digits");
          }
        });
    return id;
  }

  private static boolean isUnprintable(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** What is wrong with the program that a field gave. */
  static ToolException refused(String field, ProgramException e) throws InterruptedException {
    if (e instanceof ProgramException.Interrupted) {
      boolean _ = Thread.interrupted();
      throw new InterruptedException();
    }
    if (e instanceof ProgramException.InSource wrong) {
      SourceError first = wrong.errors().getFirst();
      String place =
          first.line() == 0 ? "" : "line " + first.line() + ", column " + first.column() + ": ";
      return new ToolException(Kind.INVALID, field, place + first.message());
    }
    String message = e.getMessage();
    String prefix = e.name() + ": ";
    boolean isPath = field.endsWith("_path");
    return new ToolException(
        Kind.INVALID,
        field,
        message.startsWith(prefix) && !isPath ? message.substring(prefix.length()) : message);
  }
}
