package sandglass.ui.editor;

import java.util.Collection;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.undo.UndoManagerFactory;
import sandglass.playground.document.Document.Language;

/** The text itself: what typing does beyond putting in characters. */
final class SourceArea extends CodeArea {
  private static final int UNDO_STEPS = 2_000;

  private final Language language;
  private String text = "";

  private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");

  SourceArea(Language language) {
    this.language = language;
    getStyleClass().add("source-area");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    multiPlainChanges().subscribe(changes -> changes.forEach(this::changed));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    layoutBoundsProperty().addListener(new FromTheTop());
  }

  /** Shows the first line when there is a size: what was typed in before that has scrolled down. */
  private final class FromTheTop implements InvalidationListener {
    @Override
    public void invalidated(Observable bounds) {
      if (getHeight() > 0) {
        layoutBoundsProperty().removeListener(this);
        Platform.runLater(
            () -> {
              if (getCaretPosition() == 0) {
                showParagraphAtTop(0);
              }
            });
      }
    }
  }

  /** Whether the last change was not made, because a line of it is too long. */
  ReadOnlyBooleanProperty refused() {
    return refused.getReadOnlyProperty();
  }

  /** Begins with a text, the caret before it and nothing to undo. */
  void start(String first) {
    replaceText(first);
    moveTo(0);
    setUndoManager(
        UndoUtils.plainTextUndoManager(
            this, UndoManagerFactory.fixedSizeHistoryFactory(UNDO_STEPS)));
  }

  // Pasting a line that cannot be laid out would hold up the window.
  @Override
  public void replace(
      int start,
      int end,
      StyledDocument<Collection<String>, String, Collection<String>> replacement) {
    refused.set(LongLines.any(replacement.getText()));
    if (!refused.get()) {
      super.replace(start, end, replacement);
    }
  }

  private void changed(PlainTextChange change) {
    int start = change.getPosition();
    text =
        text.substring(0, start)
            + change.getInserted()
            + text.substring(start + change.getRemoved().length());
  }

  /** The whole text, without putting it together of its lines each time as the area does. */
  String text() {
    return text;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isControlDown() || !isEditable()) {
      return;
    }
    if (event.getCode() == KeyCode.TAB) {
      tab(event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      replaceSelection("\n" + Syntax.indentation(language, text, getSelection().getStart()));
      requestFollowCaret();
      event.consume();
    }
  }

  private void tab(boolean back) {
    int width = Syntax.indentWidth(language);
    if (back) {
      apply(lines().unindent(width));
    } else if (getSelectedText().indexOf('\n') >= 0) {
      apply(lines().indent(width));
    } else {
      int column = offsetToPosition(getSelection().getStart(), Bias.Forward).getMinor();
      replaceSelection(" ".repeat(width - column % width));
    }
    requestFollowCaret();
  }

  private LineEdits lines() {
    return new LineEdits(text, getAnchor(), getCaretPosition());
  }

  /** Turns the selected lines into comments, or back. */
  void toggleComment() {
    if (isEditable()) {
      apply(lines().toggleComment(Syntax.comment(language)));
    }
  }

  /** Makes a change as one step to undo. */
  void apply(Edit edit) {
    if (!getText(edit.start(), edit.end()).equals(edit.replacement())) {
      getUndoManager().preventMerge();
      replaceText(edit.start(), edit.end(), edit.replacement());
      getUndoManager().preventMerge();
    }
    selectRange(edit.anchor(), edit.caret());
  }

  /** Makes the text another one, as one step to undo, with the caret where it was. */
  void become(String newText) {
    String old = text;
    int start = 0;
    int shorter = Math.min(old.length(), newText.length());
    while (start < shorter && old.charAt(start) == newText.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && old.charAt(old.length() - 1 - same) == newText.charAt(newText.length() - 1 - same)) {
      same++;
    }
    int oldEnd = old.length() - same;
    var mark = new Mark(getCaretPosition(), getCaretPosition() + 1, "");
    int caret = mark.after(start, oldEnd - start, newText.length() - same - start).start();
    caret = Math.min(caret, newText.length());
    apply(new Edit(start, oldEnd, newText.substring(start, newText.length() - same), caret, caret));
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> text;
      case CARET_OFFSET -> getCaretPosition();
      case SELECTION_START -> getSelection().getStart();
      case SELECTION_END -> getSelection().getEnd();
      case LINE_START -> line(parameters, 0).orElse(0);
      case LINE_END -> line(parameters, 1).orElse(0);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private OptionalInt line(Object[] parameters, int following) {
    if (parameters.length == 0
        || !(parameters[0] instanceof Integer line)
        || line < 0
        || line >= getParagraphs().size()) {
      return OptionalInt.empty();
    }
    int start = getAbsolutePosition(line, 0);
    return OptionalInt.of(following == 0 ? start : start + getParagraphLength(line));
  }
}
