package sandglass;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.Playground;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Draft;
import sandglass.playground.document.Place;
import sandglass.playground.document.SessionKeeper;
import sandglass.playground.document.SessionStore;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.playground.samples.Samples;
import sandglass.sandbox.Sandbox;
import sandglass.settings.SettingsFolder;
import sandglass.settings.SettingsStore;
import sandglass.ui.FilePrompts;
import sandglass.ui.MainWindow;
import sandglass.ui.common.ErrorDialog;
import sandglass.ui.common.FxTicker;

/** The window, put together: the only place that knows all of its parts. */
public final class App extends Application {
  /** How long the last texts and settings may take to reach the disk when the window closes. */
  private static final Duration FLUSH = Duration.ofMillis(300);

  private static final AtomicInteger WORKERS = new AtomicInteger();

  private final Measure measure = Measure.asked();
  private SettingsStore settings;
  private SessionStore sessions;
  private SessionStore.Restored restored;
  private Optional<Path> samples;
  private Sandbox sandbox;
  private ExecutorService work;
  private Workers workers;
  private SessionKeeper keeper;
  private Playground playground;

  /** Reads what the window begins with, before there is an FX thread to hold up. */
  @Override
  public void init() throws IOException {
    Path home = measure.isAsked() ? measure.home() : SettingsFolder.ofThisUser();
    settings = SettingsStore.open(home);
    sessions = SessionStore.open(home);
    restored = sessions.load();
    samples = Samples.folder();
    sandbox = Sandbox.create();
    work = threads();
    workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work);
  }

  /** The window's view-model, once it is shown. */
  public Playground playground() {
    return playground;
  }

  /** As many as there is work; what is asked for while the window closes is not done any more. */
  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        App::worker,
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread worker(Runnable task) {
    var thread = new Thread(task, "sandglass-work-" + WORKERS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start(Stage stage) {
    var errors = new ErrorDialog(() -> stage);
    Thread.setDefaultUncaughtExceptionHandler(errors);
    var threads =
        new Threads(
            Platform::runLater,
            work,
            new FxTicker(),
            Platform::isFxApplicationThread,
            errors::show);
    settings.keep(threads.ticker()::after, work);
    var prompts = new FilePrompts();
    prompts.owner(stage);
    playground =
        new Playground(
            threads,
            sandbox::start,
            sandbox::prepare,
            new InterpreterTools(Interpreters.ofThisUser(), workers),
            settings.settings(),
            prompts);
    settings.onTrouble(text -> Platform.runLater(() -> playground.notices().error(text)));
    var window = new MainWindow(stage, playground, threads, prompts);
    stage.setTitle("Sandglass");
    stage.getIcons().setAll(icons());
    open(threads, window);
    measure.start(stage.getScene());
    playground
        .module()
        .subscribe(good -> good.ifPresent(g -> measure.ready(playground::runCurrent)));
    playground
        .stdout()
        .extent()
        .subscribe(
            extent -> {
              if (extent.bytes() > 0) {
                measure.outputShown();
              }
            });
    stage.show();
  }

  private void open(Threads threads, MainWindow window) {
    restored.notices().forEach(playground.notices()::error);
    var drafts = restored.session().drafts();
    var files = getParameters() == null ? List.<String>of() : getParameters().getRaw();
    var documents = playground.documents();
    documents.restore(
        drafts,
        restored.session().current(),
        () -> {
          keeper =
              new SessionKeeper(
                  threads, sessions, documents.open(), documents.current(), playground.notices());
          drafts.forEach(this::restoreCaret);
          window.onCaret(keeper::caretAt);
          files.forEach(file -> documents.open(Path.of(file)));
          loadSamples(drafts.isEmpty() && files.isEmpty());
        });
  }

  /** Of the document in front alone: to show a place is to bring its document there. */
  private void restoreCaret(Draft draft) {
    var current = playground.documents().current().get();
    if (current != null && current.id().equals(draft.id())) {
      var caret = draft.caret();
      playground.documents().reveal(new Place(current, caret.line(), caret.column(), 0));
    }
  }

  private void loadSamples(boolean firstStart) {
    samples.ifPresent(
        folder ->
            playground
                .samples()
                .load(
                    folder,
                    all -> {
                      if (firstStart && !all.isEmpty()) {
                        playground.openSample(all.getFirst());
                      }
                    }));
  }

  private static List<Image> icons() {
    return Stream.of(16, 32, 48, 128)
        .map(size -> new Image("/sandglass/icons/sandglass-" + size + ".png"))
        .toList();
  }

  /** Stops what runs, and lets the last texts and settings reach the disk. */
  @Override
  public void stop() {
    playground.run().stop();
    playground.preparations().stop();
    playground.interpreters().stop();
    if (keeper != null) {
      keeper.flush(FLUSH);
      keeper.stop();
    }
    settings.flush(FLUSH);
    sessions.close();
    workers.close();
    sandbox.close();
    work.shutdownNow();
    measure.close();
  }
}
