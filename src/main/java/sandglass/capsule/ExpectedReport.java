package sandglass.capsule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;

/** Makes expectations of reports, and compares reports with them. Pure. */
public final class ExpectedReport {
  /** Changed files that are told apart; more are of no use to anybody. */
  private static final int MAX_FILES = 20;

  private ExpectedReport() {}

  /**
   * What a run did, to be expected of it again. Of a run that was stopped by the clock or by
   * somebody only that: what it did by then depends on the machine.
   */
  public static Expected of(Report report) {
    var outcome = report.outcome();
    boolean byChance = outcome instanceof Outcome.TimedOut || outcome instanceof Outcome.Cancelled;
    if (byChance) {
      return Expected.NOTHING.withOutcome(outcome.kind(), report.module().sha256());
    }
    return new Expected(
        Optional.of(outcome.kind()),
        exitCode(report),
        Optional.of(outcome.message()),
        report.results().isEmpty() ? Optional.empty() : Optional.of(report.results()),
        OptionalLong.of(report.fuelUsed()),
        OptionalLong.of(report.memoryPeakBytes()),
        Optional.of(growths(report)),
        Optional.of(new Content.Here(report.stdout().bytes())),
        Optional.of(new Content.Here(report.stderr().bytes())),
        OptionalLong.of(report.stdout().droppedBytes()),
        OptionalLong.of(report.stderr().droppedBytes()),
        Optional.of(files(report)),
        Optional.of(calls(report)),
        Optional.of(report.module().sha256()));
  }

  /**
   * What a run did, in those fields that were expected; all of them where none were.
   *
   * @param before what was expected before
   */
  public static Expected renew(Optional<Expected> before, Report report) {
    Expected now = of(report);
    if (before.isEmpty() || before.get().equals(Expected.NOTHING)) {
      return now;
    }
    Expected old = before.get();
    // A code belongs to its kind: another kind may have one where there was none.
    boolean code = old.exitCode().isPresent() || old.outcome().isPresent();
    return new Expected(
        kept(old.outcome(), now.outcome()),
        code ? now.exitCode() : Optional.empty(),
        kept(old.message(), now.message()),
        kept(old.results(), now.results()),
        kept(old.fuelUsed(), now.fuelUsed()),
        kept(old.memoryPeakBytes(), now.memoryPeakBytes()),
        kept(old.growths(), now.growths()),
        kept(old.stdout(), now.stdout()),
        kept(old.stderr(), now.stderr()),
        kept(old.stdoutDropped(), now.stdoutDropped()),
        kept(old.stderrDropped(), now.stderrDropped()),
        kept(old.files(), now.files()),
        kept(old.calls(), now.calls()),
        kept(old.moduleSha256(), now.moduleSha256()));
  }

  private static <T> Optional<T> kept(Optional<T> before, Optional<T> now) {
    return before.isPresent() ? now : Optional.empty();
  }

  private static OptionalLong kept(OptionalLong before, OptionalLong now) {
    return before.isPresent() ? now : OptionalLong.empty();
  }

  /**
   * In what a run differs from what is expected; nothing if it does as expected. What is not
   * expected is not compared.
   */
  public static List<Difference> compare(Expected expected, Report report) {
    var all = new ArrayList<Difference>();
    outcome(expected, report).ifPresent(all::add);
    expected
        .results()
        .filter(results -> !results.equals(report.results()))
        .ifPresent(
            results -> all.add(new Difference("results", list(results), list(report.results()))));
    stream("stdout", expected.stdout(), report.stdout()).ifPresent(all::add);
    stream("stderr", expected.stderr(), report.stderr()).ifPresent(all::add);
    number("stdout_dropped_bytes", expected.stdoutDropped(), report.stdout().droppedBytes())
        .ifPresent(all::add);
    number("stderr_dropped_bytes", expected.stderrDropped(), report.stderr().droppedBytes())
        .ifPresent(all::add);
    expected.files().ifPresent(files -> all.addAll(compareFiles(files, files(report))));
    expected
        .calls()
        .flatMap(
            calls ->
                first("calls", calls, calls(report), Expected.Call::fuel, ExpectedReport::text))
        .ifPresent(all::add);
    number("fuel_used", expected.fuelUsed(), report.fuelUsed()).ifPresent(all::add);
    number("memory_peak_bytes", expected.memoryPeakBytes(), report.memoryPeakBytes())
        .ifPresent(all::add);
    expected
        .growths()
        .flatMap(
            growths ->
                first(
                    "memory_growths",
                    growths,
                    growths(report),
                    Expected.Growth::fuel,
                    ExpectedReport::text))
        .ifPresent(all::add);
    expected
        .moduleSha256()
        .filter(digest -> !digest.equals(report.module().sha256()))
        .ifPresent(
            digest ->
                all.add(
                    new Difference(
                        "module_sha256", shortened(digest), shortened(report.module().sha256()))));
    return List.copyOf(all);
  }

  /** The kind first; where that differs, code and message do as a matter of course. */
  private static Optional<Difference> outcome(Expected expected, Report report) {
    String actual = ShortText.plain(report.outcome().message());
    String kind = report.outcome().kind();
    if (expected.outcome().isPresent() && !expected.outcome().get().equals(kind)) {
      String wanted = expected.outcome().get();
      String message = expected.message().map(text -> ": " + ShortText.plain(text)).orElse("");
      return Optional.of(new Difference("outcome", wanted + message, kind + ": " + actual));
    }
    if (expected.exitCode().isPresent() && !expected.exitCode().equals(exitCode(report))) {
      String code = exitCode(report).map(String::valueOf).orElse("none (" + actual + ")");
      return Optional.of(
          new Difference("outcome.exit_code", String.valueOf(expected.exitCode().get()), code));
    }
    return expected
        .message()
        .filter(message -> !message.equals(report.outcome().message()))
        .map(message -> new Difference("outcome.message", ShortText.plain(message), actual));
  }

  private static Optional<Integer> exitCode(Report report) {
    return report.outcome() instanceof Outcome.Exited(int code)
        ? Optional.of(code)
        : Optional.empty();
  }

  private static Optional<Difference> stream(
      String field, Optional<Content.Here> expected, Report.Captured actual) {
    return expected.flatMap(content -> StreamDifference.of(field, content.bytes(), actual.bytes()));
  }

  private static Optional<Difference> number(String field, OptionalLong expected, long actual) {
    return expected.isPresent() && expected.getAsLong() != actual
        ? Optional.of(
            new Difference(
                field,
                Quantities.formatCount(expected.getAsLong()),
                Quantities.formatCount(actual)))
        : Optional.empty();
  }

  /** The first one that differs, and the fuel of the earlier one of the two. */
  private static <T> Optional<Difference> first(
      String field,
      List<T> expected,
      List<T> actual,
      ToLongFunction<T> fuel,
      Function<T, String> text) {
    int count = Math.max(expected.size(), actual.size());
    for (int i = 0; i < count; i++) {
      var wanted = at(expected, i);
      var found = at(actual, i);
      if (!Objects.equals(wanted, found)) {
        long from =
            Math.min(
                wanted.map(fuel::applyAsLong).orElse(Long.MAX_VALUE),
                found.map(fuel::applyAsLong).orElse(Long.MAX_VALUE));
        return Optional.of(
            new Difference(
                field + "[" + i + "]",
                wanted.map(text).orElse("none"),
                found.map(text).orElse("none"),
                OptionalLong.of(from)));
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  private static List<Difference> compareFiles(
      List<Expected.File> expected, List<Expected.File> actual) {
    var wanted = new TreeMap<String, Expected.File>();
    var found = new TreeMap<String, Expected.File>();
    expected.forEach(file -> wanted.put(file.path(), file));
    actual.forEach(file -> found.put(file.path(), file));
    var paths = new TreeSet<>(wanted.keySet());
    paths.addAll(found.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(wanted.get(path), found.get(path)))
        .limit(MAX_FILES)
        .map(
            path ->
                new Difference(
                    "files " + ShortText.plain(path),
                    text(wanted.get(path)),
                    text(found.get(path))))
        .toList();
  }

  private static String text(Expected.File file) {
    if (file == null) {
      return "left alone";
    }
    return file.change().equals("deleted")
        ? file.change()
        : file.change() + ", " + Quantities.formatCount(file.bytes()) + " bytes";
  }

  private static String text(Expected.Call call) {
    return ShortText.plain(call.text()) + " at fuel " + Quantities.formatCount(call.fuel());
  }

  private static String text(Expected.Growth growth) {
    return growth.pages()
        + (growth.pages() == 1 ? " page" : " pages")
        + (growth.granted() ? " at fuel " : " refused at fuel ")
        + Quantities.formatCount(growth.fuel());
  }

  private static String list(List<String> results) {
    return results.isEmpty() ? "none" : ShortText.plain(String.join(", ", results));
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length())) + "…";
  }

  private static List<Expected.Growth> growths(Report report) {
    return report.memoryGrowths().stream()
        .map(growth -> new Expected.Growth(growth.fuel(), growth.pages(), growth.granted()))
        .toList();
  }

  private static List<Expected.File> files(Report report) {
    return report.files().stream()
        .map(
            file ->
                new Expected.File(
                    file.path(), file.change().name().toLowerCase(Locale.ROOT), file.bytes()))
        .toList();
  }

  private static List<Expected.Call> calls(Report report) {
    return report.calls().stream()
        .map(call -> new Expected.Call(call.fuel(), call.toString()))
        .toList();
  }
}
