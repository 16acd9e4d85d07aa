package sandglass.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why there is no {@link Program}. Every message names the file, the place, the cause, the cure.
 */
public abstract sealed class ProgramException extends Exception {
  private final transient String name;

  private ProgramException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** What the input is called in messages. */
  public String name() {
    return name;
  }

  /** The source has errors. */
  public static final class InSource extends ProgramException {
    private final transient List<SourceError> errors;

    /**
     * @param name the file's name
     * @param errors at least one
     */
    public InSource(String name, List<SourceError> errors) {
      super(
          name,
          errors.stream()
              .map(e -> line(name, e))
              .collect(Collectors.joining(System.lineSeparator())));
      this.errors = List.copyOf(errors);
    }

    /** The errors in the order of the text. */
    public List<SourceError> errors() {
      return errors;
    }

    private static String line(String name, SourceError error) {
      String place = error.line() == 0 ? name : name + ":" + error.line() + ":" + error.column();
      return place + ": error: " + error.message();
    }
  }

  /** The input is not, or not yet, something that can run. */
  public static final class Rejected extends ProgramException {
    /**
     * @param name the file's name
     * @param reason one line without the name
     */
    public Rejected(String name, String reason) {
      super(name, name + ": " + reason);
    }
  }

  /** The calling thread was interrupted; its interrupt flag is set again. */
  public static final class Interrupted extends ProgramException {
    /**
     * @param name the file's name
     */
    public Interrupted(String name) {
      super(name, name + ": loading was cancelled");
    }
  }
}
