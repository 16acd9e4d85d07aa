package sandglass.sandbox.wasi;

/** What time a guest sees. */
public enum Clock {
  /** Starts at 2026-01-01T00:00:00Z and advances 1 ns a unit of fuel; a sleep moves it at once. */
  VIRTUAL,
  /** The machine's clock; sleeps take their time, within the run's timeout. */
  REAL,
  /** No clock: the calls fail with {@code ENOTSUP}. */
  OFF
}
