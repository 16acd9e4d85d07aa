package sandglass.ui;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import sandglass.playground.common.Threads;
import sandglass.ui.common.FxTicker;

/** The window's own threads, for tests of panes; a bug fails the test by way of JavaFX. */
public final class FxThreads {
  private static final ExecutorService WORK =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "pane test");
            thread.setDaemon(true);
            return thread;
          });

  private FxThreads() {}

  /** What panes take. */
  public static Threads create() {
    return new Threads(
        Platform::runLater,
        WORK,
        new FxTicker(),
        Platform::isFxApplicationThread,
        bug -> {
          throw new AssertionError(bug);
        });
  }
}
