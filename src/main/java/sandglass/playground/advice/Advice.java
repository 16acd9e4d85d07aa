package sandglass.playground.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.playground.limits.LimitKind;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Interpreted;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;

/**
 * A run's end in plain words: what happened, where, why such things happen, and what to try. Pure;
 * takes time in proportion to the text of the program.
 *
 * @param tone how good or bad it is
 * @param headline a few words for the status line, such as {@code trapped: integer divide by zero}
 * @param sentence one to four plain sentences; {@code ""} where the headline says it all
 * @param figures fuel, memory, time and engine, such as {@code 14 fuel of 100,000,000}
 * @param fixes what may help, the best first; may be empty
 * @param limit the limit that ended or hindered the run
 */
public record Advice(
    Tone tone,
    String headline,
    String sentence,
    List<String> figures,
    List<AdviceAction> fixes,
    Optional<LimitKind> limit) {

  /** How good or bad an end is. */
  public enum Tone {
    /** It ended well. */
    OK,
    /** Somebody stopped it. */
    NEUTRAL,
    /** It ended, but not well, or a limit ended it. */
    WARNING,
    /** It could not go on, or could not begin. */
    ERROR
  }

  /** Copies the lists. */
  public Advice {
    figures = List.copyOf(figures);
    fixes = List.copyOf(fixes);
  }

  /** What to say of a run. */
  public static Advice of(EndedRun run) {
    var draft = new Draft();
    Limits limits = run.capsule().limits();
    Report report = run.report();
    String time = time(report);
    switch (report.outcome()) {
      case Outcome.Exited(int code) -> exited(draft, run, code);
      case Outcome.Trapped trapped -> TrapAdvice.add(draft, run, trapped);
      case Outcome.OutOfFuel o -> {
        draft.say("It used up its fuel of %s units in %s.", count(limits.fuel()), time);
        draft.say("Either it needs more, or it has a loop that does not end.");
        draft.blame(LimitKind.FUEL);
        draft.fix(Raise.fuel(limits, report.fuelUsed()));
      }
      case Outcome.OutOfMemory o -> draft.say(AdviceText.sentence("it " + o.message()));
      case Outcome.TimedOut o -> timedOut(draft, report, limits, o.message());
      case Outcome.Cancelled c ->
          draft.say(
              c.message().contains("closed")
                  ? "Nothing took its output any more, so it was stopped after %s."
                  : "You stopped it after %s.",
              time);
      case Outcome.OutputLimit o -> {
        draft.say(
            "It wrote more than the output limit of %s to stdout and stderr.",
            Quantities.formatBytes(limits.outputBytes()));
        draft.say("Raise that limit, or look for a loop that prints without end.");
        draft.blame(LimitKind.OUTPUT);
        draft.fix(Raise.bytes(LimitKind.OUTPUT, limits, 0));
      }
      case Outcome.Rejected rejected -> RejectionAdvice.add(draft, run, rejected.message());
    }
    refusedGrowth(draft, report, limits);
    dropped(draft, "stdout", report.stdout());
    dropped(draft, "stderr", report.stderr());
    return new Advice(
        tone(report.outcome()),
        headline(report.outcome()),
        String.join(" ", draft.sentences),
        figures(run),
        draft.fixes,
        draft.limit);
  }

  /** What its parts are gathered in. */
  static final class Draft {
    private final List<String> sentences = new ArrayList<>();
    private final List<AdviceAction> fixes = new ArrayList<>();
    private Optional<LimitKind> limit = Optional.empty();

    @SuppressWarnings("AnnotateFormatMethod") // without values it is no format
    void say(String format, Object... values) {
      sentences.add(values.length == 0 ? format : format.formatted(values));
    }

    void fix(AdviceAction fix) {
      if (!fixes.contains(fix)) {
        fixes.add(fix);
      }
    }

    void fix(Optional<? extends AdviceAction> fix) {
      fix.ifPresent(this::fix);
    }

    /** Says which limit it was. */
    void blame(LimitKind kind) {
      limit = Optional.of(kind);
    }
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exited(int code) -> code == 0 ? Tone.OK : Tone.WARNING;
      case Outcome.OutOfFuel o -> Tone.WARNING;
      case Outcome.TimedOut o -> Tone.WARNING;
      case Outcome.OutputLimit o -> Tone.WARNING;
      case Outcome.Cancelled o -> Tone.NEUTRAL;
      case Outcome.Trapped o -> Tone.ERROR;
      case Outcome.OutOfMemory o -> Tone.ERROR;
      case Outcome.Rejected o -> Tone.ERROR;
    };
  }

  private static String headline(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exited(int code) -> "exited " + Integer.toUnsignedString(code);
      case Outcome.Trapped trapped -> "trapped: " + TrapAdvice.words(trapped.reason());
      case Outcome.OutOfFuel o -> "out of fuel";
      case Outcome.OutOfMemory o -> "out of memory";
      case Outcome.TimedOut o -> "timed out";
      case Outcome.Cancelled o -> "stopped";
      case Outcome.OutputLimit o -> "output limit reached";
      case Outcome.Rejected o -> "rejected";
    };
  }

  private static void exited(Draft draft, EndedRun run, int code) {
    Report report = run.report();
    if (!report.results().isEmpty()) {
      draft.say("It returned %s.", String.join(", ", report.results()));
    }
    if (code == 0) {
      return;
    }
    if (PythonAdvice.add(draft, run)) {
      return;
    }
    draft.say("The program itself ended with code %s.", Integer.toUnsignedString(code));
    boolean hinted = WorldAdvice.add(draft, run);
    if (report.stderr().bytes().length > 0) {
      draft.say("What it wrote to stderr may say why.");
      draft.fix(new AdviceAction.ShowStderr());
    } else if (!hinted) {
      draft.say("It wrote nothing to stderr.");
    }
    if (!report.calls().isEmpty()) {
      draft.fix(new AdviceAction.ShowCalls());
    }
  }

  private static void timedOut(Draft draft, Report report, Limits limits, String message) {
    String timeout = Quantities.formatDuration(limits.timeout());
    draft.blame(LimitKind.TIMEOUT);
    var last =
        report.callsDropped() > 0 || report.calls().isEmpty() ? null : report.calls().getLast();
    if (message.contains("being prepared")) {
      draft.say("It was still being prepared when its time of %s was over.", timeout);
      draft.say("Raise the timeout, or take a smaller module or folder.");
    } else if (last != null && last.errno().isEmpty() && !last.function().equals("proc_exit")) {
      draft.say("It was waiting in %s when its time of %s was over.", last.function(), timeout);
      draft.say(
          last.function().equals("fd_read")
              ? "Give it input, end its input, or raise the timeout."
              : "Raise the timeout, or let it wait less.");
    } else {
      draft.say("It ran longer than its timeout of %s.", timeout);
      draft.say("Either it needs longer, or it has a loop that does not end.");
    }
    draft.fix(Raise.timeout(limits));
  }

  private static void refusedGrowth(Draft draft, Report report, Limits limits) {
    var refused = report.memoryGrowths().stream().filter(growth -> !growth.granted()).findFirst();
    if (refused.isEmpty()) {
      return;
    }
    long had = report.memoryPeakBytes();
    long asked = refused.get().pages() * Raise.PAGE;
    if (had + asked > limits.memoryBytes()) {
      draft.say(
          "memory.grow was refused at %s: %s more would exceed the memory limit of %s.",
          Quantities.formatBytes(had),
          Quantities.formatBytes(asked),
          Quantities.formatBytes(limits.memoryBytes()));
      if (draft.limit.isEmpty()) {
        draft.blame(LimitKind.MEMORY);
      }
      draft.fix(Raise.bytes(LimitKind.MEMORY, limits, had + asked));
    } else {
      draft.say(
          "memory.grow was refused at %s, the most that the module itself allows.",
          Quantities.formatBytes(had));
    }
  }

  private static void dropped(Draft draft, String stream, Report.Captured captured) {
    if (captured.droppedBytes() > 0) {
      draft.say(
          "The report keeps the first %s of %s; %s more were dropped.",
          Quantities.formatBytes(captured.bytes().length),
          stream,
          Quantities.formatBytes(captured.droppedBytes()));
    }
  }

  private static List<String> figures(EndedRun run) {
    Report report = run.report();
    Limits limits = run.capsule().limits();
    var figures = new ArrayList<String>();
    if (!(report.outcome() instanceof Outcome.Rejected)) {
      figures.add(count(report.fuelUsed()) + " fuel of " + count(limits.fuel()));
      report
          .startup()
          .ifPresent(startup -> figures.add("start-up " + count(startup.fuel()) + " apart"));
      figures.add(
          Quantities.formatBytes(report.memoryPeakBytes())
              + " of "
              + Quantities.formatBytes(limits.memoryBytes()));
    }
    figures.add(time(report));
    figures.add(engine(run));
    return figures;
  }

  private static String time(Report report) {
    return Quantities.formatDuration(Duration.ofNanos((long) (report.elapsedMillis() * 1e6)));
  }

  private static String count(long value) {
    return Quantities.formatCount(value);
  }

  /** What really ran it: not all that compiled code is asked for can be compiled. */
  private static String engine(EndedRun run) {
    if (run.capsule().engine() == Engine.INTERPRETER) {
      return "interpreted";
    }
    var interpreted = run.report().module().interpreted();
    if (interpreted.isEmpty()) {
      return "compiled";
    }
    return interpreted.getFirst().function() == Interpreted.ALL
        ? "interpreted, since " + interpreted.getFirst().reason()
        : "compiled, but for " + interpreted.size() + " functions";
  }
}
