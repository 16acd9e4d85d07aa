package sandglass.capsule;

import java.math.BigDecimal;
import java.time.Duration;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.sandbox.Limits;

/** Reads limits; what is not said is a default. */
final class LimitsFields {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(Duration.ofDays(365).toMillis());

  private LimitsFields() {}

  static Limits read(Fields file, Limits base) {
    var found = file.object("limits");
    if (found.isEmpty()) {
      return base;
    }
    Fields fields = found.get();
    var limits =
        new Limits(
            fields.integer("fuel", 1, Limits.MAX_FUEL).orElse(base.fuel()),
            bytes(fields, "memory_bytes", 0, base.memoryBytes()),
            timeout(fields, base.timeout()),
            bytes(fields, "module_bytes", 8, base.moduleBytes()),
            bytes(fields, "output_bytes", 0, base.outputBytes()),
            bytes(fields, "file_bytes", 0, base.fileBytes()),
            bytes(fields, "table_elements", 0, base.tableElements()));
    fields.end();
    return limits;
  }

  private static long bytes(Fields fields, String key, long min, long otherwise) {
    return fields.integer(key, min, Long.MAX_VALUE).orElse(otherwise);
  }

  /** Milliseconds, of which there may be parts, down to the nanosecond. */
  private static Duration timeout(Fields fields, Duration otherwise) {
    var found = fields.node("timeout_ms");
    if (found.isEmpty()) {
      return otherwise;
    }
    if (!(found.get() instanceof Node.Decimal number)) {
      fields.problem("timeout_ms", "must be a number, not " + found.get().kind());
      return otherwise;
    }
    BigDecimal millis = number.value();
    // First by size and digits: those of 1e-999999999 would fill the memory.
    if (millis.signum() <= 0
        || millis.precision() - millis.scale() > 12
        || millis.compareTo(MAX_MILLIS) > 0) {
      fields.problem("timeout_ms", "must be above 0 and at most 31,536,000,000, which is a year");
      return otherwise;
    }
    if (millis.stripTrailingZeros().scale() > 6) {
      fields.problem("timeout_ms", "has more than 6 digits after the point");
      return otherwise;
    }
    return Duration.ofNanos(millis.multiply(NANOS).longValueExact());
  }
}
