package sandglass.sandbox;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes, counts and durations as people write them: {@code 256MiB}, {@code 1M}, {@code 30s}. Case
 * does not matter, {@code _} may group digits, and a fraction is fine where the result is whole.
 * Every parser throws {@link IllegalArgumentException} with a message that quotes the text and
 * shows an example. Pure.
 */
public final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9](?:_?[0-9])*(?:\\.[0-9]+)?(?:[eE]\\+?[0-9]{1,9})?)\\s*([a-zA-Zµ]*)");

  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("b", 1L),
          Map.entry("k", 1L << 10),
          Map.entry("kib", 1L << 10),
          Map.entry("kb", 1_000L),
          Map.entry("m", 1L << 20),
          Map.entry("mib", 1L << 20),
          Map.entry("mb", 1_000_000L),
          Map.entry("g", 1L << 30),
          Map.entry("gib", 1L << 30),
          Map.entry("gb", 1_000_000_000L),
          Map.entry("t", 1L << 40),
          Map.entry("tib", 1L << 40),
          Map.entry("tb", 1_000_000_000_000L));

  private static final Map<String, Long> COUNTS =
      Map.of(
          "",
          1L,
          "k",
          1_000L,
          "m",
          1_000_000L,
          "g",
          1_000_000_000L,
          "b",
          1_000_000_000L,
          "t",
          1_000_000_000_000L);

  private static final Map<String, Long> NANOS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "µs",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          1_000_000_000L,
          "m",
          60_000_000_000L,
          "min",
          60_000_000_000L,
          "h",
          3_600_000_000_000L,
          "d",
          86_400_000_000_000L);

  private Quantities() {}

  /**
   * A size in bytes. {@code k}, {@code M}, {@code G} and {@code T} alone are powers of 1024, as are
   * {@code KiB} and so on; {@code KB} and so on are powers of 1000.
   */
  public static long parseBytes(String text) {
    return parse(text, BYTES, "a size", "256MiB or 65536");
  }

  /** A count. {@code k}, {@code M}, {@code G} and {@code T} are powers of 1000. */
  public static long parseCount(String text) {
    return parse(text, COUNTS, "a count", "1M or 100_000_000");
  }

  /** A duration, with its unit: {@code ns us ms s m h d}. */
  public static Duration parseDuration(String text) {
    String example = "30s, 500ms or 2m";
    if (unit(text).filter(String::isEmpty).isPresent()) {
      throw refuse(text, "lacks its unit", example);
    }
    return Duration.ofNanos(parse(text, NANOS, "a duration", example));
  }

  /** The size in the largest unit that is exact enough: {@code 256 MiB}, {@code 1.5 KiB}. */
  public static String formatBytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    double value = bytes;
    while (Math.abs(value) >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    String noun = bytes == 1 ? "byte" : units[unit];
    return unit == 0 ? bytes + " " + noun : trim(value) + " " + noun;
  }

  /** The count with its thousands grouped: {@code 100,000,000}. */
  public static String formatCount(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The duration in a unit that suits it: {@code 30 s}, {@code 12.3 ms}. */
  public static String formatDuration(Duration duration) {
    double nanos = duration.getSeconds() * 1e9 + duration.getNano();
    if (nanos < 1e3) {
      return (long) nanos + " ns";
    }
    if (nanos < 1e6) {
      return trim(nanos / 1e3) + " µs";
    }
    if (nanos < 1e9) {
      return trim(nanos / 1e6) + " ms";
    }
    if (nanos < 120e9) {
      return trim(nanos / 1e9) + " s";
    }
    return nanos < 7200e9 ? trim(nanos / 60e9) + " min" : trim(nanos / 3600e9) + " h";
  }

  private static String trim(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static Optional<String> unit(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  private static long parse(String text, Map<String, Long> units, String what, String example) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no text where " + what + " should be; write for example " + example);
    }
    if (stripped.startsWith("-")) {
      throw refuse(text, "is negative", example);
    }
    Matcher matcher = NUMBER.matcher(stripped);
    if (stripped.length() > 100 || !matcher.matches()) {
      throw refuse(text, "is not " + what, example);
    }
    Long unit = units.get(matcher.group(2).toLowerCase(Locale.ROOT));
    if (unit == null) {
      throw refuse(text, "has an unknown unit (" + matcher.group(2) + ")", example);
    }
    var number = new BigDecimal(matcher.group(1).replace("_", ""));
    // Beyond this many digits before the point nothing fits, and expanding 1e999999999 takes
    // forever.
    if (number.signum() != 0 && number.precision() - number.scale() > 19) {
      throw refuse(text, "is too large", example);
    }
    var value = number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
    if (value.scale() > 0) {
      throw refuse(text, "is not a whole number", example);
    }
    BigInteger whole = value.toBigInteger();
    if (whole.bitLength() > 63) {
      throw refuse(text, "is too large", example);
    }
    return whole.longValueExact();
  }

  private static IllegalArgumentException refuse(String text, String why, String example) {
    String quoted = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new IllegalArgumentException(
        "\"" + quoted + "\" " + why + "; write for example " + example);
  }
}
