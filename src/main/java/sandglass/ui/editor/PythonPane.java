package sandglass.ui.editor;

import atlantafx.base.theme.Styles;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.playground.document.WatListing;
import sandglass.sandbox.Quantities;

/**
 * A Python text, and beside it the WebAssembly text that it was compiled to. The cursors are
 * linked: what belongs to the line of one is tinted in the other.
 */
final class PythonPane extends BorderPane {
  private static final double HALF = 0.5;

  private final Document document;
  private final SourceArea python;
  private final Node pythonNode;
  private final WatView view;
  private final WatPane wat;
  private final SplitPane split = new SplitPane();
  private final LineTint tint;
  private final Label state = new Label();
  private final ToggleButton toggle = new ToggleButton("WAT", new FontIcon("fth-columns"));
  private final Threads.Latest listing;
  private final ChangeListener<Build> followBuild = (source, old, build) -> show(build);
  private final InvalidationListener followWanted = o -> arrange();
  private final InvalidationListener followRunner = o -> describe();
  private Optional<WatListing> shown = Optional.empty();
  private boolean current;
  private boolean leading;

  PythonPane(Document document, SourceArea python, Node pythonNode, WatView view, Threads threads) {
    this.document = document;
    this.python = python;
    this.pythonNode = pythonNode;
    this.view = view;
    listing = threads.latest();
    wat = new WatPane(document.id(), threads, this::watLine, this::save);
    tint = new LineTint(python, "code-linked");
    setTop(bar());
    setCenter(split);
    split.getStyleClass().add("python-split");
    python.currentParagraphProperty().addListener(o -> pythonLine());
    wat.active().addListener((o, was, is) -> focusMoved());
    python.focusedProperty().addListener((o, was, is) -> focusMoved());
    document.build().addListener(followBuild);
    document.runner().addListener(followRunner);
    view.shown().addListener(followWanted);
    arrange();
    document.lastGood().get().ifPresent(this::list);
    show(document.build().get());
  }

  private HBox bar() {
    state.setId("python-state-" + document.id());
    state.getStyleClass().add("editor-bar-status");
    state.setMinWidth(0);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    toggle.setId("wat-toggle-" + document.id());
    toggle.getStyleClass().addAll(Styles.SMALL, "editor-bar-toggle", "wat-toggle");
    toggle.setAccessibleText("Show the WebAssembly text beside the Python");
    toggle.setTooltip(new Tooltip("Show what it was compiled to beside it  F8"));
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(view.shown());
    var bar = new HBox(state, toggle);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("python-bar");
    return bar;
  }

  void dispose() {
    document.build().removeListener(followBuild);
    document.runner().removeListener(followRunner);
    view.shown().removeListener(followWanted);
    toggle.selectedProperty().unbindBidirectional(view.shown());
    listing.cancel();
    tint.dispose();
    wat.dispose();
  }

  /** Moves the keyboard to the text that does not have it; shows the other one first. */
  void otherText() {
    if (wat.active().get()) {
      python.requestFocus();
    } else if (shown.isPresent()) {
      view.shown().set(true);
      wat.area().requestFocus();
    }
  }

  WatPane wat() {
    return wat;
  }

  LineTint tint() {
    return tint;
  }

  private void save() {
    document.lastGood().get().ifPresent(good -> view.save().accept(good.program()));
  }

  private void show(Build build) {
    describe();
    switch (build) {
      case Build.Good good -> list(good);
      case Build.Failed f -> outdated();
      case Build.Refused r -> outdated();
      case Build.Pending p -> {}
    }
  }

  private void list(Build.Good good) {
    listing.background(
        () -> WatListing.of(good.program()),
        made -> {
          shown = made;
          current = document.build().get() == good;
          made.ifPresent(wat::show);
          wat.stale(document.build().get() instanceof Build.Failed);
          describe();
          arrange();
        });
  }

  /** The text is not that of the module any more. */
  private void outdated() {
    current = false;
    wat.stale(true);
    clear();
  }

  private void clear() {
    wat.link(new int[0]);
    tint.lines(new BitSet());
  }

  private void describe() {
    state.setText(
        document.runner().get() != Document.Runner.COMPILED
            ? "Runs on " + view.runner().apply(document.runner().get())
            : switch (document.build().get()) {
              case Build.Good good ->
                  "Compiled to WAT in "
                      + Quantities.formatDuration(good.took())
                      + shown.map(text -> ": " + text.ownSummary()).orElse("");
              case Build.Pending p -> "Compiling to WAT…";
              case Build.Refused r -> "Not compiled";
              case Build.Failed failed -> words(failed);
            });
  }

  private static String words(Build.Failed failed) {
    long wrong = failed.errors().stream().filter(error -> !error.refused()).count();
    return wrong > 0
        ? wrong == 1 ? "An error: not compiled" : wrong + " errors: not compiled"
        : "Uses more of Python than compiles to WAT";
  }

  private void arrange() {
    toggle.setDisable(shown.isEmpty());
    boolean both = view.shown().get() && shown.isPresent();
    var wanted = both ? List.of(pythonNode, wat) : List.of(pythonNode);
    if (!split.getItems().equals(wanted)) {
      double[] before = split.getDividerPositions();
      split.getItems().setAll(wanted);
      split.setDividerPositions(before.length > 0 ? before[0] : HALF);
    }
    if (both) {
      pythonLine();
    } else {
      clear();
    }
  }

  private boolean isLinked() {
    return current && shown.isPresent() && split.getItems().size() > 1;
  }

  private void focusMoved() {
    if (wat.active().get()) {
      watLine(wat.area().getCurrentParagraph() + 1);
    } else if (python.isFocused()) {
      pythonLine();
    }
  }

  /** The caret of the Python is on another line, or belongs to another text. */
  private void pythonLine() {
    if (leading || !isLinked() || wat.active().get()) {
      return;
    }
    int[] lines = shown.get().map().textLines(python.getCurrentParagraph() + 1);
    tint.lines(new BitSet());
    wat.link(lines);
    if (lines.length > 0) {
      wat.reveal(lines[0]);
    }
  }

  /** The caret of the WebAssembly text is on another line. */
  private void watLine(int line) {
    if (!isLinked() || !wat.active().get()) {
      return;
    }
    leading = true;
    var map = shown.get().map();
    int source = map.sourceLine(line);
    var lines = new BitSet();
    if (source > 0) {
      lines.set(source - 1);
      Scrolling.show(python, source - 1);
    }
    tint.lines(lines);
    wat.link(map.textLines(source));
    leading = false;
  }
}
