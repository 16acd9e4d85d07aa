package sandglass.ui;

import java.util.Map;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Shows what does not fit into a notice, to be read and copied, beside the window. */
final class DetailsDialog {
  private static final int COLUMNS = 90;
  private static final int MOST_ROWS = 24;
  private static final int LEAST_ROWS = 6;

  private final Dialog<ButtonType> dialog = new Dialog<>();

  DetailsDialog(Window owner, String title, String text) {
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setTitle(title);
    dialog.setResizable(true);
    var area = new TextArea(text);
    area.setId("details-text");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    area.setPrefColumnCount(COLUMNS);
    area.setPrefRowCount(Math.clamp(text.lines().count() + 1, LEAST_ROWS, MOST_ROWS));
    area.setAccessibleText(title);
    var copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
    var pane = dialog.getDialogPane();
    pane.setId("details");
    pane.setContent(area);
    pane.getButtonTypes().setAll(copy, ButtonType.CLOSE);
    pane.lookupButton(copy)
        .addEventFilter(
            javafx.event.ActionEvent.ACTION,
            event -> {
              Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
              event.consume();
            });
    if (owner != null && owner.getScene() != null) {
      pane.getStylesheets().setAll(owner.getScene().getStylesheets());
      pane.setStyle(owner.getScene().getRoot().getStyle());
    }
  }

  void show() {
    dialog.show();
  }
}
