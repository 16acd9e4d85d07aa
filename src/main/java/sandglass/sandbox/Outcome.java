package sandglass.sandbox;

import java.util.List;

/**
 * How a run ended. What a guest does is a value, never an exception that escapes. Each outcome has
 * a message: one plain sentence with the cause and, where there is one, what to do.
 */
public sealed interface Outcome {

  /** One sentence for a person. */
  String message();

  /** The name in the report's JSON: {@code exited}, {@code trapped}, … */
  default String kind() {
    return switch (this) {
      case Exited e -> "exited";
      case Trapped t -> "trapped";
      case OutOfFuel f -> "out_of_fuel";
      case OutOfMemory m -> "out_of_memory";
      case TimedOut t -> "timed_out";
      case Cancelled c -> "cancelled";
      case OutputLimit o -> "output_limit";
      case Rejected r -> "rejected";
    };
  }

  /** The guest returned from its entry, or called {@code proc_exit}. */
  record Exited(int code) implements Outcome {
    @Override
    public String message() {
      return "exited with code " + code;
    }
  }

  /**
   * An instruction could not be executed.
   *
   * @param reason the trap in the specification's words, such as {@code integer divide by zero}
   * @param backtrace the guest's frames, innermost first; may be cut short
   */
  record Trapped(String reason, List<Frame> backtrace) implements Outcome {
    /** Copies the frames. */
    public Trapped {
      backtrace = List.copyOf(backtrace);
    }

    @Override
    public String message() {
      return backtrace.isEmpty() ? reason : reason + ", in " + backtrace.getFirst();
    }
  }

  /** The fuel was used up. */
  record OutOfFuel(String message) implements Outcome {}

  /** The guest needed more memory than the machine could give within the limit. */
  record OutOfMemory(String message) implements Outcome {}

  /** The time was used up. */
  record TimedOut(String message) implements Outcome {}

  /** Somebody stopped the run. */
  record Cancelled(String message) implements Outcome {}

  /** The guest wrote more output than allowed. */
  record OutputLimit(String message) implements Outcome {}

  /** The module or its world was refused before any of it ran. */
  record Rejected(String message) implements Outcome {}

  /**
   * One guest function on the stack.
   *
   * @param function the function's index in the module
   * @param name its name from the name section or an export, or {@code ""}
   */
  record Frame(int function, String name) {
    @Override
    public String toString() {
      return name.isEmpty()
          ? "function " + function
          : "function " + function + " ($" + PlainText.name(name) + ")";
    }
  }
}
