package sandglass.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineEditsTest {
  // In texts, [ is where the selection starts and | where the caret is.
  private static LineEdits edits(String text) {
    String plain = text.replace("[", "").replace("|", "");
    int caret = text.replace("[", "").indexOf('|');
    int anchor = text.indexOf('[') < 0 ? caret : text.replace("|", "").indexOf('[');
    return new LineEdits(plain, anchor, caret);
  }

  private static String after(String text, Edit edit) {
    String plain = text.replace("[", "").replace("|", "");
    var changed = new StringBuilder(plain).replace(edit.start(), edit.end(), edit.replacement());
    if (edit.anchor() == edit.caret()) {
      return changed.insert(edit.caret(), '|').toString();
    }
    boolean forward = edit.anchor() < edit.caret();
    changed.insert(Math.max(edit.anchor(), edit.caret()), forward ? '|' : '[');
    return changed.insert(Math.min(edit.anchor(), edit.caret()), forward ? '[' : '|').toString();
  }

  private static String indented(String text) {
    return after(text, edits(text).indent(2));
  }

  private static String unindented(String text) {
    return after(text, edits(text).unindent(2));
  }

  private static String toggled(String text) {
    return after(text, edits(text).toggleComment(";;"));
  }

  @Test
  void indentsEveryLineOfTheSelection() {
    assertEquals("[  a\n\n  b|\nc", indented("[a\n\nb|\nc"));
  }

  @Test
  void leavesALineOutWhereTheSelectionOnlyReachesItsStart() {
    assertEquals("[  a\n|b", indented("[a\n|b"));
  }

  @Test
  void unindentsAsFarAsThereIsRoom() {
    assertEquals("[a\nb\n  c|", unindented("[ a\n\tb\n    c|"));
    assertEquals("|a", unindented("  |a"));
  }

  @Test
  void commentsLinesAtTheirCommonIndentation() {
    assertEquals("  ;; a|", toggled("  a|"));
    assertEquals("[  ;; a\n\n  ;;   b|", toggled("[  a\n\n    b|"));
  }

  @Test
  void uncommentsWhereAllLinesAreComments() {
    assertEquals("  a|", toggled("  ;; a|"));
    assertEquals("[a\nb|", toggled("[;;a\n;; b|"));
  }

  @Test
  void commentsCommentsTogetherWithCode() {
    assertEquals("[;; ;; a\n;; b|", toggled("[;; a\nb|"));
  }

  @Test
  void startsACommentOnAnEmptyLine() {
    assertEquals(";; |", toggled("|"));
  }
}
