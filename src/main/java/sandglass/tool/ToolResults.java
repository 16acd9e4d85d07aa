package sandglass.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.ReportJson;

/** Makes results of reports. Pure. */
public final class ToolResults {
  /** Growths, files and calls that the metadata list, each: answers are to stay small. */
  private static final int LISTED = 100;

  private ToolResults() {}

  /** What a call of the tool would be answered, had it led to this run. */
  public static ToolResult of(String tool, Report report) {
    return of(
        tool,
        report.outcome(),
        report.stdout().text(),
        report.stderr().text(),
        ReportJson.withoutStreams(report, LISTED));
  }

  static ToolResult of(
      String tool, Outcome outcome, String stdout, String stderr, ObjectNode metadata) {
    Optional<Integer> code =
        outcome instanceof Outcome.Exited exited ? Optional.of(exited.code()) : Optional.empty();
    boolean success = code.isPresent() && code.get() == 0;
    return new ToolResult(tool, success, stdout, error(outcome, success, stderr), code, metadata);
  }

  private static String error(Outcome outcome, boolean success, String stderr) {
    if (outcome instanceof Outcome.Exited) {
      return stderr.isEmpty() && !success ? outcome.message() : stderr;
    }
    String message =
        outcome instanceof Outcome.Trapped ? "trapped: " + outcome.message() : outcome.message();
    return stderr.isEmpty() ? message : message + "\n" + stderr;
  }
}
