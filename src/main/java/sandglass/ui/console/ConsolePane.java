package sandglass.ui.console;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.output.LineLinks;
import sandglass.playground.output.Output;
import sandglass.playground.output.OutputFind;
import sandglass.playground.output.OutputText;
import sandglass.sandbox.Quantities;

/** What a guest printed on one stream: read, selected, copied, searched and saved. */
public final class ConsolePane extends BorderPane {
  /** Where the text is saved to. */
  public interface Saver {
    /**
     * Asks for a file, on the FX thread.
     *
     * @param suggestedName such as {@code stdout.txt}
     * @return empty if the user thinks better of it
     */
    Optional<Path> choose(String suggestedName);

    /** Writes it, in the background. */
    void write(Path file, OutputText text) throws IOException;
  }

  private static final PseudoClass DROPPED = PseudoClass.getPseudoClass("dropped");
  private static final KeyCombination FIND = KeyCombination.keyCombination("Shortcut+F");

  private final Threads threads;
  private final Notices notices;
  private final Output output;
  private final String title;
  private final Saver saver;
  private final ConsoleView view;
  private final FindBar findBar;
  private final Label header = new Label();
  private final Button newOutput = new Button("new output", new FontIcon("fth-arrow-down"));
  private final ToggleButton wrap = new ToggleButton(null, new FontIcon("fth-corner-down-left"));
  private long seenBytes;

  /**
   * A pane over an output.
   *
   * @param title the stream's name, such as {@code stdout}; also begins the ids of the controls
   * @param styleClass such as {@code stderr}, which is tinted
   * @param links what lines lead to
   * @param emptyText says why there is nothing, while there is nothing
   */
  public ConsolePane(
      Threads threads,
      Notices notices,
      Output output,
      String title,
      String styleClass,
      ObservableValue<String> emptyText,
      LineLinks links,
      Saver saver) {
    this.threads = threads;
    this.notices = notices;
    this.output = output;
    this.title = title;
    this.saver = saver;
    var find = new OutputFind(threads, output);
    view = new ConsoleView(output, find, links, title);
    view.setId(title + "-view");
    findBar = new FindBar(find, title, view::requestFocus);
    getStyleClass().addAll("console", styleClass);
    setTop(new VBox(toolbar(), findBar));
    setCenter(new StackPane(view, emptyLabel(emptyText), newOutputButton()));
    output.extent().subscribe(this::show);
    view.following().subscribe(following -> show(output.extent().get()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    view.setOnContextMenuRequested(
        event -> menu().show(view, event.getScreenX(), event.getScreenY()));
  }

  /** Whether long lines are wrapped; a person chooses it. */
  public BooleanProperty wrapped() {
    return wrap.selectedProperty();
  }

  private HBox toolbar() {
    header.setId(title + "-header");
    header.getStyleClass().addAll("console-header", Styles.TEXT_MUTED);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    wrap.setId(title + "-wrap");
    wrap.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    wrap.setAccessibleText("Wrap long lines");
    wrap.setTooltip(new Tooltip("Wrap long lines"));
    wrap.selectedProperty().subscribe(view::setWrapped);
    var bar =
        new HBox(
            header,
            gap,
            tool("find", "fth-search", "Find (Ctrl+F)", findBar::open),
            wrap,
            tool("copy", "fth-copy", "Copy all", this::copyAll),
            tool("save", "fth-download", "Save to a file…", this::save),
            tool("clear", "fth-trash-2", "Clear", output::clear));
    bar.getStyleClass().add("console-toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Button tool(String id, String icon, String help, Runnable action) {
    var button = FindBar.button(icon, help, action);
    button.setId(title + "-" + id);
    if (!id.equals("find")) {
      button
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> output.extent().get().count() == 0, output.extent()));
    }
    return button;
  }

  private Label emptyLabel(ObservableValue<String> text) {
    var label = new Label();
    label.setId(title + "-empty");
    label.getStyleClass().addAll("console-empty", Styles.TEXT_MUTED);
    label.textProperty().bind(text);
    label.setMouseTransparent(true);
    label.setWrapText(true);
    label
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> output.extent().get().count() == 0, output.extent()));
    return label;
  }

  private Button newOutputButton() {
    newOutput.setId(title + "-new-output");
    newOutput.getStyleClass().addAll("console-new-output", Styles.SMALL, Styles.ACCENT);
    newOutput.setAccessibleText("Go to the new output at the end");
    newOutput.setOnAction(event -> view.toEnd());
    newOutput.setVisible(false);
    newOutput.setFocusTraversable(false);
    StackPane.setAlignment(newOutput, Pos.BOTTOM_RIGHT);
    return newOutput;
  }

  private void show(Output.Extent extent) {
    boolean following = view.following().get();
    if (following) {
      seenBytes = extent.bytes();
    }
    newOutput.setVisible(!following && extent.bytes() > seenBytes);
    header.pseudoClassStateChanged(DROPPED, extent.first() > 0);
    header.setText(headerText(extent));
  }

  private static String headerText(Output.Extent extent) {
    if (extent.first() > 0) {
      return String.format(
          Locale.ROOT,
          "… %,d earlier %s dropped (%s) · the last %,d shown",
          extent.first(),
          extent.first() == 1 ? "line" : "lines",
          Quantities.formatBytes(extent.droppedBytes()),
          extent.count());
    }
    return extent.count() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d %s · %s",
            extent.count(),
            extent.count() == 1 ? "line" : "lines",
            Quantities.formatBytes(extent.bytes()));
  }

  private void keyPressed(KeyEvent event) {
    if (FIND.match(event)) {
      findBar.open();
      event.consume();
    }
  }

  private ContextMenu menu() {
    var copy = item("Copy", view.selection()::copy);
    copy.setDisable(view.selection().isEmpty());
    var all =
        item(
            "Select all",
            () -> {
              view.selection().selectAll();
              view.requestLayout();
            });
    return new ContextMenu(
        copy,
        all,
        new SeparatorMenuItem(),
        item("Find…", findBar::open),
        item("Save to a file…", this::save),
        item("Clear", output::clear));
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void copyAll() {
    threads.background(
        output.snapshot()::text,
        text -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private void save() {
    var text = output.snapshot();
    saver.choose(title + ".txt").ifPresent(file -> save(text, file));
  }

  private void save(OutputText text, Path file) {
    threads.background(
        () -> {
          try {
            saver.write(file, text);
            return "";
          } catch (IOException e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
          }
        },
        failure -> {
          if (failure.isEmpty()) {
            notices.info("Saved %s as %s.".formatted(title, file.getFileName()));
          } else {
            notices.error(
                "%s could not be saved as %s: %s. Choose another folder or name."
                    .formatted(title, file.getFileName(), failure));
          }
        });
  }
}
