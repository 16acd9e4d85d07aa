package sandglass.playground.advice;

import java.util.List;
import java.util.Optional;
import sandglass.program.SourceError;

/** What to say of a program that is right, but uses what only an interpreter runs. */
public final class RefusalAdvice {
  private RefusalAdvice() {}

  /** Whether all that keeps a source from compiling is of that kind. */
  public static boolean isFor(List<SourceError> errors) {
    return !errors.isEmpty() && errors.stream().allMatch(SourceError::refused);
  }

  /**
   * What to say, and what to do.
   *
   * @param errors such as {@link #isFor}, the first of them named
   */
  public static Advice of(List<SourceError> errors) {
    var first = errors.getFirst();
    int others = errors.size() - 1;
    String place =
        others == 0
            ? " (line %d)".formatted(first.line())
            : " (line %d, and %d more)".formatted(first.line(), others);
    return new Advice(
        Advice.Tone.WARNING,
        "not run",
        "%s%s. CPython runs it, in the same sandbox."
            .formatted(AdviceText.sentence(first.message()).replaceFirst("\\.$", ""), place),
        List.of(),
        List.of(new AdviceAction.RunWithCPython()),
        Optional.empty());
  }
}
