package sandglass.playground;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import sandglass.interpreter.Interpreter;
import sandglass.playground.capsule.CapsuleModel;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Origin;
import sandglass.playground.graph.Graph;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.interpreter.Loaded;
import sandglass.playground.interpreter.StartLimits;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.limits.LimitsPreset;
import sandglass.playground.output.LiveStdin;
import sandglass.playground.world.WorldModel;
import sandglass.program.Program;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Streams;

/** Runs documents by interpreters, and has one waiting for the document in front. */
final class ScriptRuns {
  /** How long a change rests before another interpreter is started for it. */
  static final Duration PAUSE = Duration.ofMillis(500);

  private final Threads threads;
  private final InterpreterModel interpreters;
  private final RunModel run;
  private final LimitsModel limits;
  private final SettingsLinks links;
  private final WorldModel world;
  private final Documents documents;
  private final Notices notices;
  private final LiveStdin liveStdin;
  private final Graph graph;
  private final Supplier<Streams> begin;
  private final CapsuleModel capsules;
  private final OwnInterpreterRuns own;
  private final Threads.Latest warming;
  private final InvalidationListener runnerChanged = o -> warmSoon();
  private Optional<Document> front = Optional.empty();
  private boolean keepsDefaults;
  private Ticker.Tick pause = () -> {};

  /**
   * @param begin makes everything ready for a run's output
   * @param capsules is told of what is run
   * @param own runs what brings its own interpreter
   */
  ScriptRuns(
      Threads threads,
      InterpreterModel interpreters,
      RunModel run,
      LimitsModel limits,
      SettingsLinks links,
      WorldModel world,
      Documents documents,
      Notices notices,
      LiveStdin liveStdin,
      Graph graph,
      Supplier<Streams> begin,
      CapsuleModel capsules,
      OwnInterpreterRuns own) {
    this.threads = threads;
    this.interpreters = interpreters;
    this.run = run;
    this.limits = limits;
    this.links = links;
    this.world = world;
    this.documents = documents;
    this.notices = notices;
    this.liveStdin = liveStdin;
    this.graph = graph;
    this.begin = begin;
    this.capsules = capsules;
    this.own = own;
    warming = threads.latest();
    documents.current().subscribe(this::bringToFront);
    for (Observable each :
        List.of(
            world.summary(),
            world.args().args(),
            world.engine(),
            limits.value(),
            interpreters.packages(),
            interpreters.cpython(),
            interpreters.file(),
            interpreters.command())) {
      each.addListener(o -> warmSoon());
    }
  }

  private void bringToFront(Document document) {
    front.ifPresent(before -> before.runner().removeListener(runnerChanged));
    front = Optional.ofNullable(document);
    front.ifPresent(now -> now.runner().addListener(runnerChanged));
    warmSoon();
  }

  /** Runs the document's text as it is now, in place of what is running. */
  void run(Document document) {
    run(document, false);
  }

  private void run(Document document, boolean underAnyLimits) {
    threads.assertFx();
    var coming = run.coming();
    if (document.runner().get() == Runner.CAPSULE) {
      own.run(document, coming);
      return;
    }
    interpreters.load(
        document.runner().get(),
        loaded -> {
          if (coming.isWanted()) {
            loaded(document, loaded, coming, underAnyLimits);
          }
        });
  }

  private void loaded(
      Document document, Loaded loaded, RunModel.Coming coming, boolean underAnyLimits) {
    switch (loaded) {
      case Loaded.There(var interpreter) -> {
        var shortfall = StartLimits.shortfall(interpreter, limits.value().get());
        boolean isCapsule = document.origin().get().isPresent(); // which runs as it says
        if (shortfall.isPresent() && !underAnyLimits && !isCapsule) {
          coming.over();
          offerLimits(document, interpreter, shortfall.get());
        } else {
          boolean others = takeSuitableLimits(document);
          start(document, interpreter, coming);
          if (others) {
            sayLimits(interpreter);
          } else if (isOtherBuild(document, interpreter)) {
            notices.show(
                new Notice(
                    Notice.Kind.WARNING,
                    interpreter.name()
                        + " here is another build than the capsule was made with, so what it does"
                        + " may differ."));
          }
        }
      }
      case Loaded.Missing m -> {
        coming.over();
        if (document.runner().get() == Runner.CPYTHON) {
          interpreters.want(document);
        } else {
          notices.error(
              document + " was not run: choose the interpreter's .wasm file first, beside Run.");
        }
      }
      case Loaded.Failed(var message) -> {
        coming.over();
        notices.error(message);
      }
    }
  }

  /**
   * What the guide recommends is too little for most scripts: CPython's own imports use it up.
   *
   * @return whether others were taken
   */
  private boolean takeSuitableLimits(Document document) {
    boolean others =
        limits.value().get().equals(Limits.DEFAULT)
            && !keepsDefaults
            && document.origin().get().isEmpty();
    if (others) {
      links.borrow(LimitsPreset.CPYTHON.limits());
    }
    return others;
  }

  /** Whether the document's capsule was made with another one of the same name. */
  private static boolean isOtherBuild(Document document, Interpreter interpreter) {
    return document
        .origin()
        .get()
        .flatMap(Origin::interpreterDigest)
        .filter(digest -> !digest.equals(interpreter.sha256()))
        .isPresent();
  }

  private void sayLimits(Interpreter interpreter) {
    notices.show(
        new Notice(
            Notice.Kind.INFO,
            "The limits were set for %s: %s."
                .formatted(interpreter.name(), LimitsPreset.CPYTHON.summary()),
            List.of(
                new Notice.Fix(
                    "Put back",
                    () -> {
                      keepsDefaults = true;
                      limits.set(Limits.DEFAULT);
                    }))));
  }

  private void offerLimits(Document document, Interpreter interpreter, String shortfall) {
    var preset = LimitsPreset.CPYTHON;
    notices.show(
        new Notice(
            Notice.Kind.WARNING,
            "%s was not run: %s.".formatted(document, shortfall),
            List.of(
                new Notice.Fix(
                    "Use the limits for %s and run".formatted(preset.label()),
                    () -> {
                      limits.set(preset.limits());
                      run(document, false);
                    }),
                new Notice.Fix("Run all the same", () -> run(document, true)))));
    interpreters.callWorker(interpreter.name());
  }

  private void start(Document document, Interpreter interpreter, RunModel.Coming coming) {
    var capsule = capsule(document, interpreter);
    var streams = begin.get();
    var program = new Program(interpreter.name(), interpreter.module(), Optional.empty());
    interpreters.callWorker(interpreter.name());
    capsules.began(document);
    threads.background(
        () -> interpreters.run(capsule, streams),
        started -> {
          if (coming.isWanted()) {
            graph.begin(started, capsule.limits());
          }
          coming.started(new RunModel.Started(document, program, capsule, started));
        });
  }

  private Capsule capsule(Document document, Interpreter interpreter) {
    String name = document.name().get();
    var seen = world.world(name, liveStdin.stdin());
    var job =
        new Interpreter.Job(
            name, document.text().get(), world.args().args().get(), capsules.packages(document));
    return interpreter.capsule(job, seen, limits.value().get(), world.engine().get());
  }

  /** Has an interpreter waiting for what would run now, once nothing has changed for a while. */
  private void warmSoon() {
    pause.stop();
    warming.cancel();
    if (front.filter(Document::isInterpreted).isPresent()) {
      pause = threads.ticker().after(PAUSE, this::warm);
    }
  }

  private void warm() {
    var document = front.filter(Document::isInterpreted).filter(documents.open()::contains);
    boolean isOwn = document.filter(d -> d.runner().get() == Runner.CAPSULE).isPresent();
    if (document.isEmpty() || isOwn || run.running().get()) {
      return; // after a run the next one is started anyway
    }
    interpreters.load(
        document.get().runner().get(),
        loaded -> {
          if (loaded instanceof Loaded.There(var interpreter) && document.equals(front)) {
            warm(document.get(), interpreter);
          }
        });
  }

  private void warm(Document document, Interpreter interpreter) {
    if (StartLimits.shortfall(interpreter, limits.value().get()).isPresent()) {
      return;
    }
    if (takeSuitableLimits(document)) {
      sayLimits(interpreter);
    }
    var capsule = capsule(document, interpreter);
    interpreters.callWorker(interpreter.name());
    warming.background(
        () -> {
          interpreters.warm(capsule);
          return true;
        },
        done -> {});
  }
}
