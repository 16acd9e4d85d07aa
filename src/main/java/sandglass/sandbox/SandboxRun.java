package sandglass.sandbox;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Report.ModuleId;
import sandglass.sandbox.wasi.ChangedFiles;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.Wasi;
import sandglass.sandbox.wasi.WasiConfig;
import sandglass.sandbox.wasi.WorldException;

/**
 * One run: a thread for the guest, and a watchdog that stops it. The watchdog interrupts the
 * thread, which the guest's own loops and calls, and every host function, answer. Where it does not
 * answer soon, as inside the compiler, the report is given without it, and the thread, a daemon,
 * ends on its own.
 */
final class SandboxRun implements Run {
  /** Milliseconds that a stopped guest has before its report is given without it. */
  private static final long GRACE_MILLIS = 150;

  /** Milliseconds between the interrupts of a guest that is to stop. */
  private static final long INSIST_MILLIS = 10;

  /** Bytes; deep enough for a compiled interpreter, and used up by endless recursion in no time. */
  static final long STACK_BYTES = 64L << 20;

  private final Capsule capsule;
  private final ModulePreparer preparer;
  private final ScheduledExecutorService watchdog;
  private final CompletableFuture<Report> report = new CompletableFuture<>();
  private final AtomicReference<Outcome> stopped = new AtomicReference<>();
  private final AtomicLong outputBytes = new AtomicLong();
  private final TimelineRecorder timeline;
  private final GuestOutput stdout;
  private final GuestOutput stderr;
  private final long started;
  private final Thread thread;

  private volatile Phase phase = Phase.PREPARING;
  private volatile PreparationProgress preparation = new PreparationProgress();
  private volatile Guest guest;
  private volatile ModuleId moduleId = new ModuleId(0, "");
  private volatile Wasi wasi;
  private volatile Report last;
  private volatile ChangedFiles files = ChangedFiles.NONE;
  private volatile ScheduledFuture<?> deadline;
  private volatile ScheduledFuture<?> insistence;

  /**
   * @param started when the clock of the timeout began, as {@link System#nanoTime} had it
   */
  SandboxRun(
      Capsule capsule,
      Streams streams,
      long started,
      ModulePreparer preparer,
      ScheduledExecutorService watchdog) {
    this.capsule = capsule;
    this.started = started;
    this.timeline = new TimelineRecorder(started);
    this.preparer = preparer;
    this.watchdog = watchdog;
    long limit = capsule.limits().outputBytes();
    stdout = new GuestOutput(streams.stdout(), outputBytes, limit);
    stderr = new GuestOutput(streams.stderr(), outputBytes, limit);
    thread = new Thread(null, this::execute, "guest " + capsule.name(), STACK_BYTES, false);
    thread.setDaemon(true);
  }

  void start() {
    long left = started + capsule.limits().timeout().toNanos() - System.nanoTime();
    deadline = watchdog.schedule(() -> stop(timedOut()), left, TimeUnit.NANOSECONDS);
    thread.start();
  }

  @Override
  public Gauges gauges() {
    Guest running = guest;
    Report ended = last;
    if (ended != null) {
      return new Gauges(
          Phase.ENDED,
          1,
          ended.fuelUsed(),
          ended.memoryPeakBytes(),
          (long) (ended.elapsedMillis() * 1e6),
          outputBytes.get());
    }
    Phase now = phase;
    return new Gauges(
        now,
        now == Phase.PREPARING ? preparation.value() : 1,
        running == null ? 0 : running.fuelUsed(),
        running == null ? 0 : running.memory().bytes(),
        System.nanoTime() - started,
        outputBytes.get());
  }

  @Override
  public Timeline timeline() {
    return timeline.snapshot();
  }

  @Override
  public void cancel() {
    stop(new Outcome.Cancelled("stopped by the user"));
  }

  @Override
  public CompletableFuture<Report> report() {
    return report;
  }

  @Override
  public Optional<InputStream> changedFile(String path) {
    return files.open(path);
  }

  private Outcome timedOut() {
    String message =
        phase == Phase.PREPARING
            ? "was still being prepared after its timeout of %,d ms; raise the timeout, or take a"
                + " smaller module or folder"
            : "ran longer than its timeout of %,d ms; raise the timeout, or look for a loop or a"
                + " wait that does not end";
    return new Outcome.TimedOut(
        String.format(Locale.ROOT, message, capsule.limits().timeout().toMillis()));
  }

  private void stop(Outcome outcome) {
    if (report.isDone() || !stopped.compareAndSet(null, outcome)) {
      return;
    }
    long graceEnds = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    thread.interrupt();
    try {
      insistence =
          watchdog.scheduleWithFixedDelay(
              () -> insist(graceEnds), INSIST_MILLIS, INSIST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The sandbox was closed: the thread was interrupted, and nobody waits for more.
      complete(outcome, List.of());
    }
  }

  /** Interrupts the guest until it has ended; an interrupt may be swallowed on its way. */
  private void insist(long graceEnds) {
    ScheduledFuture<?> ticks = insistence;
    if (!thread.isAlive()) {
      complete(stopped.get(), List.of()); // it has given its report, unless that failed
      if (ticks != null) {
        ticks.cancel(false);
      }
      return;
    }
    thread.interrupt();
    if (System.nanoTime() - graceEnds >= 0) {
      complete(stopped.get(), List.of());
    }
  }

  private void execute() {
    Outcome outcome;
    List<String> results = List.of();
    try {
      EntryPoint entry = prepare();
      phase = Phase.RUNNING;
      results = run(entry);
      outcome = new Outcome.Exited(0);
    } catch (RejectedException | WorldException e) {
      outcome = new Outcome.Rejected(e.getMessage());
    } catch (InterruptedException e) {
      outcome = new Outcome.Cancelled("stopped");
    } catch (Throwable e) { // whatever a guest can provoke ends the guest alone
      outcome = failure(e);
    }
    Outcome why = stopped.get();
    try {
      complete(why != null && wasStopped(outcome) ? why : outcome, results);
    } finally {
      close();
    }
  }

  private List<String> run(EntryPoint entry) {
    Guest running = guest;
    try {
      return running.run(entry, wasi.hostFunctions());
    } finally {
      // At once: a guest that has used up the Java heap must leave room for its report.
      running.release();
    }
  }

  /** Whether an outcome may be the effect of the interrupt rather than the guest's own end. */
  private static boolean wasStopped(Outcome outcome) {
    return !(outcome instanceof Outcome.Exited || outcome instanceof Outcome.OutOfFuel);
  }

  private EntryPoint prepare() throws RejectedException, WorldException, InterruptedException {
    byte[] module = capsule.module();
    Limits limits = capsule.limits();
    if (module.length > limits.moduleBytes()) {
      throw new RejectedException(
          "the module has %s bytes, above the limit of %s; raise that limit"
              .formatted(
                  Quantities.formatCount(module.length),
                  Quantities.formatCount(limits.moduleBytes())));
    }
    moduleId = new ModuleId(module.length, Sha256.hex(module));
    PreparedModule prepared =
        preparer.prepare(
            module, moduleId.sha256(), capsule.engine(), progress -> preparation = progress);
    moduleId = new ModuleId(module.length, moduleId.sha256(), prepared.interpreted());
    ModuleChecks.check(prepared.module(), limits);
    EntryPoint entry = EntryPoint.find(prepared.module(), capsule.entry());
    guest = new Guest(prepared, limits, timeline);
    World world = capsule.world();
    wasi =
        Wasi.open(
            new WasiConfig(
                world.args(),
                world.env(),
                world.stdin(),
                stdout,
                stderr,
                world.folders(),
                world.clock(),
                world.random(),
                limits.fileBytes(),
                guest::fuelUsed,
                waiting -> phase = waiting ? Phase.WAITING_FOR_INPUT : Phase.RUNNING));
    return entry;
  }

  private Outcome failure(Throwable thrown) {
    Guest running = guest;
    if (running == null) {
      return switch (thrown) {
        case OutOfMemoryError e -> OutcomeOf.failure(e, capsule.limits(), false, List.of());
        case StackOverflowError e ->
            new Outcome.Rejected("it is nested more deeply than this engine can take");
        default -> new Outcome.Rejected("this engine could not prepare it (" + thrown + ")");
      };
    }
    return OutcomeOf.failure(
        thrown, capsule.limits(), running.memory().refusedLast(), running.frames(thrown));
  }

  /** Lets go of what the guest had, since whoever keeps the run wants its report only. */
  private void close() {
    if (wasi != null) {
      wasi.close();
      wasi = null;
    }
  }

  /** Gives the report, once. The guest's thread gives it, or the watchdog for one that hangs. */
  private void complete(Outcome outcome, List<String> results) {
    if (last != null) {
      return;
    }
    ChangedFiles changed = ChangedFiles.NONE;
    Report made;
    try {
      changed = changes();
      made = reportOf(outcome, results, changed.list());
    } catch (OutOfMemoryError e) {
      close(); // the files may be what is large
      changed = ChangedFiles.NONE;
      made = reportOf(failure(e), results, List.of());
    }
    synchronized (this) {
      if (last != null) {
        return;
      }
      timeline.end((long) (made.elapsedMillis() * 1e6), made.fuelUsed(), made.memoryPeakBytes());
      last = made;
      files = changed;
    }
    phase = Phase.ENDED;
    deadline.cancel(false);
    report.complete(made);
  }

  private ChangedFiles changes() {
    Wasi world = wasi;
    // A guest that hangs may be changing its files.
    boolean ended = Thread.currentThread() == thread;
    return world == null || !ended ? ChangedFiles.NONE : world.changes();
  }

  private Report reportOf(Outcome outcome, List<String> results, List<FileChange> changed) {
    Guest running = guest;
    Wasi world = wasi;
    var memory = running == null ? new MemoryBudget(0, () -> 0, () -> {}) : running.memory();
    return new Report(
        outcome,
        results,
        running == null ? 0 : running.fuelUsed(),
        memory.bytes(),
        memory.growths(),
        memory.dropped(),
        (System.nanoTime() - started) / 1e6,
        stdout.captured(),
        stderr.captured(),
        changed,
        world == null ? List.of() : world.calls(),
        world == null ? 0 : world.callsDropped(),
        moduleId);
  }
}
