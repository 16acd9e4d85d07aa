package sandglass.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import sandglass.playground.advice.Advice;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.advice.EndedRun;
import sandglass.playground.advice.ReportText;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Builds;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Place;
import sandglass.playground.document.Problem;
import sandglass.playground.graph.Graph;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.output.LiveStdin;
import sandglass.playground.output.Output;
import sandglass.playground.samples.Sample;
import sandglass.playground.samples.SampleSetup;
import sandglass.playground.samples.Samples;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.WorldModel;
import sandglass.program.Program;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.ReportJson;
import sandglass.sandbox.Run;
import sandglass.sandbox.Streams;
import sandglass.sandbox.wasi.Clock;
import sandglass.settings.Settings;

/** The window's whole view-model: its parts, and what happens between them. */
public final class Playground {
  /** Largest module that is compiled before anybody runs it, in bytes. */
  private static final int MAX_PREPARED = 1 << 20;

  /** Longest report that is put on the clipboard, in characters. */
  private static final int MAX_COPIED = 16 << 20;

  /** Most problems that are listed of one document. */
  private static final int MAX_PROBLEMS = 1000;

  private final Threads threads;
  private final BiFunction<Capsule, Streams, Run> sandbox;
  private final BiFunction<byte[], Engine, Runnable> preparer;
  private Runnable preparing = () -> {};
  private final Settings settings;
  private final Notices notices = new Notices();
  private final LimitsModel limits = new LimitsModel();
  private final WorldModel world;
  private final Builds builds;
  private final Documents documents;
  private final RunModel run;
  private final Output stdout;
  private final Output stderr;
  private final LiveStdin liveStdin;
  private final Graph graph;
  private final Zoom zoom;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final Samples samples;
  private final ReadOnlyObjectWrapper<Optional<Build.Good>> module =
      new ReadOnlyObjectWrapper<>(this, "module", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
      new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());
  private final Threads.Latest advising;
  private final SettingsLinks links;
  private Helper helper = action -> {};

  /** Does what an advice offers and only the window can do. */
  @FunctionalInterface
  public interface Helper {
    /** Does it. */
    void help(AdviceAction action);
  }

  /**
   * @param sandbox starts a run and returns at once
   * @param preparer compiles a module in advance, returns at once, and gives what ends it
   */
  public Playground(
      Threads threads,
      BiFunction<Capsule, Streams, Run> sandbox,
      BiFunction<byte[], Engine, Runnable> preparer,
      Settings settings,
      Prompts prompts) {
    this.threads = threads;
    this.sandbox = sandbox;
    this.preparer = preparer;
    this.settings = settings;
    world = new WorldModel(threads);
    samples = new Samples(threads);
    builds = new Builds(threads, () -> limits.value().get().moduleBytes());
    documents =
        new Documents(
            threads,
            builds,
            notices,
            prompts,
            settings::addRecent,
            () -> limits.value().get().moduleBytes());
    run = new RunModel(threads, builds, this::start, this::refused);
    stdout = new Output(threads);
    stderr = new Output(threads);
    liveStdin = new LiveStdin(threads);
    graph = new Graph(threads);
    zoom = new Zoom(settings.zoom());
    advising = threads.latest();
    links = SettingsLinks.link(settings, limits, world.engine(), graph.axis());
    watchDocuments();
    run.last().addListener((o, before, now) -> ended(now));
    module.addListener(o -> prepare());
    world.engine().addListener(o -> prepare());
  }

  /** The tabs. */
  public Documents documents() {
    return documents;
  }

  /** What a run may use. */
  public LimitsModel limits() {
    return limits;
  }

  /** What a guest can see. */
  public WorldModel world() {
    return world;
  }

  /** The run. */
  public RunModel run() {
    return run;
  }

  /** What the guest writes to stdout. */
  public Output stdout() {
    return stdout;
  }

  /** What the guest writes to stderr. */
  public Output stderr() {
    return stderr;
  }

  /** What is typed while the guest runs. */
  public LiveStdin liveStdin() {
    return liveStdin;
  }

  /** Fuel and memory of the last run, or of the one on its way. */
  public Graph graph() {
    return graph;
  }

  /** Messages about what a person can put right. */
  public Notices notices() {
    return notices;
  }

  /** What survives. */
  public Settings settings() {
    return settings;
  }

  /** The size of everything. */
  public Zoom zoom() {
    return zoom;
  }

  /** What is wrong with the open texts. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** What the Samples menu offers. */
  public Samples samples() {
    return samples;
  }

  /** The last good module of the document in front. */
  public ReadOnlyObjectProperty<Optional<Build.Good>> module() {
    return module.getReadOnlyProperty();
  }

  /** What to say of the last run; empty before the first, and while one is under way. */
  public ReadOnlyObjectProperty<Optional<Advice>> advice() {
    return advice.getReadOnlyProperty();
  }

  /** Who does what only the window can do. */
  public void onHelp(Helper window) {
    helper = window;
  }

  /** Opens a new, empty WebAssembly text. */
  public void createText() {
    documents.create(Language.WAT);
  }

  /** Opens a copy of a sample, and sets what it asks for: limits, world, input. */
  public void openSample(Sample sample) {
    documents.openCopy(sample.program(), opened -> setUp(SampleSetup.of(sample)));
  }

  private void setUp(SampleSetup setup) {
    links.borrow(setup.limits());
    world.apply(setup.args(), setup.env(), setup.stdin().orElse(""), setup.folders());
    if (setup.typed()) {
      world.stdin().mode().set(StdinModel.Mode.LIVE);
    }
    var set = new ArrayList<String>();
    for (var kind : LimitKind.values()) {
      if (kind.get(setup.limits()) != kind.get(links.saved())) {
        set.add(kind.label() + " " + kind.format(kind.get(setup.limits())));
      }
    }
    if (!world.isEmpty()) {
      set.add(world.summary().get());
    }
    if (set.isEmpty()) {
      notices.clear();
    } else {
      var putBack =
          new Notice.Fix(
              "Put back",
              () -> {
                limits.set(links.saved());
                world.reset();
              });
      notices.show(
          new Notice(
              Notice.Kind.INFO,
              "Set for this sample: " + String.join(", ", set) + ".",
              List.of(putBack)));
    }
  }

  /**
   * Runs the document in front. Where the world is set wrong nothing runs, since the guest would
   * get something else than what a person reads in the window; the notice says what is wrong and
   * offers to run with what was last set right. What has become wrong on disk since the last look
   * is looked at again for the next time.
   */
  public void runCurrent() {
    var document = documents.current().get();
    if (document == null) {
      return;
    }
    limits.commit();
    world.recheck();
    // The entry is checked against the module before this build; the run itself says if it is
    // wrong.
    String entry = world.entryModel().error().get();
    var wrong = world.problems().stream().filter(problem -> !problem.equals(entry)).toList();
    if (wrong.isEmpty()) {
      run.run(document);
      return;
    }
    String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
    notices.show(
        new Notice(
            Notice.Kind.WARNING,
            document + " was not run, the world is set wrong: " + wrong.getFirst() + more + ".",
            List.of(new Notice.Fix("Run with what was right", () -> run.run(document)))));
  }

  /** Puts the last run on the clipboard as text; without effect before the first. */
  public void copyReportText(Consumer<String> clipboard) {
    copyReport(ReportText::of, clipboard);
  }

  /** Puts the last run on the clipboard as JSON; without effect before the first. */
  public void copyReportJson(Consumer<String> clipboard) {
    copyReport(run -> ReportJson.write(run.report()), clipboard);
  }

  private void copyReport(Function<EndedRun, String> writer, Consumer<String> clipboard) {
    if (run.last().get().isEmpty()) {
      return;
    }
    var ended = endedRun(run.last().get().get());
    threads.background(
        () -> writer.apply(ended),
        text -> {
          if (text.length() > MAX_COPIED) {
            notices.error(
                "The report was not copied: it has "
                    + Quantities.formatCount(text.length())
                    + " characters. Copy it as text, or lower the output limit and run again.");
          } else {
            clipboard.accept(text);
            notices.info("The report was copied.");
          }
        });
  }

  /** Sets every limit to its default. */
  public void resetLimits() {
    limits.set(Limits.DEFAULT);
  }

  /** Takes away all that the guest was given. */
  public void resetWorld() {
    world.reset();
  }

  /** Follows the documents: their problems, and the module of the one in front. */
  private void watchDocuments() {
    InvalidationListener rebuilt = o -> rebuilt();
    documents
        .open()
        .addListener(
            (ListChangeListener<Document>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(d -> d.build().removeListener(rebuilt));
                    change.getAddedSubList().forEach(d -> d.build().addListener(rebuilt));
                  }
                  rebuilt();
                });
    documents.current().addListener(o -> rebuilt());
  }

  private void rebuilt() {
    var found = new ArrayList<Problem>();
    for (var document : documents.open()) {
      if (document.build().get() instanceof Build.Failed(var errors)) {
        errors.stream()
            .limit(MAX_PROBLEMS)
            .map(
                e ->
                    new Problem(new Place(document, e.line(), e.column(), e.length()), e.message()))
            .forEach(found::add);
      } else if (document.build().get() instanceof Build.Pending) {
        // What was wrong stays until it is known to be right.
        problems.stream().filter(p -> p.place().document() == document).forEach(found::add);
      }
    }
    if (!found.equals(problems)) {
      problems.setAll(found);
    }
    var current = documents.current().get();
    var good = current == null ? Optional.<Build.Good>empty() : current.lastGood().get();
    if (!good.equals(module.get())) {
      module.set(good);
      world.setExports(good.map(g -> g.module().exports()).orElse(List.of()));
    }
  }

  /** Compiles what would run now, so that Run shows its first output at once. */
  private void prepare() {
    preparing.run();
    module
        .get()
        .map(good -> good.program().wasm())
        .filter(wasm -> wasm.length <= MAX_PREPARED)
        .ifPresent(wasm -> preparing = preparer.apply(wasm, world.engine().get()));
  }

  private RunModel.Started start(Document document, Program program) {
    notices.clear();
    limits.markReached(Optional.empty());
    var allowed = limits.value().get();
    String name = document.name().get();
    var capsule =
        new Capsule(
            name,
            program.wasm(),
            world.entry(),
            allowed,
            world.world(name, liveStdin.stdin()),
            world.engine().get());
    var started = sandbox.apply(capsule, new Streams(stdout.open(), stderr.open()));
    graph.begin(started, allowed);
    return new RunModel.Started(document, program, capsule, started);
  }

  private boolean refused(Document document, Build build) {
    switch (build) {
      case Build.Failed(var errors) -> {
        var first = errors.getFirst();
        documents.reveal(new Place(document, first.line(), first.column(), first.length()));
        var fixes = new ArrayList<Notice.Fix>();
        if (document.lastGood().get().isPresent()) {
          fixes.add(new Notice.Fix("Run the last good version", () -> run.runLastGood(document)));
        }
        String text =
            "%s has %s and was not run. The first: %s."
                .formatted(
                    document,
                    errors.size() == 1 ? "an error" : errors.size() + " errors",
                    first.message());
        notices.show(new Notice(Notice.Kind.ERROR, text, fixes));
      }
      case Build.Refused(var reason) -> notices.error(reason);
      case Build.Good g -> {}
      case Build.Pending p -> {}
    }
    return false;
  }

  private void ended(Optional<RunModel.Finished> finished) {
    advising.cancel();
    advice.set(Optional.empty());
    if (finished.isEmpty()) {
      return;
    }
    var end = finished.get();
    stdout.complete();
    stderr.complete();
    liveStdin.runEnded();
    graph.end(end.report(), end.started().run().timeline());
    // Finding the place reads the whole text.
    var known = endedRun(end);
    advising.background(
        () -> Advice.of(known),
        made -> {
          advice.set(Optional.of(made));
          limits.markReached(made.limit());
        });
  }

  private static EndedRun endedRun(RunModel.Finished end) {
    var program = end.started().program();
    var good = end.started().document().lastGood().get();
    return new EndedRun(
        end.report(),
        end.started().capsule(),
        program.source(),
        good.filter(g -> g.program().equals(program)).map(Build.Good::module));
  }

  /** Does what an advice offers. */
  public void help(AdviceAction action) {
    switch (action) {
      case AdviceAction.RaiseLimit(var kind, long to) -> {
        limits.set(kind.with(limits.value().get(), to));
        runAgain();
      }
      case AdviceAction.GoTo(int line, int column, int length) ->
          run.last()
              .get()
              .ifPresent(
                  end ->
                      documents.reveal(new Place(end.started().document(), line, column, length)));
      case AdviceAction.CallExport(var name, boolean needsArguments) -> {
        chooseExport(name);
        if (!needsArguments) {
          runAgain();
        }
      }
      case AdviceAction.AllowWriting(var guest) -> {
        world.folders().rows().stream()
            .filter(row -> row.guest().get().equals(guest))
            .forEach(row -> row.writable().set(true));
        runAgain();
      }
      case AdviceAction.TurnOnClock() -> {
        world.clock().set(Clock.VIRTUAL);
        runAgain();
      }
      case AdviceAction.TurnOnRandom() -> {
        world.random().reset();
        runAgain();
      }
      case AdviceAction.ShowStderr _, AdviceAction.ShowCalls _, AdviceAction.AddFolder _ ->
          helper.help(action);
    }
  }

  /** Makes an export what the next run calls. */
  public void chooseExport(String name) {
    var entry = world.entryModel();
    entry.targets().stream()
        .filter(target -> target.export().equals(name))
        .findFirst()
        .ifPresent(entry::choose);
  }

  /** Raises the limit that was reached, and runs again. */
  public void raise(LimitKind kind) {
    limits.raise(kind);
    runAgain();
  }

  /** Runs what ran last, if its tab is still open, else the document in front. */
  private void runAgain() {
    var document =
        run.last().get().map(end -> end.started().document()).orElse(documents.current().get());
    if (document != null && documents.open().contains(document)) {
      documents.current().set(document);
    }
    runCurrent();
  }
}
