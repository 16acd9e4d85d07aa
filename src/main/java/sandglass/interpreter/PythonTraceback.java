package sandglass.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Python says of an uncaught exception, or of a syntax error.
 *
 * @param frames the calls that led to it, outermost first, as Python lists them
 * @param message the exception and what it says, such as {@code ZeroDivisionError: division by
 *     zero}; its first line
 */
public record PythonTraceback(List<Frame> frames, String message) {
  private static final Pattern FILE =
      Pattern.compile("[\\s|+]*File \"(.+)\", line (\\d{1,9})(?:, in (.+))?");
  private static final Pattern MESSAGE =
      Pattern.compile("(?U)[\\s|+-]*([\\w.]+(?:: .*)?)", Pattern.DOTALL);

  /** Copies the list. */
  public PythonTraceback {
    frames = List.copyOf(frames);
  }

  /**
   * A place in a script.
   *
   * @param file as Python names it: {@code /script/main.py}
   * @param line from 1
   * @param function the function's name, {@code <module>} outside of all, {@code ""} for a syntax
   *     error
   */
  public record Frame(String file, int line, String function) {
    /** The file's name without its folder. */
    public String fileName() {
      return file.substring(file.lastIndexOf('/') + 1);
    }
  }

  /** The place that one line of a traceback names: {@code File "…", line 5, in f}. */
  public static Optional<Frame> place(String line) {
    Matcher matcher = FILE.matcher(line.stripTrailing());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String function = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(new Frame(matcher.group(1), Integer.parseInt(matcher.group(2)), function));
  }

  /**
   * The tracebacks in a text, in their order: where an exception was raised while another was being
   * handled, the last is the one that ended the program.
   *
   * @param text what was written to stderr, other output among it
   */
  public static List<PythonTraceback> findAll(String text) {
    var found = new ArrayList<PythonTraceback>();
    var frames = new ArrayList<Frame>();
    for (String line : text.split("\n", -1)) {
      Optional<Frame> place = place(line);
      if (place.isPresent()) {
        frames.add(place.get());
      } else if (line.startsWith("Traceback (most recent call last):")) {
        frames.clear();
      } else if (!frames.isEmpty() && isMessage(line)) {
        found.add(new PythonTraceback(frames, line.stripTrailing()));
        frames.clear();
      }
    }
    return List.copyOf(found);
  }

  /** The last one of a text: why the program ended. */
  public static Optional<PythonTraceback> find(String text) {
    var all = findAll(text);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Source lines and the marks below them are indented; the exception's own line is not. */
  private static boolean isMessage(String line) {
    return !line.isEmpty()
        && !Character.isWhitespace(line.charAt(0))
        && MESSAGE.matcher(line.stripTrailing()).matches();
  }

  /** The innermost frame in a file; for a message beside the line that failed. */
  public Optional<Frame> innermostIn(String file) {
    return frames.reversed().stream().filter(frame -> frame.file().equals(file)).findFirst();
  }
}
