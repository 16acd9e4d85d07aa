package sandglass.cli;

import java.util.List;
import java.util.Locale;
import sandglass.cli.CheckResult.Verdict;

/** Results in the format of JUnit, which build servers show. */
final class JUnitXml {
  private JUnitXml() {}

  static String of(List<CheckResult> results) {
    double seconds = results.stream().mapToDouble(CheckResult::millis).sum() / 1000;
    var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"sandglass check\" tests=\"%d\" failures=\"%d\" errors=\"%d\""
                + " skipped=\"0\" time=\"%.3f\">\n",
            results.size(),
            count(results, Verdict.FAILED),
            count(results, Verdict.ERROR),
            seconds));
    for (var result : results) {
      testcase(text, result);
    }
    return text.append("</testsuite>\n").toString();
  }

  private static long count(List<CheckResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  private static void testcase(StringBuilder text, CheckResult result) {
    text.append(
        String.format(
            Locale.ROOT,
            "  <testcase classname=\"capsules\" name=\"%s\" time=\"%.3f\"",
            escaped(result.name()),
            result.millis() / 1000));
    if (result.verdict() != Verdict.FAILED && result.verdict() != Verdict.ERROR) {
      text.append("/>\n");
      return;
    }
    String element = result.verdict() == Verdict.FAILED ? "failure" : "error";
    text.append(">\n    <").append(element).append(" message=\"");
    text.append(escaped(result.lines().getFirst())).append("\">");
    text.append(escaped(String.join("\n", result.lines())));
    text.append("</").append(element).append(">\n  </testcase>\n");
  }

  /** As XML has it: control characters and halves of characters have no form there at all. */
  private static String escaped(String value) {
    var text = new StringBuilder();
    Printable.of(value)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                case 0xfffe, 0xffff -> text.append("\\u%04x".formatted(c));
                default -> text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
