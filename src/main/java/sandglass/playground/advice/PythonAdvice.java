package sandglass.playground.advice;

import java.util.Optional;
import sandglass.interpreter.PythonTraceback;
import sandglass.interpreter.PythonTraceback.Frame;
import sandglass.playground.advice.Advice.Draft;

/** What to say of a Python program that an exception ended. */
final class PythonAdvice {
  private static final int MAX_WORDS = 160;

  private PythonAdvice() {}

  /**
   * Says which exception it was, and where.
   *
   * @return whether it was one
   */
  static boolean add(Draft draft, EndedRun run) {
    var script = run.script();
    if (script.isEmpty()) {
      return false;
    }
    var traceback = PythonTraceback.find(run.report().stderr().text());
    if (traceback.isEmpty()) {
      return false;
    }
    Optional<Frame> frame =
        traceback.get().frames().reversed().stream()
            .filter(each -> each.fileName().equals(script.get()))
            .findFirst();
    String message = words(traceback.get().message());
    draft.say(
        "An exception that nothing caught ended it%s: %s",
        frame.map(PythonAdvice::where).orElse(""), message.endsWith(".") ? message : message + ".");
    frame.ifPresent(at -> draft.fix(new AdviceAction.GoTo(at.line(), 1, 0)));
    draft.fix(new AdviceAction.ShowStderr());
    return true;
  }

  private static String where(Frame frame) {
    boolean inFunction = !frame.function().isEmpty() && !frame.function().startsWith("<");
    return " at line "
        + frame.line()
        + (inFunction ? ", in " + AdviceText.name(frame.function()) : "");
  }

  private static String words(String message) {
    return message.length() <= MAX_WORDS ? message : message.substring(0, MAX_WORDS) + "…";
  }
}
