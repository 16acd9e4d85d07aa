package sandglass.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import sandglass.settings.Settings;

/** Puts the window and its dividers where they were, and remembers where they go. */
final class Placement {
  private static final double LEAST_VISIBLE = 100;

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

  /** Puts a split pane's dividers where they were. */
  static void keep(SplitPane pane, String name, Settings settings, double... usual) {
    for (int i = 0; i < usual.length; i++) {
      String key = name + "." + i;
      var divider = pane.getDividers().get(i);
      divider.setPosition(settings.dividers().getOrDefault(key, usual[i]));
      divider
          .positionProperty()
          .addListener(
              (o, before, now) -> {
                // What the first layouts do to it is nobody's wish.
                if (isShowing(pane)) {
                  settings.dividers().put(key, now.doubleValue());
                }
              });
    }
  }

  private static boolean isShowing(SplitPane pane) {
    var scene = pane.getScene();
    return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
  }
}
