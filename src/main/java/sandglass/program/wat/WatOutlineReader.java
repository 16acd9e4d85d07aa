package sandglass.program.wat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.program.wat.WatOutline.Imported;
import sandglass.program.wat.WatOutline.Item;
import sandglass.program.wat.WatOutline.Kind;
import sandglass.program.wat.WatOutline.Part;
import sandglass.program.wat.WatOutline.Place;
import sandglass.program.wat.WatOutline.Word;

/** Reads an outline off a text's tokens. */
final class WatOutlineReader {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "type",
          Kind.TYPE,
          "func",
          Kind.FUNCTION,
          "table",
          Kind.TABLE,
          "memory",
          Kind.MEMORY,
          "global",
          Kind.GLOBAL,
          "tag",
          Kind.TAG);

  /** An item before its index is known. */
  private static final class Draft {
    final Kind kind;
    final Place place;
    String name = "";
    final List<String> exports = new ArrayList<>();
    Optional<Imported> imported = Optional.empty();
    final List<Word> instructions = new ArrayList<>();
    int end;

    Draft(Kind kind, Place place) {
      this.kind = kind;
      this.place = place;
    }

    Part part(int index) {
      var item = new Item(kind, index, name, exports, imported, place, end);
      return new Part(item, List.copyOf(instructions));
    }
  }

  /**
   * An export that stands on its own.
   *
   * @param target a name or an index
   */
  private record Export(String name, Kind kind, String target) {}

  private final String text;
  private final List<WatToken> tokens;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private int at;
  private int line = 1;
  private int column = 1;
  private int seen;

  WatOutlineReader(String text) {
    this.text = text;
    tokens =
        WatLexer.tokens(text).stream()
            .filter(
                token ->
                    switch (token.kind()) {
                      case LINE_COMMENT, BLOCK_COMMENT, ERROR -> false;
                      default -> true;
                    })
            .toList();
  }

  List<Part> read() {
    while (at < tokens.size()) {
      if (is(at, WatToken.Kind.OPEN) && word(at + 1).equals("module")) {
        at += 2;
        if (is(at, WatToken.Kind.NAME)) {
          at++;
        }
        if (word(at).equals("binary") || word(at).equals("quote")) {
          return List.of(); // a text in a text
        }
      } else if (is(at, WatToken.Kind.OPEN)) {
        field();
      } else {
        at++;
      }
    }
    return number();
  }

  private void field() {
    String head = word(at + 1);
    Kind kind = KINDS.get(head);
    if (kind != null) {
      item(kind);
    } else if (head.equals("rec")) {
      at += 2; // its types come one by one
    } else if (head.equals("import")) {
      imported();
    } else if (head.equals("export")) {
      export();
    } else {
      skip();
    }
  }

  private void imported() {
    int start = at;
    var as = imported(at + 2);
    Kind kind = is(at + 4, WatToken.Kind.OPEN) ? KINDS.get(word(at + 5)) : null;
    if (as.isPresent() && kind != null) {
      at += 4;
      item(kind).imported = as;
    } else {
      at = start;
      skip();
    }
  }

  private Optional<Imported> imported(int index) {
    return is(index, WatToken.Kind.STRING) && is(index + 1, WatToken.Kind.STRING)
        ? Optional.of(new Imported(string(index), string(index + 1)))
        : Optional.empty();
  }

  private void export() {
    Kind kind = is(at + 3, WatToken.Kind.OPEN) ? KINDS.get(word(at + 4)) : null;
    if (is(at + 2, WatToken.Kind.STRING) && kind != null) {
      exports.add(new Export(string(at + 2), kind, word(at + 5)));
    }
    skip();
  }

  private Draft item(Kind kind) {
    int head = is(at + 2, WatToken.Kind.NAME) ? at + 2 : at + 1;
    var draft = new Draft(kind, place(at, head));
    draft.name = head == at + 2 ? word(head) : "";
    drafts.add(draft);
    at = head + 1;
    boolean preamble = true;
    for (int depth = 1; at < tokens.size() && depth > 0; at++) {
      switch (tokens.get(at).kind()) {
        case OPEN -> {
          // A function never holds another: it lacks a parenthesis.
          if (kind == Kind.FUNCTION && word(at + 1).equals("func")) {
            draft.end = lineOf(at);
            return draft;
          }
          depth++;
          preamble = preamble && depth == 2 && inline(draft);
        }
        case CLOSE -> depth--;
        case INSTRUCTION -> {
          if (kind == Kind.FUNCTION) {
            draft.instructions.add(new Word(word(at), place(at, at)));
          }
        }
        default -> {}
      }
    }
    draft.end = lineOf(Math.min(at, tokens.size()) - 1);
    return draft;
  }

  /** Takes {@code (export "n")} or {@code (import "m" "n")} at the head of an item. */
  private boolean inline(Draft draft) {
    String head = word(at + 1);
    if (head.equals("export") && is(at + 2, WatToken.Kind.STRING)) {
      draft.exports.add(string(at + 2));
      return true;
    }
    if (head.equals("import")) {
      draft.imported = imported(at + 2);
      return true;
    }
    return false;
  }

  /** Passes over the form that opens here. */
  private void skip() {
    int depth = 0;
    do {
      depth += is(at, WatToken.Kind.OPEN) ? 1 : is(at, WatToken.Kind.CLOSE) ? -1 : 0;
      at++;
    } while (depth > 0 && at < tokens.size());
  }

  /** Gives the items their indices, what is imported first. */
  private List<Part> number() {
    var byKind = new EnumMap<Kind, List<Draft>>(Kind.class);
    for (boolean imported : new boolean[] {true, false}) {
      for (Draft draft : drafts) {
        if (draft.imported.isPresent() == imported) {
          byKind.computeIfAbsent(draft.kind, k -> new ArrayList<>()).add(draft);
        }
      }
    }
    attachExports(byKind);
    var parts = new ArrayList<Part>();
    for (var ofKind : byKind.values()) {
      for (int index = 0; index < ofKind.size(); index++) {
        parts.add(ofKind.get(index).part(index));
      }
    }
    return List.copyOf(parts);
  }

  private void attachExports(Map<Kind, List<Draft>> byKind) {
    var named = new HashMap<Export, Draft>();
    byKind.forEach(
        (kind, ofKind) -> {
          for (int index = 0; index < ofKind.size(); index++) {
            Draft draft = ofKind.get(index);
            named.put(new Export("", kind, Integer.toString(index)), draft);
            named.putIfAbsent(new Export("", kind, draft.name), draft);
          }
        });
    for (Export export : exports) {
      Draft draft = named.get(new Export("", export.kind, export.target));
      if (draft != null) {
        draft.exports.add(export.name);
      }
    }
  }

  private boolean is(int index, WatToken.Kind kind) {
    return index < tokens.size() && tokens.get(index).kind() == kind;
  }

  private String word(int index) {
    return index < tokens.size() ? tokens.get(index).in(text) : "";
  }

  /** What a string stands for. */
  private String string(int index) {
    String quoted = word(index);
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < inner.length(); ) {
      int taken = 1;
      if (inner.charAt(i) != '\\' || i + 1 == inner.length()) {
        taken = Character.charCount(inner.codePointAt(i));
        bytes.writeBytes(inner.substring(i, i + taken).getBytes(StandardCharsets.UTF_8));
      } else {
        taken = escape(inner, i + 1, bytes);
      }
      i += taken;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Reads what follows a backslash, and gives the length of both. */
  private static int escape(String text, int from, ByteArrayOutputStream bytes) {
    char c = text.charAt(from);
    int close = text.indexOf('}', from);
    if (c == 'u' && close > from + 2 && close <= from + 8) {
      try {
        int point = Integer.parseInt(text, from + 2, close, 16);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        return close + 2 - from;
      } catch (IllegalArgumentException e) {
        return 2; // not a character
      }
    }
    int high = Character.digit(c, 16);
    int low = from + 1 < text.length() ? Character.digit(text.charAt(from + 1), 16) : -1;
    if (high >= 0 && low >= 0) {
      bytes.write(high * 16 + low);
      return 3;
    }
    bytes.write(
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
    return 2;
  }

  /** From one token to the end of another, or of the first one's line. */
  private Place place(int first, int last) {
    WatToken from = tokens.get(first);
    int number = lineOf(first);
    int end = tokens.get(last).end();
    if (text.substring(from.offset(), end).indexOf('\n') >= 0) {
      end = from.end();
    }
    return new Place(number, column, text.codePointCount(from.offset(), end));
  }

  /** The line of a token, which is never before the one asked for last; sets the column, too. */
  private int lineOf(int index) {
    int offset = index < 0 ? 0 : tokens.get(index).offset();
    while (seen < offset) {
      int point = text.codePointAt(seen);
      seen += Character.charCount(point);
      line += point == '\n' ? 1 : 0;
      column = point == '\n' ? 1 : column + 1;
    }
    return line;
  }
}
