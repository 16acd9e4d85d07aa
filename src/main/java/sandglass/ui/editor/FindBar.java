package sandglass.ui.editor;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks what to find in a text and what to put in its place. */
final class FindBar extends VBox {
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Finder finder;
  private final Runnable closed;
  private final TextField field = field("find-field", "Find");
  private final TextField replacement = field("replace-field", "Replace with");
  private final HBox replaceRow = new HBox();
  private final Label status = new Label();

  /**
   * @param closed called when it has hidden itself
   */
  FindBar(Finder finder, Runnable closed) {
    this.finder = finder;
    this.closed = closed;
    setId("find-bar");
    getStyleClass().add("editor-bar");
    field.textProperty().bindBidirectional(finder.query());
    field.setOnAction(event -> finder.step(true));
    replacement.setOnAction(event -> finder.replace(replacement.getText()));
    status.setId("find-status");
    status.getStyleClass().add("editor-bar-status");
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    finder.status().subscribe(this::show);
    var row =
        new HBox(
            field,
            toggle("find-case", "Aa", "Match case", finder.matchCase()),
            toggle("find-regex", ".*", "Regular expression", finder.regex()),
            icon("fth-chevron-up", "Previous match (Shift+F3)", () -> finder.step(false)),
            icon("fth-chevron-down", "Next match (F3)", () -> finder.step(true)),
            status,
            icon("fth-x", "Close (Esc)", this::close));
    replaceRow
        .getChildren()
        .addAll(
            replacement,
            button("replace-one", "Replace", () -> finder.replace(replacement.getText())),
            button("replace-all", "Replace all", () -> finder.replaceAll(replacement.getText())));
    for (var each : new HBox[] {row, replaceRow}) {
      each.getStyleClass().add("editor-bar-row");
      each.setAlignment(Pos.CENTER_LEFT);
    }
    replaceRow.managedProperty().bind(replaceRow.visibleProperty());
    getChildren().addAll(row, replaceRow);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static TextField field(String id, String name) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(name);
    field.setAccessibleText(name);
    field.getStyleClass().add(Styles.SMALL);
    field.setPrefColumnCount(22);
    return field;
  }

  private static ToggleButton toggle(String id, String text, String help, BooleanProperty value) {
    var toggle = new ToggleButton(text);
    toggle.setId(id);
    toggle.getStyleClass().addAll(Styles.SMALL, "editor-bar-toggle");
    toggle.setAccessibleText(help);
    toggle.setTooltip(new Tooltip(help));
    toggle.selectedProperty().bindBidirectional(value);
    return toggle;
  }

  private static Button button(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(event -> action.run());
    return button;
  }

  static Button icon(String icon, String help, Runnable action) {
    var button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(help);
    button.setTooltip(new Tooltip(help));
    button.setOnAction(event -> action.run());
    return button;
  }

  /**
   * Shows itself and takes the focus.
   *
   * @param selected what to find, if it is no more than a part of a line; else the query stays
   */
  void open(String selected, boolean replace) {
    replaceRow.setVisible(replace);
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      field.setText(selected);
    }
    appear();
    field.requestFocus();
    field.selectAll();
  }

  /** Shows itself without taking the focus. */
  void appear() {
    setVisible(true);
    finder.active(true);
  }

  private void close() {
    setVisible(false);
    finder.active(false);
    closed.run();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER
        && event.isShiftDown()
        && event.getTarget() == field) {
      finder.step(false);
      event.consume();
    }
  }

  private void show(Finder.Status now) {
    status.setText(now.text());
    status.pseudoClassStateChanged(BAD, now.bad());
  }
}
