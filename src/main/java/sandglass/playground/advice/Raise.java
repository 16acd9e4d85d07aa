package sandglass.playground.advice;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import sandglass.playground.advice.AdviceAction.RaiseLimit;
import sandglass.playground.limits.LimitKind;
import sandglass.sandbox.Limits;

/** How far to raise a limit that ended a run: to a round number, well above what was there. */
final class Raise {
  /** Bytes of a page of linear memory. */
  static final long PAGE = 65_536;

  /** The most memory that the engine can give. */
  static final long MAX_MEMORY = 2L << 30;

  private static final long MAX_BYTES = 1L << 40;
  private static final long MAX_ELEMENTS = 10_000_000;
  private static final long MAX_NANOS = Duration.ofDays(365).toNanos();
  private static final long SECOND = 1_000_000_000L;

  private Raise() {}

  /** Ten times as much, and twice what was used; empty at the largest limit. */
  static Optional<RaiseLimit> fuel(Limits limits, long used) {
    long least = Math.max(times(limits.fuel(), 10), times(used, 2));
    return to(LimitKind.FUEL, limits, Math.min(round(least), Limits.MAX_FUEL));
  }

  /** Twice as long. */
  static Optional<RaiseLimit> timeout(Limits limits) {
    long twice = times(limits.timeout().toNanos(), 2);
    long unit = twice >= SECOND ? SECOND : 1_000_000;
    long round = Math.ceilDiv(twice, unit) * unit;
    return to(LimitKind.TIMEOUT, limits, Math.min(round, MAX_NANOS));
  }

  /**
   * Twice as many bytes, or the next power of two that holds what is needed.
   *
   * @param needed bytes; 0 where that is not known
   * @return empty if what is needed cannot be had
   */
  static Optional<RaiseLimit> bytes(LimitKind kind, Limits limits, long needed) {
    long most = kind == LimitKind.MEMORY ? MAX_MEMORY : MAX_BYTES;
    if (needed > most) {
      return Optional.empty();
    }
    long twice = Math.max(times(kind.get(limits), 2), 1 << 20);
    long enough = twice >= needed ? twice : Math.max(1, Long.highestOneBit(needed - 1) << 1);
    return to(kind, limits, Math.min(enough, most));
  }

  /** Twice as many elements, or a round number that holds what is needed. */
  static Optional<RaiseLimit> elements(Limits limits, long needed) {
    long enough = Math.max(times(limits.tableElements(), 2), needed);
    return needed > MAX_ELEMENTS
        ? Optional.empty()
        : to(LimitKind.TABLES, limits, Math.min(round(enough), MAX_ELEMENTS));
  }

  private static Optional<RaiseLimit> to(LimitKind kind, Limits limits, long value) {
    return value > kind.get(limits) ? Optional.of(new RaiseLimit(kind, value)) : Optional.empty();
  }

  private static long times(long value, long factor) {
    return Math.clamp(value, 0, Long.MAX_VALUE / factor) * factor;
  }

  /** The next number of the form 1, 2 or 5 with zeros behind. */
  private static long round(long value) {
    var least = BigInteger.valueOf(Math.max(1, value));
    var power = BigInteger.ONE;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        var candidate = power.multiply(BigInteger.valueOf(digit));
        if (candidate.compareTo(least) >= 0) {
          return candidate.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        }
      }
      power = power.multiply(BigInteger.TEN);
    }
  }
}
