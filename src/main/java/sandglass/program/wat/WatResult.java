package sandglass.program.wat;

import java.util.List;

/** What became of a WebAssembly text. */
public sealed interface WatResult {

  /**
   * It compiled.
   *
   * @param wasm a valid binary with a name section
   */
  @SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
  record Compiled(byte[] wasm) implements WatResult {}

  /**
   * It has errors.
   *
   * @param errors at least one, in the order found
   */
  record Failed(List<WatError> errors) implements WatResult {
    /** Copies the errors. */
    public Failed {
      errors = List.copyOf(errors);
    }
  }

  /** The calling thread was interrupted; its interrupt flag is set again. */
  record Interrupted() implements WatResult {}

  /**
   * One error.
   *
   * @param line the line, from 1; 0 where the error has no place
   * @param column the column in characters (code points; a tab is one), from 1; 0 without a place
   * @param length characters on that line, 1 or more; 0 without a place
   * @param message the compiler's words
   */
  record WatError(int line, int column, int length, String message) {}
}
