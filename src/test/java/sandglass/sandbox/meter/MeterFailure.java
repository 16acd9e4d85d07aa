package sandglass.sandbox.meter;

import java.util.Base64;

/** The meter threw something other than {@link InvalidModuleException}: its own mistake. */
@SuppressWarnings("serial")
final class MeterFailure extends RuntimeException {
  private MeterFailure(byte[] module, Throwable cause) {
    super(
        "the meter failed with " + cause + " on " + Base64.getEncoder().encodeToString(module),
        cause);
  }

  /** Meters a module; anything but the announced exception becomes a failure of the test. */
  static Metered guard(byte[] module) {
    try {
      return Meter.meter(module);
    } catch (InvalidModuleException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new MeterFailure(module, e);
    }
  }
}
