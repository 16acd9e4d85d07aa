package sandglass.playground.document;

import java.util.Optional;
import sandglass.program.Program;
import sandglass.program.python.PythonMap;
import sandglass.sandbox.Quantities;

/**
 * The WebAssembly text of a compiled Python program, for reading: the program's own part comes
 * first, and the runtime that it calls is much longer and the same for all.
 *
 * @param own the program's own part
 * @param whole all of it
 * @param map how it belongs to the Python
 * @param ownFunctions functions of the program
 * @param runtimeLines lines behind the own part
 * @param runtimeFunctions functions in them
 */
public record WatListing(
    String own,
    String whole,
    PythonMap map,
    int ownFunctions,
    int runtimeLines,
    int runtimeFunctions) {

  private static final String FUNCTION = "(func $";

  /** The listing of a program; empty if it was not compiled from Python. Reads the whole text. */
  public static Optional<WatListing> of(Program program) {
    return program.python().flatMap(map -> program.source().map(text -> of(text, map)));
  }

  private static WatListing of(String whole, PythonMap map) {
    int end = 0;
    for (int line = 0; line < map.ownLines() && end < whole.length(); line++) {
      int found = whole.indexOf('\n', end);
      end = found < 0 ? whole.length() : found + 1;
    }
    String own = whole.substring(0, end);
    return new WatListing(
        own.stripTrailing() + "\n",
        whole,
        map,
        functions(own),
        (int) whole.substring(end).lines().count(),
        functions(whole.substring(end)));
  }

  /** Those that stand at the begin of a line, which is where they are written. */
  private static int functions(String text) {
    return (int)
        text.lines().map(String::stripLeading).filter(line -> line.startsWith(FUNCTION)).count();
  }

  /** What is there, in a few words: {@code 246 lines, 5 functions}. */
  public String ownSummary() {
    return count((int) own.lines().count(), "line") + ", " + count(ownFunctions, "function");
  }

  /** What the runtime is: {@code Runtime: 312 functions, 49,066 lines}. */
  public String runtimeSummary() {
    return "Runtime: " + count(runtimeFunctions, "function") + ", " + count(runtimeLines, "line");
  }

  private static String count(int count, String noun) {
    return Quantities.formatCount(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
