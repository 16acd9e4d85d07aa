package sandglass.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.TestInterpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.common.Notice;
import sandglass.playground.common.TestPrompts;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.settings.Settings;

/**
 * The whole view-model over the real sandbox, on the test's one thread: runs end before it goes on.
 */
public final class TestPlayground implements AutoCloseable {
  /** The window's threads. */
  public final TestThreads threads = new TestThreads();

  /** What is remembered. */
  public final Settings settings = new Settings();

  /** Who answers. */
  public final TestPrompts prompts = new TestPrompts();

  /** What was put on the clipboard. */
  public final List<String> clipboard = new ArrayList<>();

  private final Sandbox sandbox = Sandbox.inMemory();
  private final Interpreters interpreters = TestInterpreters.none();
  private final Playground playground;
  private Runnable typing = () -> {};

  /** A window with nothing open. */
  public TestPlayground() {
    var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, Runnable::run);
    playground =
        new Playground(
            threads.threads(),
            this::start,
            sandbox::prepare,
            new InterpreterTools(interpreters, workers),
            settings,
            prompts);
  }

  private Run start(sandglass.sandbox.Capsule capsule, Streams streams) {
    var run = sandbox.start(capsule, streams);
    typing.run();
    run.report().orTimeout(60, TimeUnit.SECONDS).join();
    return run;
  }

  /** The view-model. */
  public Playground playground() {
    return playground;
  }

  /** What a person types while the next run waits. */
  public void type(String... lines) {
    typing =
        () -> {
          for (String line : lines) {
            playground.liveStdin().send(line);
          }
          playground.liveStdin().end();
        };
  }

  /** Opens a file; the document in front. */
  public Document open(Path file) {
    playground.documents().open(file);
    return front();
  }

  /** The document in front. */
  public Document front() {
    return playground.documents().current().get();
  }

  /** Opens a text. */
  public Document write(String wat) {
    playground.createText();
    front().text().set(wat);
    return front();
  }

  /** Runs what is in front. */
  public Report run() {
    playground.runCurrent();
    // An interpreter's run ends on a thread of its own.
    for (int i = 0; i < 6_000 && playground.run().active().get().isPresent(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    return playground
        .run()
        .last()
        .get()
        .map(RunModel.Finished::report)
        .orElseThrow(() -> new AssertionError("nothing ran: " + notice()));
  }

  /** What the notice says; empty without one. */
  public String notice() {
    return playground.notices().shown().get().map(Notice::text).orElse("");
  }

  /** Presses a button of the notice. */
  public void fix(String text) {
    playground.notices().shown().get().orElseThrow().fixes().stream()
        .filter(fix -> fix.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + text + " beside " + notice()))
        .action()
        .run();
  }

  @Override
  public void close() {
    sandbox.close();
    assertEquals(List.of(), threads.bugs());
  }
}
