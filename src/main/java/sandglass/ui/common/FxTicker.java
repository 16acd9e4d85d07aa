package sandglass.ui.common;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import sandglass.playground.common.Ticker;

/** Ticks by JavaFX's own timelines, so that what is missed is not made up for. */
public final class FxTicker implements Ticker {
  @Override
  public Tick after(Duration delay, Runnable action) {
    return play(delay, action, 1);
  }

  @Override
  public Tick every(Duration period, Runnable action) {
    return play(period, action, Animation.INDEFINITE);
  }

  private static Tick play(Duration period, Runnable action, int count) {
    var frame =
        new KeyFrame(javafx.util.Duration.millis(period.toNanos() / 1e6), e -> action.run());
    var timeline = new Timeline(frame);
    timeline.setCycleCount(count);
    timeline.play();
    return timeline::stop;
  }
}
