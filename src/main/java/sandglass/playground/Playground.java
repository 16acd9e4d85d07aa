package sandglass.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import sandglass.interpreter.Catalog;
import sandglass.playground.advice.Advice;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.advice.EndedRun;
import sandglass.playground.advice.RefusalAdvice;
import sandglass.playground.advice.ReportText;
import sandglass.playground.capsule.CapsuleModel;
import sandglass.playground.capsule.Share;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Builds;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Place;
import sandglass.playground.document.Problem;
import sandglass.playground.graph.Graph;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.output.LineLinks;
import sandglass.playground.output.LiveStdin;
import sandglass.playground.output.Output;
import sandglass.playground.prepare.Preparations;
import sandglass.playground.recorded.RecordedRuns;
import sandglass.playground.samples.Sample;
import sandglass.playground.samples.SampleSetup;
import sandglass.playground.samples.Samples;
import sandglass.playground.settingsfile.SettingsFiles;
import sandglass.playground.world.WorldModel;
import sandglass.program.Program;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Preparation;
import sandglass.sandbox.ReportJson;
import sandglass.sandbox.Run;
import sandglass.sandbox.Streams;
import sandglass.settings.Settings;

/** The window's whole view-model: its parts, and what happens between them. */
public final class Playground {
  private final Threads threads;
  private final BiFunction<Capsule, Streams, Run> sandbox;
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
  private final Preparations preparations;
  private final OpenModules modules;
  private final Samples samples;
  private final AdviceModel advice;
  private final AdviceHelp help;
  private final SettingsLinks links;
  private final InterpreterModel interpreters;
  private final CapsuleModel capsules;
  private final Share share;
  private final SettingsFiles settingsFiles;
  private final RecordedRuns recorded;
  private final Prompts prompts;
  private final ScriptRuns scripts;

  /**
   * @param sandbox starts a run and returns at once
   * @param preparer begins to make a module ready before its run, and returns at once
   * @param tools run what an interpreter is to run
   */
  public Playground(
      Threads threads,
      BiFunction<Capsule, Streams, Run> sandbox,
      BiFunction<byte[], Engine, Preparation> preparer,
      InterpreterTools tools,
      Settings settings,
      Prompts prompts) {
    this.threads = threads;
    this.sandbox = sandbox;
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
            tools.interpreters(),
            settings::addRecent,
            () -> limits.value().get().moduleBytes());
    run = new RunModel(threads, builds, this::start, this::refused);
    stdout = new Output(threads);
    stderr = new Output(threads);
    liveStdin = new LiveStdin(threads);
    graph = new Graph(threads);
    zoom = new Zoom(settings.zoom());
    advice = new AdviceModel(threads, limits);
    help = new AdviceHelp(documents, run, limits, world, advice, this::interpret, this::runCurrent);
    links = SettingsLinks.link(settings, limits, world.engine(), graph.axis());
    preparations =
        new Preparations(
            threads, preparer, () -> limits.value().get().moduleBytes(), run.running());
    modules = new OpenModules(documents, limits, world, preparations);
    run.last().addListener((o, before, now) -> ended(now));
    interpreters = new InterpreterModel(threads, tools, settings);
    capsules =
        new CapsuleModel(
            threads,
            documents,
            limits,
            world,
            interpreters,
            liveStdin,
            notices,
            prompts,
            tools.interpreters(),
            links::lend);
    share = new Share(threads, documents, capsules, notices);
    settingsFiles = new SettingsFiles(threads, limits, world, notices, prompts);
    documents.onSettings(settingsFiles::read);
    documents.onMissing(settings::removeRecent);
    recorded = new RecordedRuns(threads);
    this.prompts = prompts;
    scripts =
        new ScriptRuns(
            threads,
            interpreters,
            run,
            limits,
            links,
            world,
            documents,
            notices,
            liveStdin,
            graph,
            this::begin,
            capsules,
            new OwnInterpreterRuns(
                threads,
                capsules,
                tools.interpreters(),
                interpreters,
                world,
                notices,
                liveStdin,
                graph,
                this::begin));
    interpreters.onArrival(
        document -> {
          if (document.isInterpreted() && document == documents.current().get()) {
            scripts.run(document);
          }
        });
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

  /** Where the lines of a traceback lead to. */
  public LineLinks links() {
    return new TracebackLinks(documents, run);
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
    return modules.problems();
  }

  /** What the Samples menu offers. */
  public Samples samples() {
    return samples;
  }

  /** The last good module of the document in front. */
  public ReadOnlyObjectProperty<Optional<Build.Good>> module() {
    return modules.module();
  }

  /** Modules that are made ready before they run. */
  public Preparations preparations() {
    return preparations;
  }

  /** What runs scripts. */
  public InterpreterModel interpreters() {
    return interpreters;
  }

  /** What runs depend on, as one file. */
  public CapsuleModel capsules() {
    return capsules;
  }

  /** What is in front, in other words. */
  public Share share() {
    return share;
  }

  /** Limits and world from files, and into them. */
  public SettingsFiles settingsFiles() {
    return settingsFiles;
  }

  /** A folder of capsules that is watched. */
  public RecordedRuns recorded() {
    return recorded;
  }

  /** Asks for a folder of capsules, and watches it. */
  public void askForRecorded() {
    prompts.folder("Watch a folder of capsules").ifPresent(recorded::open);
  }

  /** What to say of the last run; empty before the first, and while one is under way. */
  public ReadOnlyObjectProperty<Optional<Advice>> advice() {
    return advice.value();
  }

  /** Who does what only the window can do. */
  public void onHelp(Consumer<AdviceAction> window) {
    help.onHelp(window);
  }

  /** Opens a new, empty WebAssembly text. */
  public void createText() {
    documents.create(Language.WAT);
  }

  /** Opens a copy of a sample, and sets what it asks for: limits, world, input. */
  public void openSample(Sample sample) {
    documents.openCopy(
        sample.program(),
        opened -> {
          sample
              .one("interpreter")
              .filter(Catalog.CPYTHON.id()::equals)
              .ifPresent(id -> opened.runner().set(Runner.CPYTHON));
          new SampleOpening(limits, world, links, notices).setUp(SampleSetup.of(sample));
        });
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
      begin(document);
      return;
    }
    String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
    notices.show(
        new Notice(
            Notice.Kind.WARNING,
            document + " was not run, the world is set wrong: " + wrong.getFirst() + more + ".",
            List.of(new Notice.Fix("Run with what was right", () -> begin(document)))));
  }

  private void begin(Document document) {
    if (document.isInterpreted()) {
      scripts.run(document);
    } else {
      run.run(document);
    }
  }

  /** Runs a Python document by CPython, now and from now on. */
  public void interpret(Document document) {
    if (documents.open().contains(document)) {
      document.runner().set(Runner.CPYTHON);
      documents.current().set(document);
      advice.clear();
      runCurrent();
    }
  }

  /** Opens a new, empty Python text. */
  public void createPython() {
    documents.create(Language.PYTHON);
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
    run.last()
        .get()
        .ifPresent(end -> new ReportCopy(threads, notices).copy(endedRun(end), writer, clipboard));
  }

  /** Sets every limit to its default. */
  public void resetLimits() {
    limits.set(Limits.DEFAULT);
  }

  /** Takes away all that the guest was given. */
  public void resetWorld() {
    world.reset();
  }

  private RunModel.Started start(Document document, Program program) {
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
    var started = sandbox.apply(capsule, begin());
    capsules.began(document);
    graph.begin(started, allowed);
    return new RunModel.Started(document, program, capsule, started);
  }

  /** Makes everything ready for what a run prints. */
  private Streams begin() {
    notices.clear();
    limits.markReached(Optional.empty());
    advice.clear();
    return new Streams(stdout.open(), stderr.open());
  }

  private void refused(Document document, Build build) {
    switch (build) {
      case Build.Failed(var errors) when RefusalAdvice.isFor(errors) -> {
        var first = errors.getFirst();
        documents.reveal(new Place(document, first.line(), first.column(), first.length()));
        notices.clear();
        advice.refused(document, errors);
      }
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
  }

  private void ended(Optional<RunModel.Finished> finished) {
    if (finished.isEmpty()) {
      advice.clear();
      return;
    }
    var end = finished.get();
    stdout.complete();
    stderr.complete();
    liveStdin.runEnded();
    graph.end(end.report(), end.started().run().timeline());
    capsules.ended(end.started().document(), end.report());
    advice.ended(endedRun(end));
  }

  private static EndedRun endedRun(RunModel.Finished end) {
    var program = end.started().program();
    var document = end.started().document();
    boolean isPython = document.language() == Language.PYTHON;
    var good = document.lastGood().get();
    return new EndedRun(
        end.report(),
        end.started().capsule(),
        isPython ? Optional.empty() : program.source(),
        good.filter(g -> g.program().equals(program)).map(Build.Good::module),
        isPython ? Optional.of(document.name().get()) : Optional.empty());
  }

  /** Does what an advice offers. */
  public void help(AdviceAction action) {
    help.help(action);
  }

  /** Makes an export what the next run calls. */
  public void chooseExport(String name) {
    help.chooseExport(name);
  }

  /** Raises the limit that was reached, and runs again. */
  public void raise(LimitKind kind) {
    limits.raise(kind);
    help.runAgain();
  }
}
