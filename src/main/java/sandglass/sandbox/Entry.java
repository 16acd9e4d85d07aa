package sandglass.sandbox;

import java.util.List;

/** Where a run begins. A reactor's {@code _initialize} runs first in either case. */
public sealed interface Entry {

  /** The module's {@code _start}. */
  Entry START = new Start();

  /** The module's {@code _start}; a module without one is rejected, naming the exports it has. */
  record Start() implements Entry {}

  /**
   * An exported function.
   *
   * @param export its name
   * @param args one text a parameter, in decimal or {@code 0x} hexadecimal, floats also as {@code
   *     nan} or {@code inf}; checked against the parameter's type before the run
   */
  record Invoke(String export, List<String> args) implements Entry {
    /** Copies the arguments. */
    public Invoke {
      args = List.copyOf(args);
    }
  }
}
