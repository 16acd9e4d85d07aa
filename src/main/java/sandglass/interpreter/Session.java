package sandglass.interpreter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Stdin;

/**
 * A Python that runs script after script and keeps what they define, until it is closed. One guest
 * serves all of them: its memory, fuel and output limits are those of the session, its timeout is
 * each script's. A script that reaches one ends the session with it. Methods may be called from any
 * thread; scripts take turns.
 */
public final class Session implements AutoCloseable {
  private static final String DRIVER = "session.py";

  /** What {@link Limits} allow at most. */
  private static final Duration LONG = Duration.ofDays(365);

  private final byte[] marker = ("\u0001" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
  private final SessionInput input = new SessionInput();
  private final Duration timeout;
  private final Run run;
  private volatile Job current;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /**
   * How a script of a session ended.
   *
   * @param outcome {@link Outcome.Exited}, or what ended the session
   * @param fuelUsed units that it used
   * @param elapsedMillis wall-clock milliseconds
   */
  public record End(Outcome outcome, long fuelUsed, double elapsedMillis) {}

  /** One script that runs. */
  private final class Job {
    private final Streams streams;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private volatile long begun = System.nanoTime();
    private volatile long fuelBefore;
    private final Duration timeout;
    private volatile boolean late;

    Job(Streams streams, Duration timeout) {
      this.streams = streams;
      this.timeout = timeout;
    }

    /** The guest takes it: not before it has started, for which the start has limits of its own. */
    void begin() {
      begun = System.nanoTime();
      fuelBefore = run.gauges().fuelUsed();
      CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS)
          .execute(this::expire);
    }

    void ended(Outcome outcome, long fuel) {
      current = null;
      Outcome known =
          late && outcome instanceof Outcome.Cancelled
              ? new Outcome.TimedOut(
                  String.format(
                      Locale.ROOT,
                      "ran longer than its timeout of %,d ms, which ended the session",
                      timeout.toMillis()))
              : outcome;
      end.complete(new End(known, fuel - fuelBefore, (System.nanoTime() - begun) / 1e6));
    }

    /** Ends the session, unless the script has ended. */
    void expire() {
      if (!end.isDone()) {
        late = true;
        run.cancel();
      }
    }
  }

  /**
   * Starts a session; its first script may be given at once.
   *
   * @param python a Python
   * @param world what the scripts can see; their arguments and stdin are their own
   * @param limits of the whole session, but for the timeout, which is each script's
   */
  public static Session start(Interpreter python, World world, Limits limits, Workers workers) {
    if (!python.isPython() || !python.command().usesFile()) {
      throw new IllegalArgumentException("a session needs a Python that takes a file");
    }
    return new Session(python, world, limits, workers);
  }

  private Session(Interpreter python, World world, Limits limits, Workers workers) {
    timeout = limits.timeout();
    var driver = new Interpreter.Job(DRIVER, driver(), List.of(), List.of());
    World known = world.withStdin(new Stdin(() -> input));
    Capsule capsule = python.capsule(driver, known, limits.withTimeout(LONG), Engine.COMPILED);
    run = workers.run(capsule, new Streams(new Passing(false), new Passing(true)));
    var _ = run.report().thenAccept(this::over);
  }

  private static byte[] driver() {
    try (InputStream in = Session.class.getResourceAsStream(DRIVER)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a script, after those that were given before.
   *
   * @param job its packages are ignored: folders belong to the session's world
   * @param stdin what it reads
   * @param streams where its output goes live
   * @return completes with its end, never exceptionally
   */
  public CompletableFuture<End> run(Interpreter.Job job, byte[] stdin, Streams streams) {
    return run(job, stdin, streams, timeout);
  }

  /**
   * Runs a script, after those that were given before.
   *
   * @param job its packages are ignored: folders belong to the session's world
   * @param stdin what it reads
   * @param streams where its output goes live
   * @param time how long it may take, in place of the session's timeout
   * @return completes with its end, never exceptionally
   */
  public synchronized CompletableFuture<End> run(
      Interpreter.Job job, byte[] stdin, Streams streams, Duration time) {
    CompletableFuture<End> end = last.thenCompose(_ -> begin(job, stdin, new Job(streams, time)));
    last = end;
    return end.copy();
  }

  private CompletableFuture<End> begin(Interpreter.Job script, byte[] stdin, Job job) {
    if (run.report().isDone()) {
      return CompletableFuture.completedFuture(
          new End(new Outcome.Cancelled("the session is over"), 0, 0));
    }
    current = job;
    input.add(frame(script, stdin), job::begin);
    if (run.report().isDone()) {
      over(run.report().join());
    }
    return job.end;
  }

  private byte[] frame(Interpreter.Job job, byte[] stdin) {
    byte[] name = (Interpreter.SCRIPT_FOLDER + "/" + job.name()).getBytes(StandardCharsets.UTF_8);
    byte[] args = String.join("\0", job.args()).getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    out.writeBytes(marker);
    for (byte[] part : List.of(name, args, stdin, job.source())) {
      out.writeBytes((" " + part.length).getBytes(StandardCharsets.UTF_8));
    }
    out.write('\n');
    for (byte[] part : List.of(name, args, stdin, job.source())) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private void over(Report report) {
    Job job = current;
    if (job != null) {
      job.ended(report.outcome(), report.fuelUsed());
    }
  }

  /** Whether it takes no more scripts. */
  public boolean isOver() {
    return run.report().isDone();
  }

  /** The run of all scripts, for its meters. */
  public Run run() {
    return run;
  }

  /** Ends it, and the script that runs. */
  @Override
  public void close() {
    run.cancel();
  }

  /** Gives the guest's output to the script that runs, and notices its end. */
  private final class Passing extends OutputStream {
    private final boolean isStderr;

    Passing(boolean isStderr) {
      this.isStderr = isStderr;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    /** Called once for each of the guest's writes, on its thread. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Job job = current;
      if (job == null) {
        return;
      }
      if (isStderr && isMarker(bytes, offset, length)) {
        int from = offset + marker.length;
        var status = new String(bytes, from, length - marker.length, StandardCharsets.UTF_8);
        job.ended(new Outcome.Exited(Integer.parseInt(status.strip())), run.gauges().fuelUsed());
        return;
      }
      (isStderr ? job.streams.stderr() : job.streams.stdout()).write(bytes, offset, length);
    }

    private boolean isMarker(byte[] bytes, int offset, int length) {
      return length > marker.length
          && Arrays.equals(bytes, offset, offset + marker.length, marker, 0, marker.length);
    }

    @Override
    public void flush() throws IOException {
      Job job = current;
      if (job != null) {
        (isStderr ? job.streams.stderr() : job.streams.stdout()).flush();
      }
    }
  }
}
