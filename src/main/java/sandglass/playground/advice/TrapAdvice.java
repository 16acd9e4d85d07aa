package sandglass.playground.advice;

import java.util.List;
import java.util.Optional;
import sandglass.playground.advice.Advice.Draft;
import sandglass.program.wat.WatOutline;
import sandglass.program.wat.WatOutline.Place;
import sandglass.sandbox.Outcome.Frame;
import sandglass.sandbox.Outcome.Trapped;

/** What to say of a trap. */
final class TrapAdvice {
  private static final String AFTER_REFUSAL = ", after memory.grow was refused";
  private static final String ENGINE_FAILURE = "engine failure: ";
  private static final int MAX_WORDS = 80;

  private TrapAdvice() {}

  /** A reason in few words, for a headline. */
  static String words(String reason) {
    if (reason.startsWith(ENGINE_FAILURE)) {
      return "engine failure";
    }
    int refusal = reason.indexOf(AFTER_REFUSAL);
    String words = refusal >= 0 ? reason.substring(0, refusal) : reason;
    return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS) + "…";
  }

  static void add(Draft draft, EndedRun run, Trapped trapped) {
    Optional<TrapKind> kind = TrapKind.of(trapped.reason());
    List<Frame> frames = trapped.backtrace();
    boolean exhausted = kind.filter(k -> k == TrapKind.STACK_EXHAUSTED).isPresent();
    Optional<Frame> frame = exhausted ? recursing(frames) : frames.stream().findFirst();
    Optional<WatOutline> outline = run.wat().map(WatOutline::of);
    Optional<Place> exact =
        outline.flatMap(o -> frame.flatMap(f -> kind.flatMap(k -> o.only(f.function(), k::by))));
    Optional<Place> function =
        outline.flatMap(o -> frame.flatMap(f -> o.function(f.function())).map(i -> i.place()));

    String where = frame.map(f -> where(f, frames, exact, function, exhausted)).orElse("");
    draft.say("It trapped%s: %s.", where, words(trapped.reason()));
    if (kind.isPresent()) {
      draft.say(kind.get().meaning());
    } else if (trapped.reason().startsWith(ENGINE_FAILURE)) {
      draft.say("This is a fault of the engine, not of the program: please report it.");
    } else {
      draft.say("An instruction could not be executed, and a trap always ends a program.");
    }
    boolean hinted = false;
    if (kind.filter(k -> k == TrapKind.UNREACHABLE).isPresent()) {
      hinted = unreachable(draft, run, trapped);
    }
    if (!hinted) {
      kind.ifPresent(k -> draft.say(k.hint()));
    }
    draft.fix(exact.or(() -> function).map(p -> goTo(p)));
    if (run.report().stderr().bytes().length > 0) {
      draft.fix(new AdviceAction.ShowStderr());
    }
  }

  static AdviceAction goTo(Place place) {
    return new AdviceAction.GoTo(place.line(), place.column(), place.length());
  }

  /** What a program that gave up may have stumbled over. */
  private static boolean unreachable(Draft draft, EndedRun run, Trapped trapped) {
    if (trapped.reason().contains(AFTER_REFUSAL)) {
      draft.say("It may have given up because it got no more memory.");
      return true;
    }
    return WorldAdvice.add(draft, run);
  }

  private static String where(
      Frame frame,
      List<Frame> frames,
      Optional<Place> exact,
      Optional<Place> function,
      boolean exhausted) {
    var text = new StringBuilder(" in ").append(AdviceText.function(frame));
    if (exact.isPresent()) {
      text.append(" at line ").append(exact.get().line());
    } else if (function.isPresent()) {
      text.append(", which begins at line ").append(function.get().line());
    }
    if (!exhausted && frames.size() > 1 && frames.get(1).function() != frame.function()) {
      text.append(exact.isEmpty() && function.isPresent() ? " and was" : ",")
          .append(" called from ")
          .append(AdviceText.function(frames.get(1)));
    }
    return text.toString();
  }

  /** The innermost function that is on the stack more than once. */
  private static Optional<Frame> recursing(List<Frame> frames) {
    return frames.stream()
        .filter(frame -> frames.stream().filter(frame::equals).count() > 1)
        .findFirst()
        .or(() -> frames.stream().findFirst());
  }
}
