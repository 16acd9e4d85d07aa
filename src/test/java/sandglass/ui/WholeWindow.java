package sandglass.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.TestInterpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.Playground;
import sandglass.playground.RunModel;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Preparation;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.settings.Settings;
import sandglass.ui.common.FxTicker;

/** The real window over the real sandbox, wired as the app does, on a stage of a test's. */
public final class WholeWindow {
  private static final int PATIENCE_SECONDS = 120;

  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final ExecutorService work =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          task -> {
            var thread = new Thread(task, "sandglass-work-test");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());
  private final Sandbox sandbox = Sandbox.inMemory();
  private final Interpreters interpreters = TestInterpreters.none();
  private final Workers workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work);
  private final Playground playground;

  private WholeWindow(
      Stage stage,
      Function<Sandbox, BiFunction<Capsule, Streams, Run>> starter,
      Function<Sandbox, BiFunction<byte[], Engine, Preparation>> preparer) {
    var threads =
        new Threads(
            Platform::runLater, work, new FxTicker(), Platform::isFxApplicationThread, bugs::add);
    var prompts = new Nobody();
    playground =
        new Playground(
            threads,
            starter.apply(sandbox),
            preparer.apply(sandbox),
            new InterpreterTools(
                interpreters,
                workers,
                entry -> TestInterpreters.withoutNpm(entry, interpreters.store())),
            new Settings(),
            prompts);
    var _ = new MainWindow(stage, playground, threads, prompts);
    stage.show();
  }

  /** Opens one; on the FX thread. */
  public static WholeWindow on(Stage stage) {
    return new WholeWindow(stage, sandbox -> sandbox::start, sandbox -> sandbox::prepare);
  }

  /** Opens one whose runs and preparations are a test's; on the FX thread. */
  public static WholeWindow on(
      Stage stage,
      BiFunction<Capsule, Streams, Run> starter,
      BiFunction<byte[], Engine, Preparation> preparer) {
    return new WholeWindow(stage, sandbox -> starter, sandbox -> preparer);
  }

  /** The view-model; for the FX thread. */
  public Playground playground() {
    return playground;
  }

  /** What should never have been thrown. */
  public List<Throwable> bugs() {
    return bugs;
  }

  /** Stops what runs, and the threads. */
  public void close() {
    onFx(
        () -> {
          playground.run().stop();
          playground.preparations().stop();
          playground.interpreters().stop();
        });
    workers.close();
    sandbox.close();
    work.shutdownNow();
  }

  /** Asks on the FX thread. */
  public static <T> T onFx(Callable<T> what) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  /** Acts on the FX thread. */
  public static void onFx(Runnable what) {
    WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  /** Waits until something holds on the FX thread. */
  public static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("nothing came of it in " + PATIENCE_SECONDS + " s", e);
    }
  }

  /** Opens a text in a tab of its own. */
  public Document write(String wat) {
    return onFx(
        () -> {
          playground.createText();
          var document = playground.documents().current().get();
          document.text().set(wat);
          return document;
        });
  }

  /** Runs the document in front, until the guest itself runs. */
  public void runUntil(RunModel.State state) {
    onFx(playground::runCurrent);
    await(() -> playground.run().state().get() == state);
  }

  /** Runs the document in front to its end. */
  public Report runToEnd() {
    onFx(playground::runCurrent);
    return awaitEnd();
  }

  /** Waits for the end of the run. */
  public Report awaitEnd() {
    await(() -> !playground.run().running().get());
    return onFx(() -> playground.run().last().get().orElseThrow().report());
  }

  /** Nobody there to answer. */
  private static final class Nobody implements Prompts {
    @Override
    public List<Path> filesToOpen() {
      return List.of();
    }

    @Override
    public Optional<Path> fileToSave(String title, String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> fileToRead(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public void details(String title, String text) {}

    @Override
    public Unsaved unsaved(String name) {
      return Unsaved.DISCARD;
    }
  }
}
