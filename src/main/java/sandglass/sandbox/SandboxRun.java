package sandglass.sandbox;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import sandglass.sandbox.FuelGlobal.OutOfFuelException;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Report.ModuleId;
import sandglass.sandbox.Report.Startup;
import sandglass.sandbox.wasi.ChangedFiles;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.LateScript;
import sandglass.sandbox.wasi.LateScript.Handed;
import sandglass.sandbox.wasi.Stdin;
import sandglass.sandbox.wasi.Wasi;
import sandglass.sandbox.wasi.WasiConfig;
import sandglass.sandbox.wasi.WorldException;

/**
 * One run: a thread for the guest, and a watchdog that stops it. The watchdog interrupts the
 * thread, which the guest's own loops and calls, and every host function, answer. Where it does not
 * answer soon, as inside the compiler, the report is given without it, and the thread, a daemon,
 * ends on its own.
 */
final class SandboxRun implements Run, Standby {
  /** Milliseconds that a stopped guest has before its report is given without it. */
  private static final long GRACE_MILLIS = 150;

  /** Milliseconds between the interrupts of a guest that is to stop. */
  private static final long INSIST_MILLIS = 10;

  /** Bytes; deep enough for a compiled interpreter, and used up by endless recursion in no time. */
  static final long STACK_BYTES = 64L << 20;

  private static final byte[] NOTHING = {};

  private final ModulePreparer preparer;
  private final ScheduledExecutorService watchdog;
  private final CompletableFuture<Report> report = new CompletableFuture<>();
  private final AtomicReference<Outcome> stopped = new AtomicReference<>();
  private final AtomicLong outputBytes = new AtomicLong();
  private final TimelineRecorder timeline;
  private final GuestOutput stdout;
  private final GuestOutput stderr;
  private final Thread thread;
  private final CompletableFuture<Boolean> waiting = new CompletableFuture<>();
  private final CompletableFuture<Taken> taken = new CompletableFuture<>();

  private volatile Capsule capsule;

  /** What it may use now: until the hand-over what its start may. */
  private volatile Limits limits;

  /** When the clock of the timeout began, as {@link System#nanoTime} had it. */
  private volatile long started;

  private volatile Startup startup;
  private volatile Handed handed;
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
   * What was handed over.
   *
   * @param at when, as {@link System#nanoTime} had it
   */
  private record Taken(Capsule capsule, Streams streams, long at) {}

  /**
   * @param started when the clock of the timeout began, as {@link System#nanoTime} had it
   * @param ahead whether its script is handed over later, by {@link #take}
   */
  SandboxRun(
      Capsule capsule,
      Streams streams,
      long started,
      boolean ahead,
      ModulePreparer preparer,
      ScheduledExecutorService watchdog) {
    this.capsule = capsule;
    this.started = started;
    this.limits = capsule.world().script().map(Script::start).orElse(capsule.limits());
    this.timeline = new TimelineRecorder(started);
    this.preparer = preparer;
    this.watchdog = watchdog;
    stdout = new GuestOutput(streams.stdout(), outputBytes, limits.outputBytes());
    stderr = new GuestOutput(streams.stderr(), outputBytes, limits.outputBytes());
    if (!ahead) {
      taken.complete(new Taken(capsule, streams, started));
    }
    thread = new Thread(null, this::execute, "guest " + capsule.name(), STACK_BYTES, false);
    thread.setDaemon(true);
  }

  void start() {
    scheduleDeadline();
    thread.start();
  }

  private void scheduleDeadline() {
    long left = started + limits.timeout().toNanos() - System.nanoTime();
    Runnable expired = () -> FullHeap.outlast(() -> stop(timedOut()));
    deadline = watchdog.schedule(expired, left, TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean fits(Capsule other) {
    Capsule own = capsule;
    return own.engine() == other.engine()
        && own.entry().equals(other.entry())
        && Arrays.equals(own.module(), other.module())
        && known(own.world()).equals(known(other.world()));
  }

  /** A world without what comes at the hand-over. */
  private static World known(World world) {
    World without = world.withStdin(Stdin.EMPTY);
    return world.script().map(s -> without.withScript(s.withContent(NOTHING))).orElse(without);
  }

  @Override
  public CompletableFuture<Boolean> waiting() {
    return waiting.copy();
  }

  @Override
  public long memoryBytes() {
    Guest running = guest;
    return running == null ? 0 : running.memory().bytes();
  }

  @Override
  public Optional<Run> take(Capsule asked, Streams streams) {
    if (!fits(asked)) {
      throw new IllegalArgumentException("another module or world than it was started with");
    }
    boolean over = stopped.get() != null || report.isDone();
    return !over && taken.complete(new Taken(asked, streams, System.nanoTime()))
        ? Optional.of(this)
        : Optional.empty();
  }

  @Override
  public void close() {
    if (taken.cancel(false)) {
      cancel();
    }
  }

  /**
   * Waits for the script; from then on the run is about it alone. Called on the guest's thread in a
   * host function, by the file and by stdin: the second finds what the first got.
   */
  private Handed handOver() {
    if (handed != null) {
      return handed;
    }
    long ready = System.nanoTime();
    deadline.cancel(false);
    waiting.complete(true);
    Taken now = awaitTaken();
    startup = new Startup(guest.fuelUsed(), (ready - started) / 1e6, now.at() - ready > 0);
    handed = begin(now, Math.max(now.at() - ready, 0) + ready);
    return handed;
  }

  private Taken awaitTaken() {
    try {
      return taken.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChicoryInterruptedException(e);
    } catch (ExecutionException | CancellationException e) {
      throw new EndOfRun(new Outcome.Cancelled("given up before it had a script"));
    }
  }

  private Handed begin(Taken now, long begun) {
    capsule = now.capsule();
    Limits allowed = capsule.limits();
    started = begun;
    timeline.restart(begun);
    guest.restart(allowed);
    wasi.restartTrace();
    limits = allowed;
    try {
      scheduleDeadline();
    } catch (RejectedExecutionException e) {
      throw new EndOfRun(new Outcome.Cancelled("stopped: its sandbox was closed"));
    }
    phase = Phase.RUNNING;
    long held = guest.memory().bytes();
    if (held > allowed.memoryBytes()) {
      throw new EndOfRun(
          new Outcome.OutOfMemory(
              "has %s bytes of memory when it has started, above the memory limit of %s; raise that limit"
                  .formatted(
                      Quantities.formatCount(held),
                      Quantities.formatCount(allowed.memoryBytes()))));
    }
    stdout.restart(now.streams().stdout(), allowed.outputBytes());
    stderr.restart(now.streams().stderr(), allowed.outputBytes());
    try {
      return new Handed(script().orElseThrow().content(), capsule.world().stdin().open().open());
    } catch (IOException | RuntimeException e) {
      throw new EndOfRun(
          new Outcome.Rejected(
              "stdin cannot be opened (" + e.getMessage() + "); give another file or text"));
    }
  }

  private Optional<Script> script() {
    return capsule.world().script();
  }

  /** Whether the guest is an interpreter that does not have its script yet. */
  private boolean isStarting() {
    return script().isPresent() && startup == null;
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
        running == null || now == Phase.PREPARING ? 0 : running.fuelUsed(),
        memoryBytes(),
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
        isStarting() && guest != null
            ? "had not started after the %,d ms that this may take; it may not be an interpreter,"
                + " or wants another command"
            : phase == Phase.PREPARING
                ? "was still being prepared after its timeout of %,d ms; raise the timeout, or take a"
                    + " smaller module or folder"
                : "ran longer than its timeout of %,d ms; raise the timeout, or look for a loop or a"
                    + " wait that does not end";
    return new Outcome.TimedOut(String.format(Locale.ROOT, message, limits.timeout().toMillis()));
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
    try {
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
    } catch (OutOfMemoryError e) {
      // Again at the next tick: what throws is not called any more.
    }
  }

  private void execute() {
    Throwable thrown = null;
    List<String> results = List.of();
    try {
      EntryPoint entry = prepare();
      if (!isStarting()) {
        phase = Phase.RUNNING;
      }
      results = run(entry);
    } catch (Throwable e) { // whatever a guest can provoke ends the guest alone
      thrown = e;
    }
    Throwable why = thrown;
    List<String> given = results;
    try {
      FullHeap.outlast(() -> end(why, given));
    } finally {
      letGo();
    }
  }

  private void end(Throwable thrown, List<String> results) {
    Outcome outcome = thrown == null ? new Outcome.Exited(0) : failure(thrown);
    Outcome why = stopped.get();
    complete(why != null && wasStopped(outcome) ? why : outcome, results);
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
                guest::fuelUsedInAll,
                waits -> phase = waits ? Phase.WAITING_FOR_INPUT : Phase.RUNNING,
                world.script().map(s -> new LateScript(s.folder(), s.name(), this::handOver))));
    return entry;
  }

  private Outcome failure(Throwable thrown) {
    Guest running = guest;
    if (running != null && isStarting() && thrown instanceof OutOfFuelException) {
      return new Outcome.OutOfFuel(
          "used up the %s units of fuel that its start may take; it may not be an interpreter, or"
                  .formatted(Quantities.formatCount(limits.fuel()))
              + " wants another command");
    }
    if (running == null) {
      return OutcomeOf.unprepared(thrown, limits);
    }
    return OutcomeOf.failure(
        thrown, limits, running.memory().refusedLast(), running.frames(thrown));
  }

  /** Lets go of what the guest had, since whoever keeps the run wants its report only. */
  private void letGo() {
    if (wasi != null) {
      wasi.close();
      wasi = null;
    }
  }

  /** Gives the report, once. The guest's thread gives it, or the watchdog for one that hangs. */
  private void complete(Outcome outcome, List<String> results) {
    if (last == null) {
      makeReport(outcome, results);
    }
    // Each of these may be done twice, so that it can be tried again where the Java heap is full.
    phase = Phase.ENDED;
    deadline.cancel(false);
    waiting.complete(false);
    report.complete(last);
  }

  private void makeReport(Outcome outcome, List<String> results) {
    ChangedFiles changed = ChangedFiles.NONE;
    Report made;
    try {
      changed = changes();
      made = reportOf(outcome, results, changed.list());
    } catch (OutOfMemoryError e) {
      letGo(); // the files may be what is large
      changed = ChangedFiles.NONE;
      made = reportOf(failure(e), results, List.of());
    }
    synchronized (this) {
      if (last != null) {
        return;
      }
      timeline.end((long) (made.elapsedMillis() * 1e6), made.fuelUsed(), made.memoryPeakBytes());
      files = changed;
      last = made;
    }
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
        moduleId,
        Optional.ofNullable(startup));
  }
}
