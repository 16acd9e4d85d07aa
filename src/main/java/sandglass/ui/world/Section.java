package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that a guest can see: its name, a control beside it, the rest below. */
final class Section extends VBox {
  Section(String name, Node control, Node... below) {
    getStyleClass().add("world-section");
    var label = new Label(name);
    label.getStyleClass().add("world-label");
    label.setLabelFor(control);
    var line = new HBox(label, control);
    line.getStyleClass().add("world-line");
    HBox.setHgrow(control, Priority.ALWAYS);
    getChildren().add(line);
    getChildren().addAll(below);
  }

  /** Shows a node, and gives it room, while a condition holds. */
  static void showWhile(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** A small button with an icon alone. */
  static Button iconButton(String id, String icon, String help, Runnable action) {
    var button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "small-icon");
    button.setAccessibleText(help);
    button.setTooltip(new Tooltip(help));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A small button that adds a row. */
  static Button addButton(String id, String text, Runnable action) {
    var button = new Button(text, new FontIcon("fth-plus"));
    button.setId(id);
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "world-add");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** What makes a row of an item. */
  @FunctionalInterface
  interface Maker<T> {
    Node row(T item);
  }

  /** Keeps a row for each item, and leaves those that stay as they are, focus included. */
  static <T> VBox rows(ObservableList<T> items, Maker<T> maker) {
    var box = new VBox();
    box.getStyleClass().add("world-rows");
    items.forEach(item -> box.getChildren().add(maker.row(item)));
    items.addListener(
        (ListChangeListener<T>)
            change -> {
              while (change.next()) {
                box.getChildren()
                    .remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                int at = change.getFrom();
                for (var item : change.getAddedSubList()) {
                  box.getChildren().add(at, maker.row(item));
                  at++;
                }
              }
              box.setManaged(!items.isEmpty());
            });
    box.setManaged(!items.isEmpty());
    return box;
  }
}
