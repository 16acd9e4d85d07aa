package sandglass.ui.charts;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The style sheet's colours and font for what is drawn rather than laid out. Shapes of no size
 * stand in the scene for it, each with a style class, so that a change of theme or zoom is seen
 * here.
 */
final class ChartColours extends Group {
  private final Rectangle fuel = shape("graph-fuel");
  private final Rectangle memory = shape("graph-memory");
  private final Rectangle limit = shape("graph-limit");
  private final Rectangle refusal = shape("graph-refusal");
  private final Rectangle grid = shape("graph-grid");
  private final Rectangle axis = shape("graph-axis");
  private final Rectangle crosshair = shape("graph-crosshair");
  private final Rectangle ground = shape("graph-ground");
  private final Text label = new Text();

  /**
   * @param changed called when a colour or the font is another
   */
  ChartColours(Runnable changed) {
    setManaged(false);
    setMouseTransparent(true);
    label.getStyleClass().add("graph-label");
    var shapes = List.of(fuel, memory, limit, refusal, grid, axis, crosshair, ground);
    getChildren().addAll(shapes);
    getChildren().add(label);
    shapes.forEach(shape -> shape.fillProperty().subscribe(changed));
    label.fontProperty().subscribe(changed);
  }

  private static Rectangle shape(String styleClass) {
    var shape = new Rectangle();
    shape.getStyleClass().add(styleClass);
    return shape;
  }

  Color fuel() {
    return colour(fuel);
  }

  Color memory() {
    return colour(memory);
  }

  Color limit() {
    return colour(limit);
  }

  Color refusal() {
    return colour(refusal);
  }

  Color grid() {
    return colour(grid);
  }

  Color axis() {
    return colour(axis);
  }

  Color crosshair() {
    return colour(crosshair);
  }

  Color ground() {
    return colour(ground);
  }

  /** What ticks and limits are written in. */
  Font font() {
    return label.getFont();
  }

  private static Color colour(Rectangle shape) {
    Paint paint = shape.getFill();
    return paint instanceof Color colour ? colour : Color.GRAY;
  }
}
