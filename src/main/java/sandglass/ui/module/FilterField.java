package sandglass.ui.module;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field whose text narrows a list; Escape empties it. */
final class FilterField extends CustomTextField {
  FilterField() {
    setId("module-filter");
    setPromptText("Filter");
    setAccessibleText("Filter what is shown of the module");
    getStyleClass().add(Styles.SMALL);
    setLeft(new FontIcon("fth-search"));
    var clear = new Button("", new FontIcon("fth-x"));
    clear.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "filter-clear");
    clear.setAccessibleText("Show all");
    clear.setFocusTraversable(false);
    clear.setCursor(Cursor.HAND);
    clear.setOnAction(event -> clear());
    textProperty().subscribe(text -> setRight(text.isEmpty() ? null : clear));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
          }
        });
  }
}
