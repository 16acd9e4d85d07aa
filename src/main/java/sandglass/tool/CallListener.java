package sandglass.tool;

/** Is told of the tool calls that ran a guest, each once it has ended. */
@FunctionalInterface
public interface CallListener {
  /** Does nothing. */
  CallListener NONE = _ -> {};

  /**
   * A call has ended. The caller waits for its answer: this must return at once, and throw nothing.
   * May be called on any thread, by several at the same time.
   */
  void ended(FinishedCall call);
}
