package sandglass.sandbox;

/**
 * A function that runs in the interpreter although compiled code was asked for.
 *
 * @param function its index, or -1 for the whole module
 * @param name its name, or {@code ""}
 * @param reason why, in words that follow "because"
 */
public record Interpreted(int function, String name, String reason) {
  /** Stands for all functions. */
  public static final int ALL = -1;
}
