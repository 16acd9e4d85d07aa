package sandglass.interpreter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Standby;
import sandglass.sandbox.Streams;

/**
 * Runs scripts by interpreters that were started ahead, so that their output comes at once. A
 * worker serves one run; when that is over, the next one is started. It fits a run whose
 * interpreter, folders, arguments, environment, clock and random numbers are those it was started
 * with; any other run starts an interpreter of its own. Both give the same results.
 *
 * <p>Methods may be called from any thread. Those that take a capsule look at the files in its
 * folders, so they are not for a thread that must not wait.
 */
public final class Workers implements AutoCloseable {
  /**
   * How many may wait, and for how long.
   *
   * @param count how many at a time; 0 for none
   * @param bytes of linear memory that they hold together
   * @param idle after which an unused one is dropped
   */
  public record Bounds(int count, long bytes, Duration idle) {
    /** One, up to 256 MiB, for ten minutes. */
    public static final Bounds DEFAULT = new Bounds(1, 256L << 20, Duration.ofMinutes(10));
  }

  /**
   * What waits now.
   *
   * @param starting how many are still starting
   * @param waiting how many wait for a script
   * @param memoryBytes of linear memory that all hold
   */
  public record Status(int starting, int waiting, long memoryBytes) {}

  private final Sandbox sandbox;
  private final Bounds bounds;
  private final Executor work;
  private final ScheduledThreadPoolExecutor clock;
  private final List<Worker> workers = new ArrayList<>();
  private volatile Runnable listener = () -> {};
  private boolean closed;

  private record Worker(Standby standby, FolderStamp stamp) {}

  /**
   * @param sandbox runs them; closed by its owner, after this
   * @param work starts the next one after a run has ended; must not run it at once
   */
  public Workers(Sandbox sandbox, Bounds bounds, Executor work) {
    this.sandbox = sandbox;
    this.bounds = bounds;
    this.work = work;
    clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "sandglass-workers");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Has it called, on any thread, when {@link #status} has changed. */
  public void onChange(Runnable action) {
    listener = action;
  }

  /** What waits now. */
  public synchronized Status status() {
    int waiting = 0;
    long bytes = 0;
    for (Worker worker : workers) {
      waiting += worker.standby().waiting().getNow(false) ? 1 : 0;
      bytes += worker.standby().memoryBytes();
    }
    return new Status(workers.size() - waiting, waiting, bytes);
  }

  /**
   * Starts a run: by a worker that fits, else by an interpreter that starts now.
   *
   * @param capsule of {@link Interpreter#capsule}
   * @param streams where output goes live
   */
  public Run run(Capsule capsule, Streams streams) {
    if (capsule.world().script().isEmpty()) {
      return sandbox.start(capsule, streams);
    }
    var stamp = FolderStamp.of(capsule.world().folders());
    Run run = taken(capsule, streams, stamp).orElseGet(() -> sandbox.start(capsule, streams));
    listener.run();
    // Not before: it would take a processor from this one.
    var _ = run.report().thenRunAsync(() -> warm(capsule), work);
    return run;
  }

  private Optional<Run> taken(Capsule capsule, Streams streams, FolderStamp stamp) {
    while (true) {
      Optional<Worker> fitting = remove(capsule, stamp);
      if (fitting.isEmpty()) {
        return Optional.empty();
      }
      Optional<Run> run = fitting.get().standby().take(capsule, streams);
      if (run.isPresent()) {
        return run;
      }
    }
  }

  private synchronized Optional<Worker> remove(Capsule capsule, FolderStamp stamp) {
    for (Iterator<Worker> all = workers.iterator(); all.hasNext(); ) {
      Worker worker = all.next();
      if (worker.stamp().equals(stamp) && worker.standby().fits(capsule)) {
        all.remove();
        return Optional.of(worker);
      }
    }
    return Optional.empty();
  }

  /**
   * Has a worker ready for runs like this one, unless there is one. It takes the place of the
   * oldest that waits for other runs. Cheap where nothing is to be done, so that it may be called
   * whenever a script, its arguments or its world may have changed.
   */
  public void warm(Capsule capsule) {
    if (capsule.world().script().isEmpty() || bounds.count() == 0) {
      return;
    }
    var stamp = FolderStamp.of(capsule.world().folders());
    Worker started;
    synchronized (this) {
      if (closed || has(capsule, stamp)) {
        return;
      }
      while (workers.size() >= bounds.count()) {
        workers.removeFirst().standby().close();
      }
      started = new Worker(sandbox.startAhead(capsule), stamp);
      workers.add(started);
      var _ = clock.schedule(() -> drop(started), bounds.idle().toNanos(), TimeUnit.NANOSECONDS);
    }
    listener.run();
    var _ = started.standby().waiting().thenAccept(ready -> settled(started, ready));
  }

  private boolean has(Capsule capsule, FolderStamp stamp) {
    return workers.stream().anyMatch(w -> w.stamp().equals(stamp) && w.standby().fits(capsule));
  }

  /** A worker waits now, or has failed to come so far. */
  private void settled(Worker worker, boolean ready) {
    if (!ready || status().memoryBytes() > bounds.bytes()) {
      drop(worker);
    } else {
      listener.run();
    }
  }

  private void drop(Worker worker) {
    boolean held;
    synchronized (this) {
      held = workers.remove(worker);
    }
    if (held) {
      worker.standby().close();
      listener.run();
    }
  }

  /** Drops all that wait; for whoever wants their memory back. */
  public void drop() {
    List<Worker> all;
    synchronized (this) {
      all = List.copyOf(workers);
      workers.clear();
    }
    all.forEach(worker -> worker.standby().close());
    listener.run();
  }

  /** Drops all, for good. Runs that are under way go on. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    drop();
    clock.shutdownNow();
  }
}
