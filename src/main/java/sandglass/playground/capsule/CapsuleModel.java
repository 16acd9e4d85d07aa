package sandglass.playground.capsule;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleMaker.Folders;
import sandglass.interpreter.Interpreters;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.Documents;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.output.LiveStdin;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.WorldModel;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;

/**
 * Capsules in the window: what a document's run depends on as one file, saved, shared, and compared
 * with what a run did.
 */
public final class CapsuleModel {
  private final Threads threads;
  private final Documents documents;
  private final InterpreterModel interpreters;
  private final LiveStdin liveStdin;
  private final Notices notices;
  private final Prompts prompts;
  private final CapsuleFiles files;
  private final Setups setups;
  private final ExpectedModel expected;
  private Optional<LastRun> last = Optional.empty();

  /**
   * @param finder finds the interpreters that scripts are run by
   * @param lend is told whether limits and engine that are set are a capsule's, and not the
   *     person's
   */
  public CapsuleModel(
      Threads threads,
      Documents documents,
      LimitsModel limits,
      WorldModel world,
      InterpreterModel interpreters,
      LiveStdin liveStdin,
      Notices notices,
      Prompts prompts,
      Interpreters finder,
      Consumer<Boolean> lend) {
    this.threads = threads;
    this.documents = documents;
    this.interpreters = interpreters;
    this.liveStdin = liveStdin;
    this.notices = notices;
    this.prompts = prompts;
    files = new CapsuleFiles(finder);
    setups = new Setups(documents, limits, world, lend, notices);
    expected = new ExpectedModel(threads, documents);
    documents.onCapsule(this::save);
  }

  /**
   * What became of the last run.
   *
   * @param report what it did; empty while it goes on
   */
  private record LastRun(Inputs inputs, Optional<Report> report) {}

  /** A run that has ended. */
  record Ran(Document document, Report report) {}

  /** The last run, if it has ended. */
  Optional<Ran> lastRan() {
    return last.flatMap(
        run -> run.report().map(report -> new Ran(run.inputs().document(), report)));
  }

  /** How the last run compares with what its capsule expects; empty where there is nothing to. */
  public ReadOnlyObjectProperty<Optional<Check>> check() {
    return expected.check();
  }

  /** Whether the capsule in front expects something. */
  public ObservableBooleanValue hasExpected() {
    return expected.hasExpected();
  }

  /** What the capsule in front expects, in words; {@code ""} where it expects nothing. */
  public ReadOnlyStringProperty summary() {
    return expected.summary();
  }

  /** A run of the document begins, of what is set now. */
  public void began(Document document) {
    last = Optional.of(new LastRun(inputs(document), Optional.empty()));
    expected.begin();
  }

  /** The run has ended. */
  public void ended(Document document, Report report) {
    if (last.filter(run -> run.inputs().document() == document).isEmpty()) {
      return;
    }
    last = last.map(run -> new LastRun(run.inputs(), Optional.of(report)));
    expected.ended(document, report, isEdited(last.get().inputs()));
  }

  /** Whether what ran is something else than its capsule says, as far as is seen at once. */
  private static boolean isEdited(Inputs inputs) {
    var document = inputs.document();
    return document
        .origin()
        .get()
        .filter(
            origin ->
                document.dirty().get()
                    || !Setup.of(origin).equals(inputs.setup())
                    || document.runner().get() != origin.runner())
        .isPresent();
  }

  private Inputs inputs(Document document) {
    var runner = document.runner().get();
    return new Inputs(
        document,
        document.text().get(),
        document.binary(),
        runner,
        setups.setup(document),
        runner == Runner.OTHER
            ? List.of(interpreters.file().get(), interpreters.command().get())
            : List.of(),
        packages(document));
  }

  /** The folders that a document's script may import from, besides what its capsule names. */
  public List<Path> packages(Document document) {
    boolean own = document.isInterpreted() && document.origin().get().isEmpty();
    return own ? List.copyOf(interpreters.packages()) : List.of();
  }

  /**
   * Makes the capsule of a document as it is now, in the background.
   *
   * @param base the folder of the file that it is for; empty for none
   * @param folders how folders of this machine get into it
   */
  public void make(Document document, Optional<Path> base, Folders folders, Consumer<Made> then) {
    make(inputs(document), base, false, folders, then);
  }

  private void make(
      Inputs inputs, Optional<Path> base, boolean renew, Folders folders, Consumer<Made> then) {
    threads.assertFx();
    var ran = last.filter(run -> run.inputs().document() == inputs.document());
    boolean live = inputs.setup().world().stdin().mode() == StdinModel.Mode.LIVE;
    byte[] typed = live && ran.isPresent() ? liveStdin.typedBytes() : new byte[0];
    var report =
        ran.filter(run -> run.inputs().equals(inputs))
            .flatMap(LastRun::report)
            .filter(r -> !(r.outcome() instanceof Outcome.Cancelled));
    var wanted = new CapsuleFiles.Wanted(isEdited(inputs), typed, report, base, renew, folders);
    threads.background(() -> files.make(inputs, wanted), then);
  }

  /** Asks where to save a document as a capsule, and saves it there. */
  public void saveAs(Document document, Runnable then) {
    save(document, true, then);
  }

  private void save(Document document, boolean elsewhere, Runnable then) {
    var own =
        document.origin().get().filter(origin -> origin.tool().isEmpty()).isPresent()
            ? document.path().get()
            : Optional.<Path>empty();
    var file =
        elsewhere || own.isEmpty()
            ? prompts.fileToSave("Save as a capsule", suggestion(document)).map(CapsuleModel::named)
            : own;
    file.ifPresent(chosen -> save(document, chosen, false, Folders.BY_VALUE, then));
  }

  private static String suggestion(Document document) {
    var file = document.path().get().map(path -> String.valueOf(path.getFileName()));
    if (file.filter(name -> name.endsWith(CapsuleFile.SUFFIX)).isPresent()) {
      return file.get();
    }
    String name = document.name().get();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return stem.substring(stem.lastIndexOf('/') + 1) + CapsuleFile.SUFFIX;
  }

  /** With an ending by which it is known as JSON again. */
  private static Path named(Path chosen) {
    String name = String.valueOf(chosen.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        ? chosen
        : chosen.resolveSibling(name + CapsuleFile.SUFFIX);
  }

  /** Saves what the last run did as what is expected of the capsule in front. */
  public void takeAsExpected() {
    var document = documents.current().get();
    if (document != null && document.path().get().isPresent()) {
      save(document, document.path().get().get(), true, Folders.BY_VALUE, () -> {});
    } else if (document != null) {
      save(document, true, () -> {});
    }
  }

  private void save(Document document, Path file, boolean renew, Folders folders, Runnable then) {
    var inputs = inputs(document);
    var base = Optional.ofNullable(file.toAbsolutePath().getParent());
    make(
        inputs,
        base,
        renew,
        folders,
        made -> {
          switch (made) {
            case Made.Failed failed ->
                notices.show(
                    failed.notice(
                        document + " was not saved",
                        "Save it with paths",
                        () -> save(document, file, renew, Folders.BY_PATH, then)));
            case Made.There there ->
                documents.write(
                    document,
                    file,
                    there.json(),
                    () -> {
                      saved(inputs, file, there);
                      then.run();
                    });
          }
        });
  }

  private void saved(Inputs inputs, Path file, Made.There made) {
    var document = inputs.document();
    document
        .origin()
        .get()
        .ifPresent(
            origin ->
                document.savedInCapsule(
                    origin.savedAs(made.file(), file, inputs.setup().world()),
                    file,
                    inputs.text()));
    expected.look();
    String with =
        made.file().expected().isPresent()
            ? ", with what its run did."
            : ". Run it and save it again to keep what it does.";
    String notes = made.notes().isEmpty() ? "" : " " + String.join(" ", made.notes());
    notices.info("Saved as " + file.getFileName() + with + notes);
  }
}
