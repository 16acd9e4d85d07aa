package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The top-level forms of a spec script, so that those which wabt does not know (garbage collection,
 * typed references) can be blanked and the rest of the script still run.
 */
final class WastForms {
  /** Forms that act on the module before them, and mean nothing without it. */
  private static final Set<String> ACTIONS =
      Set.of(
          "assert_return",
          "assert_trap",
          "assert_exhaustion",
          "assert_exception",
          "invoke",
          "get",
          "register");

  /**
   * @param firstLine from 1
   */
  private record Form(int start, int end, int firstLine, int lastLine, String head) {}

  private final String text;
  private final List<Form> forms = new ArrayList<>();
  private final Set<Form> blanked = new HashSet<>();

  WastForms(String text) {
    this.text = text;
    split();
  }

  int count() {
    return forms.size();
  }

  int blankedCount() {
    return blanked.size();
  }

  /**
   * Blanks the form at a line and, where it is a module, the actions on it.
   *
   * @return whether there was a form that was not blank yet
   */
  boolean blank(int line) {
    for (int i = 0; i < forms.size(); i++) {
      Form form = forms.get(i);
      if (form.firstLine <= line && line <= form.lastLine && blanked.add(form)) {
        if (form.head.equals("module")) {
          for (int j = i + 1; j < forms.size() && !forms.get(j).head.equals("module"); j++) {
            if (ACTIONS.contains(forms.get(j).head)) {
              blanked.add(forms.get(j));
            }
          }
        }
        return true;
      }
    }
    return false;
  }

  /** The script with spaces for the blanked forms: lines keep their numbers. */
  String remaining() {
    StringBuilder out = new StringBuilder(text);
    for (Form form : blanked) {
      for (int i = form.start; i < form.end; i++) {
        if (out.charAt(i) != '\n') {
          out.setCharAt(i, ' ');
        }
      }
    }
    return out.toString();
  }

  private void split() {
    int depth = 0;
    int line = 1;
    int start = 0;
    int startLine = 1;
    int at = 0;
    while (at < text.length()) {
      int next = skip(at);
      if (next == at) {
        next = at + 1;
        char c = text.charAt(at);
        if (c == '(' && depth++ == 0) {
          start = at;
          startLine = line;
        } else if (c == ')' && --depth == 0) {
          forms.add(new Form(start, next, startLine, line, head(start + 1)));
        }
      }
      for (int i = at; i < next; i++) {
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
      at = next;
    }
  }

  /** Past a comment or a string that begins here; else the same place. */
  private int skip(int at) {
    if (text.startsWith(";;", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("(;", at)) {
      int depth = 1;
      int i = at + 2;
      while (i < text.length() && depth > 0) {
        boolean opens = text.startsWith("(;", i);
        boolean closes = text.startsWith(";)", i);
        depth += opens ? 1 : closes ? -1 : 0;
        i += opens || closes ? 2 : 1;
      }
      return i;
    }
    if (text.charAt(at) == '"') {
      int i = at + 1;
      while (i < text.length() && text.charAt(i) != '"') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return Math.min(i + 1, text.length());
    }
    return at;
  }

  private String head(int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return text.substring(from, end);
  }
}
