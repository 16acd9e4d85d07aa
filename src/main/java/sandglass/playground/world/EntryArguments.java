package sandglass.playground.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a function's arguments as far as is cheap; the sandbox checks them fully. Pure. */
final class EntryArguments {
  private static final Pattern INTEGER =
      Pattern.compile("[+-]?(?:0[xX][0-9a-fA-F_]{1,40}|[0-9_]{1,40})");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:nan|inf|infinity|0x[0-9a-f_.]+(?:p[+-]?[0-9]+)?"
              + "|[0-9_]*\\.?[0-9_]*(?:e[+-]?[0-9]+)?)");

  private EntryArguments() {}

  /** The parameters in a function's type, such as {@code (i32, i64) -> (f64)}. */
  static List<String> parameters(String type) {
    var parameters = new ArrayList<String>();
    int depth = 0;
    int start = 1;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if ((c == ',' && depth == 1) || depth == 0) {
        String parameter = type.substring(Math.min(start, i), i).strip();
        if (!parameter.isEmpty()) {
          parameters.add(parameter);
        }
        start = i + 1;
      }
      if (depth == 0) {
        break;
      }
    }
    return parameters;
  }

  /** What is wrong with the arguments; empty if nothing is. */
  static String check(List<String> parameters, List<String> args) {
    if (parameters.size() != args.size()) {
      return parameters.isEmpty()
          ? "It takes no arguments; remove them"
          : "It takes %s (%s), not %d"
              .formatted(
                  parameters.size() == 1 ? "1 argument" : parameters.size() + " arguments",
                  String.join(", ", parameters),
                  args.size());
    }
    for (int i = 0; i < args.size(); i++) {
      var example = example(parameters.get(i), args.get(i).strip());
      if (example.isPresent()) {
        return "Argument %d: \"%s\" is not an %s; write for example %s"
            .formatted(i + 1, shortened(args.get(i)), parameters.get(i), example.get());
      }
    }
    return "";
  }

  /** What a right one looks like; empty if the text is right. */
  private static Optional<String> example(String type, String text) {
    boolean right =
        switch (type) {
          case "i32" -> isInteger(text, 32);
          case "i64" -> isInteger(text, 64);
          case "f32", "f64" -> isFloat(text);
          default -> true;
        };
    if (right) {
      return Optional.empty();
    }
    return Optional.of(type.startsWith("f") ? "1.5, inf or nan" : "42, -1 or 0xff");
  }

  private static boolean isInteger(String text, int bits) {
    if (!INTEGER.matcher(text).matches()) {
      return false;
    }
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    digits = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
    boolean hexadecimal = digits.startsWith("0x");
    digits = hexadecimal ? digits.substring(2) : digits;
    if (digits.isEmpty()) {
      return false;
    }
    var magnitude = new BigInteger(digits, hexadecimal ? 16 : 10);
    return negative
        ? magnitude.compareTo(BigInteger.ONE.shiftLeft(bits - 1)) <= 0
        : magnitude.bitLength() <= bits;
  }

  private static boolean isFloat(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() <= 400
        && FLOAT.matcher(lower).matches()
        && (lower.contains("nan") || lower.contains("inf") || lower.matches(".*[0-9a-f].*"));
  }

  private static String shortened(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }
}
