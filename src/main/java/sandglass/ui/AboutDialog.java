package sandglass.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Says what this is, which version, and what it runs on. */
final class AboutDialog {
  private AboutDialog() {}

  static void show(Window owner) {
    var alert = new Alert(Alert.AlertType.NONE, text(), ButtonType.CLOSE);
    alert.initOwner(owner);
    var pane = alert.getDialogPane();
    pane.getStyleClass().add("about-dialog");
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.setStyle(owner.getScene().getRoot().getStyle());
    alert.setTitle("About Sandglass");
    alert.setHeaderText("Sandglass " + version());
    var icon = new ImageView(new Image("/sandglass/icons/sandglass-64.png"));
    icon.setFitWidth(48);
    icon.setFitHeight(48);
    alert.setGraphic(icon);
    alert.showAndWait();
  }

  private static String text() {
    return """
        A playground for WASI modules: write, run under limits, watch, understand.

        Java %s, JavaFX %s, %s
        Fuel is counted as wasmtime counts it."""
        .formatted(
            Runtime.version(),
            System.getProperty("javafx.runtime.version", "?"),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  private static String version() {
    String version = AboutDialog.class.getPackage().getImplementationVersion();
    return version == null ? "(from source)" : version;
  }
}
