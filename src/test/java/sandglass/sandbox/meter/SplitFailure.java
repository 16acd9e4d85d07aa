package sandglass.sandbox.meter;

import java.util.Base64;

/** The splitter threw, on a module that the meter wrote: its own mistake. */
@SuppressWarnings("serial")
final class SplitFailure extends RuntimeException {
  private SplitFailure(byte[] module, Throwable cause) {
    super(
        "the splitter failed with " + cause + " on " + Base64.getEncoder().encodeToString(module),
        cause);
  }

  /** Splits a module; any exception becomes a failure of the test. */
  static Split guard(byte[] metered, int target) {
    try {
      return Splitter.split(metered, target);
    } catch (RuntimeException | StackOverflowError e) {
      throw new SplitFailure(metered, e);
    }
  }
}
