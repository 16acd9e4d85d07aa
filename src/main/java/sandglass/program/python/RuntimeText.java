package sandglass.program.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The runtime that compiled programs call, as text in pieces: {@code src/main/c/text.py} says how
 * they are kept. A program gets the pieces that it reaches, and no others.
 */
final class RuntimeText {
  /** What a program takes from here, to be printed in this order, which is that of indices. */
  record Linked(
      List<String> imports,
      List<String> functions,
      List<String> data,
      List<String> functionNames,
      List<String> dataNames) {}

  private record Piece(String name, List<String> needs, String text) {}

  private static final class Holder {
    static final RuntimeText INSTANCE = load();
  }

  private static final int STACK = 262_144; // as build.sh tells the linker

  private final int base;
  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  private RuntimeText(String text) {
    int first = text.indexOf('\n');
    base = Integer.parseInt(text.substring(";; base ".length(), first));
    int at = first + 1;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String[] words = text.substring(at + 3, end).split(" ");
      int next = text.indexOf("\n;; ", end);
      next = next < 0 ? text.length() : next + 1;
      String name =
          switch (words[0]) {
            case "function", "import" -> words[1];
            case "table" -> "table";
            default -> words[0] + ":" + words[1];
          };
      int needs = Arrays.asList(words).indexOf("needs");
      List<String> needed = needs < 0 ? List.of() : List.of(words).subList(needs + 1, words.length);
      pieces.put(name, new Piece(name, needed, text.substring(Math.min(end + 1, next), next)));
      at = next;
    }
  }

  static RuntimeText get() {
    return Holder.INSTANCE;
  }

  private static RuntimeText load() {
    try (var in = RuntimeText.class.getResourceAsStream("runtime.wat")) {
      if (in == null) {
        throw new IllegalStateException("runtime.wat is not among the resources");
      }
      return new RuntimeText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first address after the runtime's own data. */
  int base() {
    return base;
  }

  /** Where the stack of the C code begins; it grows down. */
  int stack() {
    return STACK;
  }

  /** Whether a function leaves a value. */
  boolean gives(String function) {
    return head(function).contains("(result ");
  }

  /** The first line of a function. */
  String head(String function) {
    var piece = pieces.get(function);
    if (piece == null) {
      throw new IllegalStateException("the runtime has no " + function);
    }
    int line = piece.text().indexOf('\n');
    return piece.text().substring(0, line < 0 ? piece.text().length() : line);
  }

  /** A function with its type alone. */
  String stub(String function) {
    String text = pieces.get(function).text().stripTrailing();
    return text.indexOf('\n') < 0 ? text : head(function) + " unreachable)";
  }

  /**
   * Takes what the given functions reach.
   *
   * @param roots names such as {@code py.add}
   */
  Linked link(Collection<String> roots) {
    var reached = new TreeSet<String>();
    var open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.pop();
      var piece = pieces.get(name);
      if (piece == null) {
        throw new IllegalStateException("the runtime has no " + name);
      }
      if (reached.add(name)) {
        open.addAll(piece.needs());
      }
    }
    var imports = new ArrayList<String>();
    var functions = new ArrayList<String>();
    var data = new ArrayList<String>();
    var functionNames = new ArrayList<String>();
    var dataNames = new ArrayList<String>();
    for (var piece : pieces.values()) {
      String text = piece.text().stripTrailing();
      if (piece.name().startsWith("type:")) {
        if (reached.contains("table")) {
          data.add(text);
        }
      } else if (reached.contains(piece.name()) && !text.isEmpty()) {
        if (text.startsWith("  (import")) {
          imports.add(text);
        } else if (text.startsWith("  (func")) {
          functions.add(text);
          functionNames.add(piece.name());
        } else {
          data.add(text);
          dataNames.add(piece.name());
        }
      }
    }
    return new Linked(imports, functions, data, functionNames, dataNames);
  }
}
