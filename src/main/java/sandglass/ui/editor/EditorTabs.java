package sandglass.ui.editor;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.EditorActions;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Place;

/** A tab for each open document: an editor for a text, another pane's view for a binary. */
public final class EditorTabs extends StackPane implements EditorActions {
  private final ObservableList<Document> open;
  private final ObjectProperty<Document> current;
  private final Function<Document, Node> binaryView;
  private final Consumer<Document> close;
  private final WatView wat;
  private final Threads threads;
  private final TabPane tabs = new TabPane();
  private final Map<Document, Tab> tabOf = new HashMap<>();
  private final Map<Document, SourceEditor> editorOf = new HashMap<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ReadOnlyObjectWrapper<Optional<CaretPlace>> caret =
      new ReadOnlyObjectWrapper<>(this, "caret", Optional.empty());
  private final BooleanBinding isText;
  private final Finder finder;
  private final FindBar findBar;
  private final GoToBar goToBar;
  private boolean arranging;

  /**
   * Shows what is open, and follows it.
   *
   * @param open the documents, in the order of their tabs; a tab that is dragged moves its document
   * @param current the one in front; null if none is open
   * @param binaryView what a document without text shows
   * @param close asked to close a document; the tab goes when the document leaves {@code open}
   * @param wat shows what Python was compiled to beside it
   */
  public EditorTabs(
      ObservableList<Document> open,
      ObjectProperty<Document> current,
      Function<Document, Node> binaryView,
      Consumer<Document> close,
      WatView wat,
      Threads threads) {
    this.open = open;
    this.current = current;
    this.binaryView = binaryView;
    this.close = close;
    this.wat = wat;
    this.threads = threads;
    isText =
        Bindings.createBooleanBinding(
            () -> current.get() != null && current.get().language() != Document.Language.BINARY,
            current);
    getStyleClass().add("editor-tabs");
    tabs.setId("editor-tabs");
    tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    var hint = new Label("Open a file, or choose a sample");
    hint.setId("editor-hint");
    hint.getStyleClass().add("editor-hint");
    finder = new Finder(threads);
    findBar = new FindBar(finder, this::focusText);
    goToBar = new GoToBar(this::inFront, this::focusText);
    var content = new VBox(tabs, goToBar, findBar);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    content.visibleProperty().bind(Bindings.isNotEmpty(open));
    hint.visibleProperty().bind(Bindings.isEmpty(open));
    getChildren().addAll(hint, content);
    open.addListener((ListChangeListener<Document>) change -> arrange());
    tabs.getTabs().addListener((ListChangeListener<Tab>) change -> dragged());
    tabs.getSelectionModel().selectedItemProperty().addListener((source, old, tab) -> chosen(tab));
    current.addListener((source, old, document) -> bringToFront(document));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    arrange();
  }

  private void focusText() {
    inFront().ifPresentOrElse(editor -> editor.area().requestFocus(), tabs::requestFocus);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && event.isControlDown() && !open.isEmpty()) {
      int by = event.isShiftDown() ? -1 : 1;
      current.set(open.get(Math.floorMod(open.indexOf(current.get()) + by, open.size())));
      focusText();
      event.consume();
    }
  }

  @Override
  public ObservableBooleanValue isText() {
    return isText;
  }

  @Override
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** Where the caret of the text in front is; empty where no text is in front. */
  public ReadOnlyObjectProperty<Optional<CaretPlace>> caret() {
    return caret.getReadOnlyProperty();
  }

  @Override
  public void undo() {
    writable().ifPresent(SourceArea::undo);
  }

  @Override
  public void redo() {
    writable().ifPresent(SourceArea::redo);
  }

  @Override
  public void cut() {
    writable().ifPresent(SourceArea::cut);
  }

  @Override
  public void copy() {
    inFront().ifPresent(editor -> editor.read().copy());
  }

  @Override
  public void paste() {
    writable().ifPresent(SourceArea::paste);
  }

  @Override
  public void selectAll() {
    inFront().ifPresent(editor -> editor.read().selectAll());
  }

  @Override
  public void toggleComment() {
    inFront().ifPresent(editor -> editor.area().toggleComment());
  }

  @Override
  public void find() {
    inFront().ifPresent(editor -> findBar.open(editor.area().getSelectedText(), false));
  }

  @Override
  public void replace() {
    inFront().ifPresent(editor -> findBar.open(editor.area().getSelectedText(), true));
  }

  @Override
  public void findNext() {
    step(true);
  }

  @Override
  public void findPrevious() {
    step(false);
  }

  private void step(boolean forward) {
    if (finder.query().get().isEmpty()) {
      find();
    } else if (inFront().isPresent()) {
      findBar.appear();
      finder.step(forward);
    }
  }

  @Override
  public void goToLine() {
    if (inFront().isPresent()) {
      goToBar.open();
    }
  }

  @Override
  public void otherText() {
    inFront().flatMap(SourceEditor::beside).ifPresent(PythonPane::otherText);
  }

  /** Brings a place to the front, selects it and takes the focus. Of closed documents, nothing. */
  public void reveal(Place place) {
    if (open.contains(place.document())) {
      current.set(place.document());
      inFront().ifPresent(editor -> editor.reveal(place.line(), place.column(), place.length()));
    }
  }

  private Optional<SourceArea> writable() {
    return inFront().map(SourceEditor::area).filter(SourceArea::isEditable);
  }

  private Optional<SourceEditor> inFront() {
    return Optional.ofNullable(editorOf.get(current.get()));
  }

  // Documents have come, gone or moved.
  private void arrange() {
    if (arranging) {
      return;
    }
    arranging = true;
    for (var document : List.copyOf(tabOf.keySet())) {
      if (!open.contains(document)) {
        remove(document);
      }
    }
    for (int i = 0; i < open.size(); i++) {
      var tab = tabOf.computeIfAbsent(open.get(i), this::tab);
      if (i >= tabs.getTabs().size() || tabs.getTabs().get(i) != tab) {
        tabs.getTabs().remove(tab);
        tabs.getTabs().add(i, tab);
      }
    }
    arranging = false;
    bringToFront(current.get());
  }

  private void remove(Document document) {
    var tab = tabOf.remove(document);
    tabs.getTabs().remove(tab);
    tab.textProperty().unbind();
    tab.setContent(null);
    var editor = editorOf.remove(document);
    if (editor != null) {
      editor.dispose();
    }
  }

  // A tab was dragged to another place.
  private void dragged() {
    if (!arranging) {
      arranging = true;
      var order = tabs.getTabs().stream().map(Tab::getUserData).toList();
      open.sort(Comparator.comparingInt(order::indexOf));
      arranging = false;
    }
  }

  private void chosen(Tab tab) {
    if (!arranging && tab != null) {
      current.set((Document) tab.getUserData());
    }
  }

  private void bringToFront(Document document) {
    var tab = tabOf.get(document);
    if (tab != null) {
      tabs.getSelectionModel().select(tab);
    }
    var editor = editorOf.get(document);
    finder.target(Optional.ofNullable(editor));
    if (editor == null) {
      findBar.setVisible(false);
      finder.active(false);
      goToBar.setVisible(false);
      canUndo.unbind();
      canUndo.set(false);
      canRedo.unbind();
      canRedo.set(false);
      caret.unbind();
      caret.set(Optional.empty());
    } else {
      canUndo.bind(editor.area().undoAvailableProperty());
      canRedo.bind(editor.area().redoAvailableProperty());
      caret.bind(editor.caret().map(Optional::of));
    }
  }

  private static Tooltip tooltip(Document document) {
    var tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> where(document), document.path(), document.origin()));
    return tooltip;
  }

  private static String where(Document document) {
    String file = document.path().get().map(Path::toString).orElse("Not saved to a file yet");
    var origin = document.origin().get();
    if (origin.isEmpty()) {
      return file;
    }
    String what = origin.get().tool().map(tool -> "A call of " + tool).orElse("A capsule");
    return what + ", with limits and a world of its own\n" + file;
  }

  private Tab tab(Document document) {
    var tab = new Tab();
    tab.setId("tab-" + document.id());
    tab.setUserData(document);
    tab.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> document.name().get() + (document.dirty().get() ? " \u25CF" : ""),
                document.name(),
                document.dirty()));
    tab.setTooltip(tooltip(document));
    boolean binary = document.language() == Document.Language.BINARY;
    var icon = new FontIcon();
    document
        .origin()
        .subscribe(
            origin ->
                icon.setIconLiteral(
                    origin.isPresent() ? "fth-box" : binary ? "fth-package" : "fth-file-text"));
    tab.setGraphic(icon);
    tab.setOnCloseRequest(
        event -> {
          event.consume();
          close.accept(document);
        });
    if (binary) {
      tab.setContent(binaryView.apply(document));
    } else {
      var editor = new SourceEditor(document, wat, threads);
      editorOf.put(document, editor);
      tab.setContent(editor.node());
    }
    return tab;
  }
}
