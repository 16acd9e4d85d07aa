package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints functions, and notes on the way which line of the text each instruction stands on and
 * which line of the source each line of the text comes from.
 *
 * <p>An instruction's index counts as a decoder sees them: operands before what takes them, {@code
 * else} and {@code end} among them.
 */
final class WatPrinter {
  private static final int WIDTH = 100;

  /** Deeper code is not indented further, or its text would grow with the square of its depth. */
  private static final int DEEPEST = 60;

  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<WatNode, Integer> widths = new IdentityHashMap<>();
  private final List<Integer> sourceLines = new ArrayList<>();
  private final Map<String, int[]> places = new HashMap<>();
  private List<Integer> instructions = new ArrayList<>();
  private int line = 1;
  private int source;
  private int reopened = -1; // the source's line of a line of text that goes on after its end

  /** The text so far. */
  String text() {
    return text.toString();
  }

  /** The source's line for each line of the text; 0 where it has none. */
  int[] sourceLines() {
    return sourceLines.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each function printed: the text's line of each of its instructions. */
  Map<String, int[]> places() {
    return places;
  }

  /** Prints a line of its own, or an empty one. */
  void line(int indent, String content) {
    if (!content.isEmpty()) {
      text.repeat(' ', Math.min(indent, DEEPEST)).append(content);
    }
    newLine();
  }

  /** Prints lines that are ready, without a place in the source. */
  void text(String lines) {
    source = 0;
    lines.lines().forEach(one -> line(0, one));
  }

  /** How many lines there are. */
  int lines() {
    return line - 1;
  }

  void function(WatFunction function) {
    instructions = new ArrayList<>();
    source = function.line();
    for (String title : function.title()) {
      line(2, ";; " + title);
    }
    line(2, "(func $" + function.name() + function.head());
    for (String locals : function.locals()) {
      line(4, locals);
    }
    list(function.body(), 4);
    source = function.line();
    instructions.add(line);
    places.put(function.name(), instructions.stream().mapToInt(Integer::intValue).toArray());
    text.setLength(text.length() - 1);
    text.append(")\n");
  }

  private void list(List<WatNode> nodes, int indent) {
    int outer = source;
    for (var node : nodes) {
      if (node instanceof WatNode.Comment comment && comment.line() > 0) {
        source = comment.line();
      }
      text.repeat(' ', Math.min(indent, DEEPEST));
      print(node, indent);
      newLine();
    }
    source = outer;
  }

  private void print(WatNode node, int indent) {
    switch (node) {
      case WatNode.Comment comment -> text.append(";; ").append(comment.text());
      case WatNode.Op op when width(op) + Math.min(indent, DEEPEST) <= WIDTH -> flat(op);
      case WatNode.Op op -> {
        int own = line; // what it takes comes first, but stands below
        text.append('(').append(op.head());
        for (var operand : op.operands()) {
          newLine();
          text.repeat(' ', Math.min(indent + 2, DEEPEST));
          print(operand, indent + 2);
        }
        text.append(')');
        instructions.add(own);
      }
      case WatNode.Block block -> {
        text.append('(').append(block.head());
        instructions.add(line);
        newLine();
        list(block.body(), indent + 2);
        close();
        instructions.add(line);
      }
      case WatNode.If choice -> {
        int own = line;
        text.append("(if ");
        if (!choice.result().isEmpty()) {
          text.append(choice.result()).append(' ');
        }
        if (width(choice.condition()) + Math.min(indent, DEEPEST) + 4 <= WIDTH) {
          print(choice.condition(), indent);
        } else {
          newLine();
          text.repeat(' ', Math.min(indent + 2, DEEPEST));
          print(choice.condition(), indent + 2);
        }
        instructions.add(own);
        newLine();
        branch("(then", choice.then(), indent + 2);
        if (!choice.otherwise().isEmpty()) {
          newLine();
          instructions.add(line);
          branch("(else", choice.otherwise(), indent + 2);
        }
        text.append(')');
        instructions.add(line);
      }
    }
  }

  private void branch(String keyword, List<WatNode> body, int indent) {
    text.repeat(' ', Math.min(indent, DEEPEST)).append(keyword);
    int width = Math.min(indent, DEEPEST) + keyword.length() + 2;
    for (var node : body) {
      width += width(node) + 1;
    }
    if (width <= WIDTH) {
      for (var node : body) {
        text.append(' ');
        print(node, 0);
      }
      text.append(')');
      return;
    }
    newLine();
    list(body, indent + 2);
    close();
  }

  /** Ends a list: its bracket goes behind the last line of it, unless that is a comment. */
  private void close() {
    int last = text.lastIndexOf("\n", text.length() - 2) + 1;
    if (text.substring(last).stripLeading().startsWith(";;")) {
      text.append(')');
      return;
    }
    text.setLength(text.length() - 1);
    text.append(')');
    line--;
    reopened = sourceLines.removeLast();
  }

  private void flat(WatNode.Op op) {
    text.append('(').append(op.head());
    for (var operand : op.operands()) {
      text.append(' ');
      print(operand, 0);
    }
    text.append(')');
    instructions.add(line);
  }

  /** How wide a node is on one line; too wide where it cannot be on one. */
  private int width(WatNode node) {
    return switch (node) {
      case WatNode.Op op -> {
        Integer known = widths.get(op);
        if (known != null) {
          yield known;
        }
        int width = 2 + op.head().length();
        for (var operand : op.operands()) {
          width = Math.min(1 << 20, width + 1 + width(operand));
        }
        widths.put(op, width);
        yield width;
      }
      case WatNode.Block _, WatNode.If _, WatNode.Comment _ -> 1 << 20;
    };
  }

  private void newLine() {
    text.append('\n');
    sourceLines.add(reopened < 0 ? source : reopened);
    reopened = -1;
    line++;
  }
}
