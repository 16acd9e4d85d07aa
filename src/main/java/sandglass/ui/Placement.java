package sandglass.ui;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import sandglass.settings.Settings;

/** Puts the window and its dividers where they were, and remembers where they go. */
final class Placement {
  private static final double LEAST_VISIBLE = 100;
  private static final Duration SETTLING = Duration.seconds(1);

  private Placement() {}

  static void keep(Stage stage, Settings settings) {
    stage.setWidth(settings.windowWidth().get());
    stage.setHeight(settings.windowHeight().get());
    var bounds =
        new Rectangle2D(
            orZero(settings.windowX().get()),
            orZero(settings.windowY().get()),
            settings.windowWidth().get(),
            settings.windowHeight().get());
    // The screen it was on may be gone.
    if (!Double.isNaN(settings.windowX().get()) && isReachable(bounds)) {
      stage.setX(bounds.getMinX());
      stage.setY(bounds.getMinY());
    }
    stage.setMaximized(settings.maximized().get());
    stage.maximizedProperty().addListener((o, was, is) -> settings.maximized().set(is));
    Runnable remember = () -> remember(stage, settings);
    stage.xProperty().addListener(o -> remember.run());
    stage.yProperty().addListener(o -> remember.run());
    stage.widthProperty().addListener(o -> remember.run());
    stage.heightProperty().addListener(o -> remember.run());
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static boolean isReachable(Rectangle2D bounds) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            s ->
                bounds.getMinX() < s.getMaxX() - LEAST_VISIBLE
                    && bounds.getMaxX() > s.getMinX() + LEAST_VISIBLE
                    && bounds.getMinY() >= s.getMinY()
                    && bounds.getMinY() < s.getMaxY() - LEAST_VISIBLE);
  }

  private static void remember(Stage stage, Settings settings) {
    if (stage.isMaximized() || stage.isIconified() || !stage.isShowing()) {
      return;
    }
    settings.windowX().set(stage.getX());
    settings.windowY().set(stage.getY());
    settings.windowWidth().set(stage.getWidth());
    settings.windowHeight().set(stage.getHeight());
  }

  /**
   * Puts a split pane's dividers where they were, and remembers where they are dragged to. Window
   * managers resize a new window more than once, and dividers that were squeezed do not come back;
   * so until things have settled, each new size puts them right.
   */
  static void keep(SplitPane pane, String name, Settings settings, double... usual) {
    Runnable put =
        () -> {
          for (int i = 0; i < usual.length; i++) {
            pane.setDividerPosition(i, settings.dividers().getOrDefault(name + "." + i, usual[i]));
          }
        };
    put.run();
    InvalidationListener resized = o -> Platform.runLater(put);
    pane.widthProperty().addListener(resized);
    pane.heightProperty().addListener(resized);
    pane.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .subscribe(
            showing -> {
              if (Boolean.TRUE.equals(showing)) {
                var settled = new PauseTransition(SETTLING);
                settled.setOnFinished(
                    e -> {
                      pane.widthProperty().removeListener(resized);
                      pane.heightProperty().removeListener(resized);
                    });
                settled.play();
              }
            });
    pane.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          double[] positions = pane.getDividerPositions();
          for (int i = 0; i < positions.length; i++) {
            settings.dividers().put(name + "." + i, positions[i]);
          }
        });
  }
}
