package sandglass.playground;

import java.util.List;
import javafx.beans.property.DoubleProperty;

/** The size of everything in the window, in steps. */
public final class Zoom {
  private static final List<Double> STEPS =
      List.of(0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0);

  private final DoubleProperty factor;

  /**
   * @param factor 1 for the usual size
   */
  public Zoom(DoubleProperty factor) {
    this.factor = factor;
  }

  /** One step larger. */
  public void in() {
    STEPS.stream().filter(s -> s > factor.get() + 0.01).findFirst().ifPresent(factor::set);
  }

  /** One step smaller. */
  public void out() {
    STEPS.reversed().stream()
        .filter(s -> s < factor.get() - 0.01)
        .findFirst()
        .ifPresent(factor::set);
  }

  /** The usual size. */
  public void reset() {
    factor.set(1);
  }
}
