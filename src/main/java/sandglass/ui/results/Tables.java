package sandglass.ui.results;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What the tables of results have in common. */
final class Tables {
  /** What copies the selected rows. */
  static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private Tables() {}

  /**
   * A column of text.
   *
   * @param tooltip what a cell says when pointed at; may be empty
   */
  static <T> TableColumn<T, T> text(
      String title, double width, Function<T, String> text, Function<T, String> tooltip) {
    return column(
        title,
        width,
        (cell, row) -> {
          cell.setText(text.apply(row));
          return tooltip.apply(row);
        });
  }

  /** A column that {@code fill} fills; what it returns is the cell's tooltip. */
  static <T> TableColumn<T, T> column(
      String title, double width, BiFunction<TableCell<T, T>, T, String> fill) {
    var column = new TableColumn<T, T>(title);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              private final Tooltip tooltip = new Tooltip();

              @Override
              protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                String help = empty || row == null ? "" : fill.apply(this, row);
                tooltip.setText(help);
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(640);
                setTooltip(help.isEmpty() ? null : tooltip);
              }
            });
    return column;
  }

  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
