package sandglass.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.reactfx.Subscription;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.sandbox.Quantities;

/** One document's area: joins the text, its colours and its errors. */
final class SourceEditor {
  private final Document document;
  private final SourceArea area;
  private final VBox node;
  private final Optional<PythonPane> beside;
  private static final String LONGEST = Quantities.formatCount(LongLines.LONGEST);

  private final Label notice = new Label();
  private final Painter painter;
  private final Gutter gutter;
  private final ErrorTip tip;
  private final Threads.Latest colouring;
  private final ReadOnlyObjectWrapper<CaretPlace> caret =
      new ReadOnlyObjectWrapper<>(this, "caret", CaretPlace.START);
  private final ChangeListener<String> followText = (source, old, text) -> follow(text);
  private final ChangeListener<Build> followBuild = (source, old, build) -> show(build);
  private final ChangeListener<Object> followRunner = (source, old, now) -> showAgain();
  private final ChangeListener<Object> followCaret = (source, old, now) -> caretMoved();
  private final Subscription changes;
  private final Map<Mark, String> messages = new HashMap<>();
  private Runnable textWatcher = () -> {};
  private Runnable caretWatcher = () -> {};
  private LineEnds lineEnds;
  private boolean joining;

  SourceEditor(Document document, WatView wat, Threads threads) {
    this.document = document;
    colouring = threads.latest();
    lineEnds = LineEnds.of(document.text().get());
    area = new SourceArea(document.language());
    area.setId("source-" + document.id());
    area.accessibleTextProperty().bind(document.name());
    area.start(shown(document.text().get()));
    notice.setId("cut-notice");
    notice.getStyleClass().add("editor-notice");
    notice.setWrapText(true);
    notice.setMaxWidth(Double.MAX_VALUE);
    notice
        .textProperty()
        .bind(
            Bindings.when(area.refused())
                .then(
                    "A line of that is longer than "
                        + LONGEST
                        + " characters, too long to be edited here: nothing was changed.")
                .otherwise(
                    "A line is longer than "
                        + LONGEST
                        + " characters: it is shown cut, and the text cannot be edited here."));
    notice.visibleProperty().bind(area.editableProperty().not().or(area.refused()));
    notice.managedProperty().bind(notice.visibleProperty());
    var scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    if (document.language() == Document.Language.PYTHON) {
      var pane = new PythonPane(document, area, scroll, wat, threads);
      VBox.setVgrow(pane, Priority.ALWAYS);
      node = new VBox(notice, pane);
      beside = Optional.of(pane);
    } else {
      node = new VBox(notice, scroll);
      beside = Optional.empty();
    }
    painter = new Painter(area);
    gutter = new Gutter(area);
    tip = new ErrorTip(area, this::messageAt);
    changes = area.multiPlainChanges().subscribe(this::changed);
    document.text().addListener(followText);
    document.build().addListener(followBuild);
    document.runner().addListener(followRunner);
    area.caretPositionProperty().addListener(followCaret);
    area.selectionProperty().addListener(followCaret);
    colour();
    show(document.build().get());
  }

  /** Lets go of the document. */
  void dispose() {
    document.text().removeListener(followText);
    document.build().removeListener(followBuild);
    document.runner().removeListener(followRunner);
    changes.unsubscribe();
    colouring.cancel();
    painter.dispose();
    tip.dispose();
    beside.ifPresent(PythonPane::dispose);
    area.dispose();
  }

  Node node() {
    return node;
  }

  SourceArea area() {
    return area;
  }

  /** The text that has the keyboard: this one, or what is beside it. */
  SourceArea read() {
    return beside
        .map(PythonPane::wat)
        .filter(wat -> wat.active().get())
        .map(WatPane::area)
        .orElse(area);
  }

  /** What a Python text has beside it. */
  Optional<PythonPane> beside() {
    return beside;
  }

  Painter painter() {
    return painter;
  }

  /** Where the caret is. */
  ReadOnlyObjectProperty<CaretPlace> caret() {
    return caret.getReadOnlyProperty();
  }

  /** Selects a place, brings it to the middle and takes the focus. */
  void reveal(int line, int column, int length) {
    int start = Places.offset(area, line, column);
    int end = Math.min(start + length, area.getLength());
    if (length > 0) {
      end = Places.offset(area, line, column + length);
    }
    area.selectRange(start, Math.max(start, end));
    area.requestFocus();
    int paragraph = area.offsetToPosition(start, Bias.Forward).getMajor();
    area.showParagraphAtCenter(paragraph);
    // Again when the tab has its size: before that there is no middle.
    Platform.runLater(() -> area.showParagraphAtCenter(Math.min(paragraph, lastParagraph())));
  }

  /** Selects a range and shows it; the focus stays where it is. */
  void select(int start, int end) {
    area.selectRange(start, end);
    int paragraph = area.offsetToPosition(start, Bias.Forward).getMajor();
    var shown = area.getVisibleParagraphs();
    if (!shown.isEmpty()
        && (paragraph <= area.firstVisibleParToAllParIndex()
            || paragraph >= area.lastVisibleParToAllParIndex())) {
      area.showParagraphAtCenter(paragraph);
    }
    area.requestFollowCaret();
  }

  /** How many lines there are. */
  int lines() {
    return area.getParagraphs().size();
  }

  /** Tells one watcher of changes of the text, and of where the caret goes. */
  void watch(Runnable text, Runnable caretMoves) {
    textWatcher = text;
    caretWatcher = caretMoves;
  }

  /** Tells nobody any more. */
  void unwatch() {
    watch(() -> {}, () -> {});
  }

  private int lastParagraph() {
    return area.getParagraphs().size() - 1;
  }

  private void changed(List<PlainTextChange> list) {
    for (var change : list) {
      int removed = change.getRemoved().length();
      int inserted = change.getInserted().length();
      painter.changed(change.getPosition(), removed, inserted);
      move(change.getPosition(), removed, inserted);
    }
    if (!joining) {
      joining = true;
      document.text().set(lineEnds.restore(area.text()));
      joining = false;
    }
    gutter.fit();
    gutter.errors(errorLines());
    colour();
    caretMoved();
    textWatcher.run();
  }

  private String shown(String text) {
    String plain = LineEnds.plain(text);
    String cut = LongLines.cut(plain);
    area.setEditable(cut.equals(plain));
    return cut;
  }

  private void follow(String text) {
    if (!joining) {
      joining = true;
      lineEnds = LineEnds.of(text);
      area.become(shown(text));
      joining = false;
    }
  }

  private void colour() {
    String text = area.text();
    var language = document.language();
    colouring.background(
        () -> Syntax.highlight(language, text),
        highlight -> {
          painter.highlight(highlight);
          brackets();
        });
  }

  private void caretMoved() {
    var position = area.offsetToPosition(area.getCaretPosition(), Bias.Forward);
    String line = area.getText(position.getMajor());
    int column = line.codePointCount(0, Math.min(position.getMinor(), line.length()));
    caret.set(new CaretPlace(position.getMajor() + 1, column + 1, area.getSelection().getLength()));
    announce();
    brackets();
    caretWatcher.run();
  }

  // A screen reader says what is wrong where the caret is.
  private void announce() {
    area.setAccessibleHelp(messageAt(area.getCaretPosition()));
  }

  private void brackets() {
    if (painter.isStale()) {
      return;
    }
    int caretAt = area.getCaretPosition();
    for (int at : new int[] {caretAt - 1, caretAt}) {
      int partner = painter.highlight().partner(at);
      if (partner != Highlight.NO_BRACKET) {
        painter.mark(Painter.Layer.BRACKETS, bracketMarks(at, partner));
        return;
      }
    }
    painter.mark(Painter.Layer.BRACKETS, List.of());
  }

  private static List<Mark> bracketMarks(int at, int partner) {
    if (partner == Highlight.ALONE) {
      return List.of(new Mark(at, at + 1, "code-bracket-alone"));
    }
    int first = Math.min(at, partner);
    int second = Math.max(at, partner);
    return List.of(
        new Mark(first, first + 1, "code-bracket-match"),
        new Mark(second, second + 1, "code-bracket-match"));
  }

  private void showAgain() {
    show(document.build().get());
  }

  // While a new build is awaited the old errors stay, and move with their text.
  private void show(Build build) {
    if (build instanceof Build.Pending) {
      return;
    }
    messages.clear();
    if (build instanceof Build.Failed failed) {
      for (var error : failed.errors()) {
        boolean matters = !error.refused() || !document.isInterpreted();
        if (matters && error.line() > 0 && area.getLength() > 0) {
          var mark = Places.squiggle(area, error.line(), error.column(), error.length());
          String message =
              error.refused() ? error.message() + ": CPython runs it" : error.message();
          messages.merge(mark, message, (a, b) -> a + "\n" + b);
        }
      }
    }
    markErrors();
    announce();
    gutter.errors(errorLines());
  }

  private void move(int position, int removed, int inserted) {
    var before = new HashMap<>(messages);
    messages.clear();
    before.forEach(
        (mark, message) -> {
          var moved = mark.after(position, removed, inserted);
          if (!moved.isEmpty()) {
            messages.merge(moved, message, (a, b) -> a + "\n" + b);
          }
        });
  }

  private void markErrors() {
    var marks = new ArrayList<>(messages.keySet());
    marks.sort((a, b) -> Integer.compare(a.start(), b.start()));
    painter.mark(Painter.Layer.ERRORS, marks);
  }

  private Map<Integer, String> errorLines() {
    var lines = new TreeMap<Integer, String>();
    messages.forEach(
        (mark, message) ->
            lines.merge(
                area.offsetToPosition(Math.min(mark.start(), area.getLength()), Bias.Forward)
                    .getMajor(),
                message,
                (a, b) -> a + "\n" + b));
    return lines;
  }

  private String messageAt(int offset) {
    return messages.entrySet().stream()
        .filter(entry -> entry.getKey().start() <= offset && offset < entry.getKey().end())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
