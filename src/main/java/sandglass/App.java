package sandglass;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import sandglass.ui.common.Theme;

/** The window, put together: the only place that knows all of its parts. */
public final class App extends Application {
  private final Measure measure = Measure.asked();

  @Override
  public void start(Stage stage) {
    var scene = new Scene(new BorderPane(), 1280, 800);
    Theme.LIGHT.dress(scene);
    stage.setTitle("Sandglass");
    stage.getIcons().setAll(icons());
    stage.setScene(scene);
    measure.start(scene, () -> {});
    stage.show();
  }

  private static List<Image> icons() {
    return Stream.of(16, 32, 48, 128)
        .map(size -> new Image("/sandglass/icons/sandglass-" + size + ".png"))
        .toList();
  }
}
