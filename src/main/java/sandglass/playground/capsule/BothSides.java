package sandglass.playground.capsule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import sandglass.capsule.Content;
import sandglass.capsule.Difference;
import sandglass.capsule.Expected;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;

/** Shows both sides of a difference whole, where there is more to see than one line. Pure. */
final class BothSides {
  private BothSides() {}

  static Check.Difference of(Difference difference, Expected expected, Report report) {
    String field = difference.field();
    String what = name(field);
    if (field.equals("stdout")) {
      return streams(what, difference, expected.stdout(), report.stdout());
    }
    if (field.equals("stderr")) {
      return streams(what, difference, expected.stderr(), report.stderr());
    }
    if (field.startsWith("calls")) {
      return new Check.Difference(
          what,
          lines(expected.calls().orElse(List.of()), call -> call(call.fuel(), call.text())),
          lines(report.calls(), call -> call(call.fuel(), call.toString())),
          difference.fuel());
    }
    return new Check.Difference(
        what, difference.expected(), difference.actual(), difference.fuel());
  }

  private static Check.Difference streams(
      String what,
      Difference difference,
      java.util.Optional<Content.Here> expected,
      Report.Captured actual) {
    String wanted =
        expected.map(here -> new String(here.bytes(), StandardCharsets.UTF_8)).orElse("");
    if (wanted.equals(actual.text())) {
      // Bytes that are no text: only the place can be told.
      return new Check.Difference(
          what, difference.expected(), difference.actual(), difference.fuel());
    }
    return new Check.Difference(what, wanted, actual.text(), difference.fuel());
  }

  private static String call(long fuel, String text) {
    return "%14s  %s".formatted(Quantities.formatCount(fuel), text);
  }

  private static <T> String lines(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining("\n"));
  }

  /** What a person calls a field of the report. */
  private static String name(String field) {
    return switch (field) {
      case "fuel_used" -> "fuel";
      case "memory_peak_bytes" -> "peak memory";
      case "module_sha256" -> "module";
      case "outcome.exit_code" -> "exit code";
      case "outcome.message" -> "outcome's message";
      case "stdout_dropped_bytes" -> "dropped stdout";
      case "stderr_dropped_bytes" -> "dropped stderr";
      default ->
          field.startsWith("memory_growths")
              ? "memory growth"
              : field.startsWith("calls")
                  ? "WASI calls"
                  : field.startsWith("files ") ? "file " + field.substring(6) : field;
    };
  }
}
