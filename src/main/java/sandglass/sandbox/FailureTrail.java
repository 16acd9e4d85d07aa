package sandglass.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions that were on the guest's stack when something was thrown: noted by the interpreter
 * as it unwinds, or read off the Java frames of compiled code, whose methods are named by index.
 */
final class FailureTrail {
  /** Frames kept, innermost first. */
  static final int MAX_FRAMES = 64;

  private static final Pattern COMPILED = Pattern.compile("func_(\\d+)");

  private final List<Integer> functions = new ArrayList<>();
  private Throwable failure;

  /** The interpreter leaves {@code function} because of {@code thrown}. */
  void passed(Throwable thrown, int function) {
    Throwable root = root(thrown);
    if (root != failure) {
      failure = root;
      functions.clear();
    }
    if (functions.size() < MAX_FRAMES) {
      functions.add(function);
    }
  }

  /**
   * Indices of the functions that {@code thrown} came through, innermost first.
   *
   * @param firstPart index of the first function that is only a part of another: the function that
   *     it is a part of called it, and is what counts
   */
  List<Integer> of(Throwable thrown, int firstPart) {
    Throwable root = root(thrown);
    if (root == failure && !functions.isEmpty()) {
      return List.copyOf(functions);
    }
    var found = new ArrayList<Integer>();
    for (StackTraceElement frame : root.getStackTrace()) {
      Matcher matcher = COMPILED.matcher(frame.getMethodName());
      if (found.size() < MAX_FRAMES && matcher.matches()) {
        int function = Integer.parseInt(matcher.group(1));
        if (function < firstPart) {
          found.add(function);
        }
      }
    }
    return found;
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
