package sandglass.sandbox;

/** What executes the metered module. Both give the same results and use the same fuel. */
public enum Engine {
  /** Compiled to JVM byte code: the default. */
  COMPILED,
  /** Interpreted: starts at once, runs many times slower. */
  INTERPRETER
}
