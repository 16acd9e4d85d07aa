package sandglass.playground.advice;

import java.util.Locale;
import sandglass.sandbox.Outcome.Frame;

/** Words for sentences about a run. Names come from guests, and may hold anything. */
final class AdviceText {
  private static final int MAX_NAME = 60;

  private AdviceText() {}

  /** A guest's name for something: on one line, and cut short where it is long. */
  static String name(String name) {
    var line = new StringBuilder();
    name.codePoints()
        .limit(MAX_NAME)
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    line.append("\\u{").append(Integer.toHexString(c)).append('}');
                default -> line.appendCodePoint(c);
              }
            });
    return name.codePointCount(0, name.length()) > MAX_NAME ? line + "…" : line.toString();
  }

  /** A function: {@code $divide}, or {@code function 3}. */
  static String function(Frame frame) {
    return frame.name().isEmpty() ? "function " + frame.function() : "$" + name(frame.name());
  }

  /** A message as a sentence: a capital letter before, a full stop behind. */
  static String sentence(String message) {
    if (message.isEmpty()) {
      return "";
    }
    int first = message.codePointAt(0);
    String rest = message.substring(Character.charCount(first));
    String stop = message.endsWith(".") || message.endsWith("…") ? "" : ".";
    return Character.toString(first).toUpperCase(Locale.ROOT) + rest + stop;
  }
}
