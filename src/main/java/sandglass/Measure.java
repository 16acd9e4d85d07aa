package sandglass;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * Measures how quick the window is, once, where the system property {@code sandglass.measure} asks
 * for it: {@code start} from the start of the process to the first painted frame, {@code run} from
 * Run, a second later, to the first painted output. Does nothing where it does not ask. Used on the
 * FX thread.
 */
final class Measure {
  /** Nobody presses Run sooner than this after the window has come. */
  private static final Duration BEFORE_RUN = Duration.seconds(1);

  private enum Span {
    NONE,
    START,
    RUN
  }

  private final Span span;
  private final Consumer<String> result;
  private Path home;
  private Scene scene;
  private long runAt;
  private boolean ready;
  private boolean shown;

  /**
   * @param span none, start or run
   * @param result takes the line
   * @throws IllegalArgumentException for another span
   */
  Measure(String span, Consumer<String> result) {
    this.span = Span.valueOf(span.toUpperCase(Locale.ROOT));
    this.result = result;
  }

  /** What the system property asks for, printed; then the window closes. */
  static Measure asked() {
    return new Measure(
        System.getProperty("sandglass.measure", "none"),
        line -> {
          System.out.println(line);
          Platform.exit();
        });
  }

  /** Whether anything is measured: then nothing of the user's is read or written. */
  boolean isAsked() {
    return span != Span.NONE;
  }

  /** A new folder in place of the user's settings. */
  Path home() throws IOException {
    home = Files.createTempDirectory("sandglass-measure");
    return home;
  }

  /** Removes that folder. */
  void close() {
    if (home == null) {
      return;
    }
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Left to the system, as temporary files are.
    }
  }

  /**
   * To be called before the window is shown.
   *
   * @param windowScene the window's
   */
  void start(Scene windowScene) {
    scene = windowScene;
    if (span == Span.START) {
      afterFrame(() -> finish("first frame", uptime()));
    }
  }

  /**
   * To be called when there is something to run.
   *
   * @param run runs it; called once if that is what is measured
   */
  void ready(Runnable run) {
    if (span == Span.RUN && !ready) {
      ready = true;
      var pause = new PauseTransition(BEFORE_RUN);
      pause.setOnFinished(
          e -> {
            runAt = System.nanoTime();
            run.run();
          });
      pause.play();
    }
  }

  /** To be called whenever output was put into the window. */
  void outputShown() {
    if (span == Span.RUN && !shown) {
      shown = true;
      afterFrame(() -> finish("first output visible", System.nanoTime() - runAt));
    }
  }

  /** Calls when what is in the scene now has been painted: the pulse after next begins then. */
  private void afterFrame(Runnable action) {
    atPulse(() -> atPulse(action));
  }

  private void atPulse(Runnable action) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            action.run();
          }
        });
    Platform.requestNextPulse();
  }

  private void finish(String what, long nanos) {
    result.accept(what + " after " + nanos / 1_000_000 + " ms");
  }

  /** Since the process began, without what asking takes the first time. In nanoseconds. */
  private static long uptime() {
    long asked = System.nanoTime();
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000;
    return uptime - (System.nanoTime() - asked);
  }
}
