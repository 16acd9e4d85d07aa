package sandglass.sandbox;

/** How far the preparation of a module is. Advanced by its threads, read by any. */
final class PreparationProgress {
  private double done;

  /** From 0 to 1; never falls. */
  synchronized double value() {
    return done;
  }

  /** Goes to {@code value}, if that is further. */
  synchronized void reach(double value) {
    done = Math.max(done, Math.min(1, value));
  }

  synchronized void advance(double by) {
    reach(done + by);
  }
}
