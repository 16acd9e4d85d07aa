package sandglass.capsule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import sandglass.data.Fields;

/** Reads what a run is expected to do. */
final class ExpectedFields {
  private static final Set<String> KINDS =
      new TreeSet<>(
          List.of(
              "exited",
              "trapped",
              "out_of_fuel",
              "out_of_memory",
              "timed_out",
              "cancelled",
              "output_limit",
              "rejected"));
  private static final Set<String> CHANGES =
      new TreeSet<>(List.of("created", "changed", "deleted"));

  private ExpectedFields() {}

  static Expected read(Fields fields) {
    var outcome = fields.object("outcome");
    var kind = outcome.flatMap(o -> oneOf(o, "kind", KINDS));
    var exitCode =
        outcome.flatMap(o -> o.integer("exit_code", Integer.MIN_VALUE, Integer.MAX_VALUE));
    var message = outcome.flatMap(o -> o.text("message"));
    outcome.ifPresent(Fields::end);
    var expected =
        new Expected(
            kind,
            exitCode.map(Math::toIntExact),
            message,
            fields.has("results")
                ? Optional.of(fields.texts("results"))
                : absent(fields, "results"),
            count(fields, "fuel_used"),
            count(fields, "memory_peak_bytes"),
            list(fields, "memory_growths", ExpectedFields::growth),
            stream(fields, "stdout"),
            stream(fields, "stderr"),
            count(fields, "stdout_dropped_bytes"),
            count(fields, "stderr_dropped_bytes"),
            list(fields, "files", ExpectedFields::file),
            list(fields, "calls", ExpectedFields::call),
            ContentFields.digest(fields, "module_sha256"));
    fields.end();
    return expected;
  }

  private static <T> Optional<T> absent(Fields fields, String key) {
    fields.node(key);
    return Optional.empty();
  }

  private static Optional<String> oneOf(Fields fields, String key, Set<String> known) {
    var text = fields.text(key);
    if (text.isPresent() && !known.contains(text.get())) {
      fields.problem(
          key, "must be one of " + String.join(", ", known) + ", not \"" + text.get() + "\"");
    }
    return text;
  }

  private static OptionalLong count(Fields fields, String key) {
    var found = fields.integer(key, 0, Long.MAX_VALUE);
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  private static long required(Fields fields, String key) {
    if (!fields.has(key)) {
      fields.node(key);
      fields.problem(key, "is missing");
    }
    return count(fields, key).orElse(0);
  }

  private static Optional<Content.Here> stream(Fields fields, String key) {
    String base64 = key + "_base64";
    fields.node(key);
    fields.node(base64);
    if (fields.has(key) && fields.has(base64)) {
      fields.problem(base64, "is there beside " + key + "; leave one of them out");
      return Optional.empty();
    }
    return fields.has(key)
        ? ContentFields.here(fields, key, true)
        : ContentFields.here(fields, base64, false);
  }

  private static <T> Optional<List<T>> list(Fields fields, String key, Function<Fields, T> reader) {
    if (!fields.has(key)) {
      return absent(fields, key);
    }
    var all = new ArrayList<T>();
    for (Fields item : fields.objects(key)) {
      all.add(reader.apply(item));
      item.end();
    }
    return Optional.of(List.copyOf(all));
  }

  private static Expected.Growth growth(Fields fields) {
    return new Expected.Growth(
        required(fields, "fuel"), required(fields, "pages"), fields.flag("granted").orElse(true));
  }

  private static Expected.File file(Fields fields) {
    String path = fields.requiredText("path");
    String change = oneOf(fields, "change", CHANGES).orElse("changed");
    return new Expected.File(path, change, required(fields, "bytes"));
  }

  private static Expected.Call call(Fields fields) {
    return new Expected.Call(required(fields, "fuel"), fields.requiredText("call"));
  }
}
