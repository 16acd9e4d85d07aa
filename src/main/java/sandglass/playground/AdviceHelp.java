package sandglass.playground;

import java.util.function.Consumer;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.document.Document;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Place;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.world.WorldModel;
import sandglass.sandbox.wasi.Clock;

/** Does what an advice offers, and mostly runs again. */
final class AdviceHelp {
  private final Documents documents;
  private final RunModel run;
  private final LimitsModel limits;
  private final WorldModel world;
  private final AdviceModel advice;
  private final Consumer<Document> interpret;
  private final Runnable runCurrent;
  private Consumer<AdviceAction> window = action -> {};

  /**
   * @param interpret runs a Python document by CPython
   * @param runCurrent runs the document in front
   */
  AdviceHelp(
      Documents documents,
      RunModel run,
      LimitsModel limits,
      WorldModel world,
      AdviceModel advice,
      Consumer<Document> interpret,
      Runnable runCurrent) {
    this.documents = documents;
    this.run = run;
    this.limits = limits;
    this.world = world;
    this.advice = advice;
    this.interpret = interpret;
    this.runCurrent = runCurrent;
  }

  /** Who does what only the window can do. */
  void onHelp(Consumer<AdviceAction> who) {
    window = who;
  }

  void help(AdviceAction action) {
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
      case AdviceAction.RunWithCPython() -> advice.notCompiled().ifPresent(interpret);
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
          window.accept(action);
    }
  }

  /** Makes an export what the next run calls. */
  void chooseExport(String name) {
    var entry = world.entryModel();
    entry.targets().stream()
        .filter(target -> target.export().equals(name))
        .findFirst()
        .ifPresent(entry::choose);
  }

  /** Runs what ran last, if its tab is still open, else the document in front. */
  void runAgain() {
    var document =
        run.last().get().map(end -> end.started().document()).orElse(documents.current().get());
    if (document != null && documents.open().contains(document)) {
      documents.current().set(document);
    }
    runCurrent.run();
  }
}
