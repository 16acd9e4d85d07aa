package sandglass.playground.limits;

import java.time.Duration;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Limits;

/** Limits that suit a purpose. */
@SuppressWarnings("ImmutableEnumChecker") // limits are a record of numbers
public enum LimitsPreset {
  /** The guide's. */
  DEFAULTS("Guide defaults", "What the guide recommends for most modules", Limits.DEFAULT),
  /** For what is not trusted at all. */
  STRICT(
      "Strict",
      "For a quick look at a module that you do not know",
      new Limits(1_000_000, 16L << 20, Duration.ofSeconds(1), 1L << 20, 1L << 20, 1L << 20, 1_000)),
  /** For an interpreter that is itself a large module. */
  CPYTHON("CPython", "For CPython and other large interpreters", Interpreter.LIMITS);

  private final String label;
  private final String help;
  private final Limits limits;

  LimitsPreset(String label, String help, Limits limits) {
    this.label = label;
    this.help = help;
    this.limits = limits;
  }

  /** What menus call it. */
  public String label() {
    return label;
  }

  /** What it is for. */
  public String help() {
    return help;
  }

  /** Its first limits, in short: {@code 1M · 16MiB · 1s}. */
  public String summary() {
    return "%s · %s · %s"
        .formatted(
            LimitUnit.COUNT.compact(limits.fuel()),
            LimitUnit.BYTES.compact(limits.memoryBytes()),
            LimitUnit.TIME.compact(limits.timeout().toNanos()));
  }

  /** Its limits. */
  public Limits limits() {
    return limits;
  }
}
