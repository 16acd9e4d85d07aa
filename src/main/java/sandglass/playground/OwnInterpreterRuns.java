package sandglass.playground;

import java.util.Optional;
import java.util.function.Supplier;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.CapsuleOpener;
import sandglass.capsule.Opened;
import sandglass.interpreter.Interpreters;
import sandglass.playground.capsule.CapsuleModel;
import sandglass.playground.capsule.Made;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.graph.Graph;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.output.LiveStdin;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.WorldModel;
import sandglass.program.Program;
import sandglass.sandbox.Streams;

/** Runs scripts by the interpreter, and with the packages, that their capsules name. */
record OwnInterpreterRuns(
    Threads threads,
    CapsuleModel capsules,
    Interpreters finder,
    InterpreterModel interpreters,
    WorldModel world,
    Notices notices,
    LiveStdin liveStdin,
    Graph graph,
    Supplier<Streams> begin) {

  /** What came of opening a capsule: that which can run, or a message. */
  private record Ready(Optional<Opened> opened, String message) {}

  void run(Document document, RunModel.Coming coming) {
    capsules.make(
        document,
        Optional.empty(),
        CapsuleMaker.Folders.BY_PATH,
        made -> {
          if (coming.isWanted()) {
            made(document, made, coming);
          }
        });
  }

  private void made(Document document, Made made, RunModel.Coming coming) {
    switch (made) {
      case Made.Failed failed -> fail(document, failed.message(), coming);
      case Made.There there ->
          threads.background(
              () -> open(there.file()),
              ready -> {
                if (!coming.isWanted()) {
                  return;
                }
                if (ready.opened.isEmpty()) {
                  fail(document, ready.message, coming);
                } else {
                  start(document, ready.opened.get(), coming);
                }
              });
    }
  }

  private void fail(Document document, String message, RunModel.Coming coming) {
    coming.over();
    notices.error(document + " was not run: " + message);
  }

  private Ready open(CapsuleFile file) throws InterruptedException {
    try {
      return new Ready(Optional.of(new CapsuleOpener(finder).open(file, Optional.empty())), "");
    } catch (CapsuleException e) {
      return new Ready(Optional.empty(), e.getMessage());
    }
  }

  private void start(Document document, Opened opened, RunModel.Coming coming) {
    boolean live = world.stdin().mode().get() == StdinModel.Mode.LIVE;
    var stdin = liveStdin.stdin();
    var capsule = opened.capsule();
    var seen = live ? capsule.world().withStdin(stdin) : capsule.world();
    var given =
        new sandglass.sandbox.Capsule(
            capsule.name(),
            capsule.module(),
            capsule.entry(),
            capsule.limits(),
            seen,
            capsule.engine());
    String name = opened.interpreter().map(i -> i.name()).orElse(capsule.name());
    var program = new Program(name, capsule.module(), Optional.empty());
    var streams = begin.get();
    capsules.began(document);
    threads.background(
        () -> interpreters.run(given, streams),
        started -> {
          if (coming.isWanted()) {
            graph.begin(started, given.limits());
          }
          coming.started(new RunModel.Started(document, program, given, started));
        });
  }
}
