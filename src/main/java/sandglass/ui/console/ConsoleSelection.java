package sandglass.ui.console;

import java.text.BreakIterator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import sandglass.playground.output.Output;

/** What is selected in a console, and how keys change it. Stays with its lines as others go. */
final class ConsoleSelection {
  private final Output output;
  private final ConsoleScroll scroll;
  private Spot anchor = Spot.START;
  private Spot caret = Spot.START;

  ConsoleSelection(Output output, ConsoleScroll scroll) {
    this.output = output;
    this.scroll = scroll;
  }

  Spot caret() {
    return caret;
  }

  Spot from() {
    return kept(anchor.compareTo(caret) <= 0 ? anchor : caret);
  }

  Spot to() {
    return kept(anchor.compareTo(caret) <= 0 ? caret : anchor);
  }

  boolean isEmpty() {
    return from().equals(to());
  }

  void forget() {
    anchor = Spot.START;
    caret = Spot.START;
  }

  /** Moves the caret, and the anchor too unless the selection is extended. */
  void moveTo(Spot spot, boolean extend) {
    caret = kept(spot);
    if (!extend) {
      anchor = caret;
    }
  }

  void selectAll() {
    var extent = output.extent().get();
    if (extent.count() > 0) {
      anchor = new Spot(extent.first(), 0);
      caret = lastSpot();
    }
  }

  /** Selects the word, or what is between words, around a spot. */
  void selectWord(Spot spot) {
    if (isNowhere()) {
      return;
    }
    String line = output.line(kept(spot).line());
    var words = BreakIterator.getWordInstance();
    words.setText(line);
    int at = Math.min(spot.index(), line.length());
    int end = at >= line.length() ? line.length() : words.following(at);
    anchor = new Spot(spot.line(), line.isEmpty() ? 0 : Math.max(0, words.preceding(end)));
    caret = new Spot(spot.line(), end);
  }

  /** Selects a line with its end. */
  void selectLine(Spot spot) {
    if (isNowhere()) {
      return;
    }
    long line = kept(spot).line();
    anchor = new Spot(line, 0);
    caret = kept(new Spot(line + 1, 0));
  }

  /** The selected text. */
  String text() {
    var from = from();
    var to = to();
    return output.snapshot().text(from.line(), from.index(), to.line(), to.index());
  }

  void copy() {
    if (!isEmpty()) {
      var content = new ClipboardContent();
      content.putString(text());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private boolean isNowhere() {
    return output.extent().get().count() == 0;
  }

  private Spot lastSpot() {
    long line = output.extent().get().end() - 1;
    return new Spot(line, output.line(line).length());
  }

  /** The spot, or the nearest one that is still there. */
  private Spot kept(Spot spot) {
    var extent = output.extent().get();
    if (extent.count() == 0 || spot.line() < extent.first()) {
      return new Spot(extent.first(), 0);
    }
    if (spot.line() >= extent.end()) {
      return lastSpot();
    }
    int length = output.line(spot.line()).length();
    return spot.index() <= length ? spot : new Spot(spot.line(), length);
  }

  /** Whether the key did something. */
  boolean key(KeyEvent event) {
    if (event.isAltDown() || isNowhere()) {
      return false;
    }
    boolean shortcut = event.isShortcutDown();
    var now = kept(caret);
    Spot target =
        switch (event.getCode()) {
          case LEFT -> left(now);
          case RIGHT -> right(now);
          case UP -> vertically(now, -1);
          case DOWN -> vertically(now, 1);
          case PAGE_UP -> vertically(now, -scroll.rows());
          case PAGE_DOWN -> vertically(now, scroll.rows());
          case HOME -> shortcut ? kept(Spot.START) : scroll.rowOf(now);
          case END ->
              shortcut ? lastSpot() : new Spot(now.line(), output.line(now.line()).length());
          case C, INSERT -> {
            if (shortcut) {
              copy();
            }
            yield null;
          }
          case A -> {
            if (shortcut) {
              selectAll();
            }
            yield null;
          }
          default -> null;
        };
    if (target == null) {
      return shortcut
          && switch (event.getCode()) {
            case A, C, INSERT -> true;
            default -> false;
          };
    }
    moveTo(target, event.isShiftDown());
    if (target.equals(lastSpot()) && !event.isShiftDown()) {
      scroll.toEnd();
    } else {
      scroll.reveal(target);
    }
    return true;
  }

  private Spot left(Spot spot) {
    if (spot.index() > 0) {
      return new Spot(spot.line(), output.line(spot.line()).offsetByCodePoints(spot.index(), -1));
    }
    long line = spot.line() - 1;
    return line < output.extent().get().first() ? spot : new Spot(line, output.line(line).length());
  }

  private Spot right(Spot spot) {
    String line = output.line(spot.line());
    if (spot.index() < line.length()) {
      return new Spot(spot.line(), line.offsetByCodePoints(spot.index(), 1));
    }
    return spot.line() + 1 < output.extent().get().end() ? new Spot(spot.line() + 1, 0) : spot;
  }

  private Spot vertically(Spot spot, int rows) {
    var row = scroll.rowOf(spot);
    int offset = spot.index() - row.index();
    for (int i = 0; i < Math.abs(rows); i++) {
      var next = rows > 0 ? scroll.after(row) : scroll.before(row);
      if (next == null) {
        break;
      }
      row = next;
    }
    int index = Math.min(row.index() + offset, scroll.rowEnd(row));
    String line = output.line(row.line());
    boolean inPair =
        index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
    return new Spot(row.line(), inPair ? index - 1 : index);
  }
}
