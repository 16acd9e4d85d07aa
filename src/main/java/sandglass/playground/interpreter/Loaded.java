package sandglass.playground.interpreter;

import sandglass.interpreter.Interpreter;

/** What came of loading an interpreter. */
public sealed interface Loaded {
  /** It can run scripts. */
  record There(Interpreter interpreter) implements Loaded {}

  /** It has not been fetched, or not been chosen. */
  record Missing() implements Loaded {}

  /**
   * It cannot be used.
   *
   * @param message what, where, what to do
   */
  record Failed(String message) implements Loaded {}
}
