package sandglass.ui.editor;

import atlantafx.base.theme.Styles;
import java.util.BitSet;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.WatListing;

/** The WebAssembly text that a Python program was compiled to: read, searched by eye, saved. */
final class WatPane extends BorderPane {
  /** Columns that are left to the left of code that is brought into view. */
  private static final int MARGIN = 4;

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final SourceArea area = new SourceArea(Language.WAT);
  private final Painter painter;
  private final LineTint tint;
  private final Gutter gutter;
  private final FontIcon chevron = new FontIcon("fth-chevron-right");
  private final ToggleButton runtime = new ToggleButton("", chevron);
  private final Threads.Latest colouring;
  private WatListing listing;

  /**
   * @param id ends the ids of its controls
   * @param lineChosen told the line of the caret, from 1, when it moves
   */
  WatPane(String id, Threads threads, IntConsumer lineChosen, Runnable save) {
    colouring = threads.latest();
    getStyleClass().add("wat-pane");
    setId("wat-pane-" + id);
    area.setId("wat-" + id);
    area.setEditable(false);
    area.setAccessibleText("WebAssembly text of the program, read only");
    area.setUndoManager(UndoUtils.noOpUndoManager());
    painter = new Painter(area);
    tint = new LineTint(area, "code-linked");
    gutter = new Gutter(area);
    area.currentParagraphProperty()
        .addListener((o, before, now) -> lineChosen.accept(area.getCurrentParagraph() + 1));
    setCenter(new VirtualizedScrollPane<>(area));
    setBottom(footer(id, save));
  }

  private HBox footer(String id, Runnable save) {
    runtime.setId("wat-runtime-" + id);
    runtime.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "disclosure");
    runtime.setTooltip(
        new Tooltip(
            "The functions that compiled Python calls; they are the same for all programs"));
    runtime.setMinWidth(0);
    runtime.selectedProperty().addListener(o -> text());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var button = new Button(null, new FontIcon("fth-download"));
    button.setId("wat-save-" + id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText("Save as .wat…");
    button.setTooltip(new Tooltip("Save as .wat…"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> save.run());
    var bar = new HBox(runtime, gap, button);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("wat-footer");
    return bar;
  }

  void dispose() {
    colouring.cancel();
    painter.dispose();
    tint.dispose();
    area.dispose();
  }

  SourceArea area() {
    return area;
  }

  /** Whether the keyboard is in the text. */
  ReadOnlyBooleanProperty active() {
    return area.focusedProperty();
  }

  /** Shows another text; what is seen of it stays where it is. */
  void show(WatListing next) {
    listing = next;
    text();
  }

  private void text() {
    if (listing == null) {
      return;
    }
    boolean all = runtime.isSelected();
    runtime.setText(listing.runtimeSummary());
    runtime.setAccessibleText((all ? "Hide " : "Show ") + listing.runtimeSummary());
    chevron.setIconLiteral(all ? "fth-chevron-down" : "fth-chevron-right");
    String text = LongLines.cut(all ? listing.whole() : listing.own());
    if (text.equals(area.text())) {
      return;
    }
    if (area.text().isEmpty()) {
      area.replaceText(text);
      area.moveTo(0);
      area.showParagraphAtTop(0);
    } else {
      area.become(text);
    }
    gutter.fit();
    colouring.background(() -> Syntax.highlight(Language.WAT, text), painter::highlight);
  }

  /** Dims it while it is not what the Python says now. */
  void stale(boolean isStale) {
    pseudoClassStateChanged(STALE, isStale);
  }

  /** Tints these lines, counted from 1, and no others. */
  void link(int[] lines) {
    var wanted = new BitSet();
    for (int line : lines) {
      wanted.set(line - 1);
    }
    tint.lines(wanted);
  }

  /** The tinted lines, counted from 0. */
  BitSet linked() {
    return tint.lines();
  }

  /** Brings a line, counted from 1, into view, and what it is indented by out of it. */
  void reveal(int line) {
    if (line > area.getParagraphs().size()) {
      return;
    }
    Scrolling.show(area, line - 1);
    String text = area.getText(line - 1);
    int indentation = text.length() - text.stripLeading().length();
    Platform.runLater(() -> Scrolling.showColumn(area, Math.max(0, indentation - MARGIN)));
  }
}
