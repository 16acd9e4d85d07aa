package sandglass.playground.limits;

import java.time.Duration;
import sandglass.sandbox.Limits;

/** How a {@link LimitKind} of the same name is set by a person: its words, unit and ranges. */
@SuppressWarnings("ImmutableEnumChecker") // ranges are two numbers each
enum LimitScale {
  /** Units of fuel. */
  FUEL(
      "Fuel",
      "How much work the guest may do: about one unit an instruction, as in wasmtime."
          + " When it is used up, the run stops.",
      LimitUnit.COUNT,
      new Range(1, Limits.MAX_FUEL),
      new Range(1_000, 1_000_000_000_000L),
      10),

  /** Bytes of linear memory. */
  MEMORY(
      "Memory",
      "How much linear memory the guest may have, all its memories together."
          + " A growth beyond it is refused, and the guest is told so.",
      LimitUnit.BYTES,
      new Range(0, 1L << 40),
      new Range(64 << 10, 4L << 30),
      2),

  /** Nanoseconds on the wall's clock. */
  TIMEOUT(
      "Timeout",
      "How long the whole run may take, loading the module included."
          + " When it is over, the run stops.",
      LimitUnit.TIME,
      new Range(Duration.ofMillis(1).toNanos(), Duration.ofDays(365).toNanos()),
      new Range(Duration.ofMillis(100).toNanos(), Duration.ofHours(1).toNanos()),
      2),

  /** Bytes of the module's binary. */
  MODULE(
      "Module",
      "How large the module's binary may be. A larger one is rejected before any of it runs.",
      LimitUnit.BYTES,
      new Range(8, 1L << 40),
      new Range(64 << 10, 1L << 30),
      2),

  /** Bytes written to stdout and stderr. */
  OUTPUT(
      "Output",
      "How much the guest may print, stdout and stderr together."
          + " When it has printed more, the run stops.",
      LimitUnit.BYTES,
      new Range(0, 1L << 40),
      new Range(1 << 10, 1L << 30),
      2),

  /** Bytes of files in the guest's folders. */
  FILES(
      "Files",
      "How much the files in the guest's folders may hold, copied in and written."
          + " A write beyond it fails, and the guest is told so.",
      LimitUnit.BYTES,
      new Range(0, 1L << 40),
      new Range(64 << 10, 4L << 30),
      2),

  /** Elements of all tables. */
  TABLES(
      "Tables",
      "How many elements the guest's tables may have together."
          + " A growth beyond it is refused, and the guest is told so.",
      LimitUnit.COUNT,
      new Range(0, Integer.MAX_VALUE),
      new Range(10, 10_000_000),
      2);

  /** From the least to the most, both included. */
  record Range(long min, long max) {}

  private final String label;
  private final String help;
  private final LimitUnit unit;
  private final Range typed;
  private final Range slider;
  private final int raise;

  LimitScale(String label, String help, LimitUnit unit, Range typed, Range slider, int raise) {
    this.label = label;
    this.help = help;
    this.unit = unit;
    this.typed = typed;
    this.slider = slider;
    this.raise = raise;
  }

  static LimitScale of(LimitKind kind) {
    return valueOf(kind.name());
  }

  /** One word for it. */
  String label() {
    return label;
  }

  /** What it bounds, and what happens when it is reached. */
  String help() {
    return help;
  }

  LimitUnit unit() {
    return unit;
  }

  /** What a person may type. */
  Range typed() {
    return typed;
  }

  /** What the slider reaches. */
  Range slider() {
    return slider;
  }

  /** By how much more it becomes when a run did not get by with it. */
  int raise() {
    return raise;
  }
}
