package sandglass.tool.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.sandbox.Quantities;

/** Reads sizes, counts and times, each as a number or as a text with a unit. */
final class Amounts {
  private static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();

  /** To YAML 1.1 it is octal, to 1.2 it is not. */
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-9_].*");

  private final Fields fields;

  Amounts(Fields fields) {
    this.fields = fields;
  }

  /** Bytes, such as 65536 or {@code 64KiB}. */
  Optional<Long> bytes(String key, long min) {
    return amount(key, min, Long.MAX_VALUE, Quantities::parseBytes, "a size", "256MiB");
  }

  /** A count, such as 100000000 or {@code 100M}. */
  Optional<Long> count(String key, long min, long max) {
    return amount(key, min, max, Quantities::parseCount, "a count", "100M");
  }

  /** A time: a number of milliseconds, or a text such as {@code 30s}. */
  Optional<Duration> millis(String key) {
    if (fields.node(key).orElse(null) instanceof Node.Text text && !isOctal(text)) {
      try {
        Duration time = Quantities.parseDuration(text.value());
        if (time.isPositive() && time.toMillis() <= LONGEST_MILLIS) {
          return Optional.of(time);
        }
        fields.problem(key, "must be above zero and at most 365 days");
      } catch (IllegalArgumentException e) {
        fields.problem(key, e.getMessage());
      }
      return Optional.empty();
    }
    return amount(key, 1, LONGEST_MILLIS, Long::valueOf, "milliseconds", "30000")
        .map(Duration::ofMillis);
  }

  private Optional<Long> amount(
      String key, long min, long max, Function<String, Long> parser, String what, String example) {
    Optional<Node> node = fields.node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    switch (node.get()) {
      case Node.Decimal _ -> {
        return fields.integer(key, min, max);
      }
      case Node.Text text when isOctal(text) ->
          fields.problem(
              key, "begins with a 0, which makes it octal to some readers; write it without");
      case Node.Text text -> {
        try {
          long value = parser.apply(text.value());
          if (value >= min && value <= max) {
            return Optional.of(value);
          }
          fields.problem(key, String.format(Locale.ROOT, "must be between %,d and %,d", min, max));
        } catch (IllegalArgumentException e) {
          fields.problem(key, e.getMessage());
        }
      }
      default ->
          fields.problem(
              key, "must be %s such as %s, not %s".formatted(what, example, node.get().kind()));
    }
    return Optional.empty();
  }

  private static boolean isOctal(Node.Text text) {
    return OCTAL.matcher(text.value()).matches();
  }
}
