package sandglass.ui.interpreter;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Download;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.interpreter.Supply;

/** How it stands with CPython, and what can be done about it: fetch it, or put it there by hand. */
final class SupplyBox extends VBox {
  private static final String NAME = Catalog.CPYTHON.name();

  private final Label text = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button fetch =
      new Button("Download " + Catalog.CPYTHON.label(), new FontIcon("fth-download"));
  private final Button cancel = new Button("Cancel");
  private final Button file = new Button("Choose a file…");
  private final ToggleButton manual = new ToggleButton("By hand");
  private final TextArea byHand = new TextArea();

  /**
   * @param id begins the ids of its controls
   * @param choose lets a person choose a module of their own
   */
  SupplyBox(String id, InterpreterModel model, Runnable choose) {
    getStyleClass().add("supply-box");
    text.setId(id + "-text");
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    progress.setId(id + "-progress");
    progress.setAccessibleText("How far the download is");
    fetch.setId(id + "-fetch");
    fetch.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    fetch.setOnAction(e -> model.fetch());
    cancel.setId(id + "-cancel");
    cancel.setAccessibleText("Cancel the download");
    cancel.setOnAction(e -> model.cancelFetch());
    file.setId(id + "-file");
    file.setOnAction(e -> choose.run());
    manual.setId(id + "-manual");
    for (var button : new Region[] {cancel, file, manual}) {
      button.getStyleClass().add(Styles.SMALL);
    }
    byHand.setId(id + "-by-hand");
    byHand.setText(model.byHand());
    byHand.setEditable(false);
    byHand.setPrefRowCount(4);
    byHand.getStyleClass().add("mono");
    byHand.setAccessibleText("How to get " + NAME + " by hand");
    var buttons = new HBox(progress, fetch, cancel, file, manual);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getStyleClass().add("supply-buttons");
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(text, buttons);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("supply-line");
    getChildren().setAll(line, byHand);
    model.cpython().subscribe(this::show);
    manual.selectedProperty().subscribe(shown -> show(model.cpython().get()));
  }

  private void show(Supply supply) {
    text.setText(
        switch (supply) {
          case Supply.Unknown u -> "Looking for " + NAME + "…";
          case Supply.Missing(var failure) ->
              failure
                  .map(why -> firstUpper(why) + ".")
                  .orElse(NAME + " is not installed yet. It runs in the sandbox like any module.");
          case Supply.Fetching(Download.Progress now) -> NAME + ": " + now.phase().words() + "…";
          case Supply.There(var where) -> NAME + " is installed: " + where;
        });
    boolean missing = supply instanceof Supply.Missing;
    boolean fetching = supply instanceof Supply.Fetching;
    show(progress, fetching);
    show(fetch, missing);
    show(cancel, fetching);
    show(file, missing);
    show(manual, missing);
    show(byHand, missing && manual.isSelected());
    if (supply instanceof Supply.Fetching(Download.Progress now)) {
      progress.setProgress(
          now.bytes() == 0
              ? ProgressBar.INDETERMINATE_PROGRESS
              : (double) now.bytes() / now.totalBytes());
    }
  }

  private static String firstUpper(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
