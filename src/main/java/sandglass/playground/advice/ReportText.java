package sandglass.playground.advice;

import java.util.Locale;
import sandglass.playground.limits.LimitKind;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Interpreted;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;

/**
 * A run as plain text, to be pasted where people talk about it: how it ended, what it used, the
 * ends of its output, its last calls. Bounded. Names no folder of this machine.
 */
public final class ReportText {
  private static final int OUTPUT_CHARS = 4_000;
  private static final int CALLS = 40;
  private static final int FILES = 50;
  private static final int FRAMES = 20;

  private ReportText() {}

  /** The text, each line ended by a line feed. */
  public static String of(EndedRun run) {
    Report report = run.report();
    var advice = Advice.of(run);
    var text = new StringBuilder();
    line(text, AdviceText.name(run.capsule().name()) + ": " + advice.headline());
    line(text, String.join(" · ", advice.figures()));
    if (!advice.sentence().isEmpty()) {
      line(text, advice.sentence());
    }
    if (report.outcome() instanceof Outcome.Trapped trapped && !trapped.backtrace().isEmpty()) {
      section(text, "Backtrace, innermost first");
      trapped.backtrace().stream().limit(FRAMES).forEach(frame -> line(text, "  " + frame));
      more(text, trapped.backtrace().size() - FRAMES, "frames");
    }
    run(text, run);
    output(text, "stdout", report.stdout());
    output(text, "stderr", report.stderr());
    files(text, report);
    calls(text, report);
    return text.toString();
  }

  private static void run(StringBuilder text, EndedRun run) {
    Report report = run.report();
    section(text, "Run");
    line(
        text,
        "  module: %s bytes, sha-256 %s"
            .formatted(Quantities.formatCount(report.module().bytes()), report.module().sha256()));
    var interpreted = report.module().interpreted();
    for (var entry : interpreted.subList(0, Math.min(FRAMES, interpreted.size()))) {
      String what =
          entry.function() == Interpreted.ALL
              ? "all of it"
              : "function " + entry.function() + " " + AdviceText.name(entry.name());
      line(text, "  interpreted: " + what.strip() + ", since " + entry.reason());
    }
    more(text, interpreted.size() - FRAMES, "interpreted functions");
    if (run.capsule().entry() instanceof Entry.Invoke invoke) {
      String args = String.join(", ", invoke.args());
      line(text, "  calls: " + AdviceText.name(invoke.export()) + "(" + args + ")");
    }
    line(text, "  limits: " + limits(run.capsule().limits()));
    var world = run.capsule().world();
    line(
        text,
        "  world: %d arguments, %d variables, clock %s, random %s"
            .formatted(
                world.args().size(),
                world.env().size(),
                world.clock().name().toLowerCase(Locale.ROOT),
                world.random().mode().name().toLowerCase(Locale.ROOT)));
    for (var folder : world.folders()) {
      String mode = folder.writable() ? "writable" : "read-only";
      line(text, "  folder: " + AdviceText.name(folder.guest()) + ", " + mode);
    }
  }

  private static String limits(Limits limits) {
    var text = new StringBuilder();
    for (LimitKind kind : LimitKind.values()) {
      text.append(text.isEmpty() ? "" : ", ").append(kind.label()).append(' ');
      text.append(kind.format(kind.get(limits)));
    }
    return text.toString();
  }

  private static void output(StringBuilder text, String stream, Report.Captured captured) {
    if (captured.bytes().length == 0) {
      return;
    }
    section(text, stream);
    String all = captured.text();
    int from = Math.max(0, all.length() - OUTPUT_CHARS);
    if (from > 0) {
      from += Character.isLowSurrogate(all.charAt(from)) ? 1 : 0;
      line(text, String.format(Locale.ROOT, "  (%,d characters before this are left out)", from));
    }
    all.substring(from).lines().forEach(line -> line(text, "  " + line));
    if (captured.droppedBytes() > 0) {
      line(
          text,
          String.format(Locale.ROOT, "  (%,d bytes more were dropped)", captured.droppedBytes()));
    }
  }

  private static void files(StringBuilder text, Report report) {
    if (report.files().isEmpty()) {
      return;
    }
    section(text, "Files");
    report.files().stream()
        .limit(FILES)
        .forEach(
            file ->
                line(
                    text,
                    "  %s %s, %s bytes"
                        .formatted(
                            file.change().name().toLowerCase(Locale.ROOT),
                            AdviceText.name(file.path()),
                            Quantities.formatCount(file.bytes()))));
    more(text, report.files().size() - FILES, "files");
  }

  private static void calls(StringBuilder text, Report report) {
    int count = report.calls().size();
    if (count == 0) {
      return;
    }
    section(text, String.format(Locale.ROOT, "WASI calls, the last of %,d", count));
    report.calls().stream().skip(Math.max(0, count - CALLS)).forEach(c -> line(text, "  " + c));
    more(text, report.callsDropped(), "calls");
  }

  private static void section(StringBuilder text, String title) {
    line(text, "");
    line(text, title);
  }

  private static void more(StringBuilder text, long count, String what) {
    if (count > 0) {
      line(text, String.format(Locale.ROOT, "  and %,d %s more", count, what));
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
