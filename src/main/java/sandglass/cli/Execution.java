package sandglass.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.ReportJson;
import sandglass.sandbox.Run;

/** One run from start to exit status, its output passed through, Ctrl-C obeyed. */
final class Execution {
  /** Longer than a run takes to stop. */
  private static final long STOP_MILLIS = 2_000;

  /** How the rejection begins of a module that is no program. */
  private static final String NO_START = "it has no _start to run";

  private final Terminal terminal;
  private final Launcher launcher;
  private final String reportFile;
  private final boolean trace;
  private final AtomicReference<Run> current = new AtomicReference<>();

  /**
   * @param reportFile where the report goes as JSON, {@code -} for stdout, or null
   * @param trace whether the WASI calls go to stderr
   */
  Execution(Terminal terminal, Launcher launcher, String reportFile, boolean trace) {
    this.terminal = terminal;
    this.launcher = launcher;
    this.reportFile = reportFile;
    this.trace = trace;
  }

  /**
   * Loads a capsule and runs it to its end; gives the exit status.
   *
   * @param file what to call it while it is being loaded
   * @param after is told what it did, after everybody else
   */
  int run(String file, Callable<Capsule> loading, After after) throws Exception {
    boolean silent = "-".equals(reportFile);
    var out = new GuestOutput(silent ? OutputStream.nullOutputStream() : terminal.out());
    var err = new GuestOutput(silent ? OutputStream.nullOutputStream() : terminal.err());
    var done = new CountDownLatch(1);
    var hook = new Thread(() -> stopAndWait(file, done), "sandglass-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      long begun = System.nanoTime();
      var capsule = loading.call();
      var took = Duration.ofNanos(System.nanoTime() - begun);
      var run = launcher.start(capsule, out, err, took);
      current.set(run);
      var report = await(run);
      boolean unread = out.isBroken() || err.isBroken();
      finish(capsule.name(), report, unread);
      after.ended(capsule, report);
      return unread ? ExitStatus.STDOUT_CLOSED : ExitStatus.of(report.outcome());
    } finally {
      done.countDown();
      removeHook(hook);
    }
  }

  /** Is told of the end of a run. */
  interface After {
    void ended(Capsule capsule, Report report) throws Exception;
  }

  /** Runs a capsule once more, unseen; Ctrl-C is obeyed while {@link #run} goes on. */
  Report again(Capsule capsule) throws InterruptedException {
    var none = OutputStream.nullOutputStream();
    var run = launcher.start(capsule, none, none, Duration.ZERO);
    current.set(run);
    return await(run);
  }

  /** Waits for the end; an interrupt stops the run. */
  static Report await(Run run) throws InterruptedException {
    try {
      return run.report().get();
    } catch (InterruptedException e) {
      run.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run failed: " + e.getCause(), e.getCause());
    }
  }

  private void stopAndWait(String file, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    var run = current.get();
    if (run == null) {
      terminal.complain(file + ": cancelled before it ran");
      return;
    }
    run.cancel();
    try {
      boolean _ = done.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is already stopping: the hook is running, and finds its work done.
    }
  }

  private void finish(String name, Report report, boolean unread) throws CommandFailure {
    if (trace) {
      report.calls().forEach(call -> terminal.complain(call.toString()));
      if (report.callsDropped() > 0) {
        terminal.complain("… and " + report.callsDropped() + " more calls");
      }
    }
    if (!unread && !(report.outcome() instanceof Outcome.Exited)) {
      terminal.complain(line(name, report.outcome()));
    }
    if (!"-".equals(reportFile)) {
      report.results().forEach(result -> terminal.print(result.substring(result.indexOf(':') + 1)));
    }
    if (reportFile != null) {
      writeReport(report);
    }
  }

  private static String line(String name, Outcome outcome) {
    String message = outcome.message().lines().findFirst().orElse("");
    if (message.startsWith(name + ":")) {
      return message;
    }
    boolean other = message.startsWith(NO_START) && !message.endsWith("no functions");
    return name
        + ": "
        + (outcome instanceof Outcome.Trapped ? "trapped: " : "")
        + message
        + (other ? "; name one of them with --invoke" : "");
  }

  private void writeReport(Report report) throws CommandFailure {
    byte[] json = (ReportJson.write(report).strip() + "\n").getBytes(StandardCharsets.UTF_8);
    if (!reportFile.equals("-")) {
      OutputFile.write(Input.path(reportFile), json);
      return;
    }
    try {
      terminal.out().write(json);
      terminal.out().flush();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.NOT_WRITTEN, "stdout: the report cannot be written: " + e.getMessage());
    }
  }
}
