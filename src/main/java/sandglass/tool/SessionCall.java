package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Session;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Streams;

/** A call that is one script of a session. Cancelling it while it runs ends the session. */
final class SessionCall implements RunningCall {
  private final String tool;
  private final String id;
  private final Session session;
  private final boolean isNew;
  private final long number;
  private final Capture stdout;
  private final Capture stderr;
  private final Runnable ended;
  private final CompletableFuture<ToolResult> result = new CompletableFuture<>();
  private boolean running;
  private boolean cancelled;

  /**
   * @param id the session's
   * @param isNew whether the session began with this call
   * @param number of the call in its session, from 1
   * @param ended told once, before the result is: whoever has the result may call again at once
   */
  SessionCall(
      String tool,
      String id,
      Session session,
      boolean isNew,
      long number,
      Streams live,
      Runnable ended) {
    this.tool = tool;
    this.id = id;
    this.session = session;
    this.isNew = isNew;
    this.number = number;
    this.ended = ended;
    stdout = new Capture(live.stdout());
    stderr = new Capture(live.stderr());
  }

  /**
   * Runs the script, when its turn has come.
   *
   * @return completes when the next one's turn has come
   */
  CompletableFuture<?> begin(Interpreter.Job job, byte[] stdin, Duration timeout) {
    synchronized (this) {
      if (cancelled) {
        return CompletableFuture.completedFuture(null);
      }
      running = true;
    }
    return session.run(job, stdin, new Streams(stdout, stderr), timeout).thenAccept(this::finish);
  }

  private void finish(Session.End end) {
    Report.Captured out = stdout.captured();
    Report.Captured err = stderr.captured();
    boolean over = !(end.outcome() instanceof Outcome.Exited) || session.isOver();
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    ObjectNode outcome = metadata.putObject("outcome");
    outcome.put("kind", end.outcome().kind());
    if (end.outcome() instanceof Outcome.Exited exited) {
      outcome.put("exit_code", exited.code());
    } else {
      outcome.putNull("exit_code");
    }
    outcome.put("message", end.outcome().message());
    metadata.put("fuel_used", end.fuelUsed());
    metadata.put("memory_bytes", session.run().gauges().memoryBytes());
    metadata.put("elapsed_ms", Math.round(end.elapsedMillis() * 1000) / 1000.0);
    metadata.put("stdout_dropped_bytes", out.droppedBytes());
    metadata.put("stderr_dropped_bytes", err.droppedBytes());
    metadata
        .putObject("session")
        .put("id", id)
        .put("new", isNew)
        .put("calls", number)
        .put("ended", over);
    var known = ToolResults.of(tool, end.outcome(), out.text(), err.text(), metadata);
    ended.run();
    result.complete(over ? withEnd(known) : known);
  }

  private static ToolResult withEnd(ToolResult result) {
    String error =
        result.error().isEmpty() || result.error().endsWith("\n")
            ? result.error()
            : result.error() + "\n";
    return new ToolResult(
        result.tool(),
        result.success(),
        result.output(),
        error
            + "the session has ended with this call, and what it knew is gone; the next one"
            + " begins anew",
        result.exitCode(),
        result.metadata());
  }

  @Override
  public CompletableFuture<ToolResult> result() {
    return result.copy();
  }

  /** The session's, with its memory; fuel is that of all its calls. */
  @Override
  public Gauges gauges() {
    return session.run().gauges();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (cancelled || result.isDone()) {
        return;
      }
      cancelled = true;
      if (running) {
        session.close();
        return;
      }
    }
    finish(new Session.End(new Outcome.Cancelled("stopped before its turn had come"), 0, 0));
  }
}
