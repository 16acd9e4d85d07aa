package sandglass.ui.console;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Selects with the mouse; dragging beyond an edge scrolls on. */
final class ConsoleMouse {
  private final ConsoleView view;
  private final ConsoleSelection selection;
  private final Timeline dragScroll =
      new Timeline(new KeyFrame(Duration.millis(50), event -> scrollOn()));
  private double x;
  private double y;

  ConsoleMouse(ConsoleView view, ConsoleSelection selection) {
    this.view = view;
    this.selection = selection;
    dragScroll.setCycleCount(Animation.INDEFINITE);
  }

  void install() {
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
    view.setOnMouseReleased(this::released);
    view.setOnMouseMoved(
        event -> view.pointing(view.linkAt(event.getX(), event.getY()).isPresent()));
    view.sceneProperty().subscribe(dragScroll::stop);
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || event.getX() > view.gridWidth()) {
      return;
    }
    var spot = view.spotAt(event.getX(), event.getY());
    switch (event.getClickCount()) {
      case 1 -> selection.moveTo(spot, event.isShiftDown());
      case 2 -> selection.selectWord(spot);
      default -> selection.selectLine(spot);
    }
    view.requestLayout();
    event.consume();
  }

  private void released(MouseEvent event) {
    dragScroll.stop();
    boolean isClick =
        event.getButton() == MouseButton.PRIMARY
            && event.getClickCount() == 1
            && event.isStillSincePress();
    if (isClick && selection.from().equals(selection.to())) {
      view.linkAt(event.getX(), event.getY()).ifPresent(link -> link.open().run());
    }
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    x = event.getX();
    y = event.getY();
    boolean beyond = y < 0 || y > view.gridHeight() || x < 0 || x > view.gridWidth();
    if (!beyond) {
      dragScroll.stop();
    } else if (dragScroll.getStatus() != Animation.Status.RUNNING) {
      dragScroll.play();
    }
    extend();
    event.consume();
  }

  private void extend() {
    selection.moveTo(view.spotAt(x, Math.max(0, y)), true);
    view.requestLayout();
  }

  private void scrollOn() {
    double down = y < 0 ? y : Math.max(0, y - view.gridHeight());
    double right = x < 0 ? x : Math.max(0, x - view.gridWidth());
    view.scrollBy(
        (int) Math.ceil(Math.abs(down) / view.rowHeight()) * (int) Math.signum(down), right);
    extend();
  }
}
