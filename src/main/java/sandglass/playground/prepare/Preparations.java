package sandglass.playground.prepare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.document.Document;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Preparation;

/**
 * Makes the module in front ready before anybody runs it. What a person leaves for another tab goes
 * on behind it if it has been shown by then; one at a time, the one that is furthest, since they
 * share the processor with the one in front. Used on the FX thread; looks ten times a second while
 * there is something to look at.
 */
public final class Preparations {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofMillis(100);

  private final Threads threads;
  private final BiFunction<byte[], Engine, Preparation> preparer;
  private final LongSupplier moduleBytes;
  private final ObservableBooleanValue running;
  private final List<Job> jobs = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<PrepareStatus>> status =
      new ReadOnlyObjectWrapper<>(this, "status", Optional.empty());
  private final BooleanBinding going =
      Bindings.createBooleanBinding(
          () -> status.get().filter(PrepareStatus.Going.class::isInstance).isPresent(), status);
  private Optional<Document> front = Optional.empty();
  private Optional<PrepareStatus> news = Optional.empty();
  private Optional<Ticker.Tick> tick = Optional.empty();
  private boolean stopped;

  /**
   * @param preparer begins to make a module ready, and returns at once
   * @param moduleBytes the module size limit in bytes: what is larger is not run
   * @param running whether a run goes on, which is news enough
   */
  public Preparations(
      Threads threads,
      BiFunction<byte[], Engine, Preparation> preparer,
      LongSupplier moduleBytes,
      ObservableBooleanValue running) {
    this.threads = threads;
    this.preparer = preparer;
    this.moduleBytes = moduleBytes;
    this.running = running;
    running.addListener((o, before, now) -> forget());
  }

  /** What to say of it; empty where there is nothing worth a word. */
  public ReadOnlyObjectProperty<Optional<PrepareStatus>> status() {
    return status.getReadOnlyProperty();
  }

  /** Whether there is something to cancel. */
  public BooleanBinding going() {
    return going;
  }

  /**
   * Starts what is needed now, and ends what is not any more. Without effect if nothing has
   * changed.
   *
   * @param open all documents
   * @param current the one in front; empty if there is none
   * @param engine what would run it
   */
  public void follow(Collection<Document> open, Optional<Document> current, Engine engine) {
    threads.assertFx();
    if (stopped) {
      return;
    }
    boolean changed = !current.equals(front);
    front = current;
    changed |= jobs.removeIf(job -> isOver(job, open, engine));
    leaveOneBehind();
    changed |= begin(engine);
    if (changed) {
      news = Optional.empty();
      show();
    }
  }

  private boolean isOver(Job job, Collection<Document> open, Engine engine) {
    boolean wanted = open.contains(job.document()) && job.serves(engine);
    // What is ready may be dropped by the time that a person comes back to it, so it is asked for
    // again; what a person said no to is not.
    boolean kept = isInFront(job) || job.isDeclined() || (job.isGoing() && job.isLong());
    if (wanted && kept) {
      return false;
    }
    job.cancel();
    return true;
  }

  private void leaveOneBehind() {
    var furthest =
        jobs.stream().filter(this::isBehind).max(Comparator.comparingDouble(Job::progress));
    jobs.removeIf(
        job -> {
          boolean spare = isBehind(job) && furthest.filter(job::equals).isEmpty();
          if (spare) {
            job.cancel();
          }
          return spare;
        });
  }

  private boolean isInFront(Job job) {
    return front.filter(job.document()::equals).isPresent();
  }

  private boolean isBehind(Job job) {
    return job.isGoing() && !isInFront(job);
  }

  private boolean begin(Engine engine) {
    if (front.isEmpty() || jobs.stream().anyMatch(this::isInFront)) {
      return false;
    }
    var document = front.get();
    var module = document.lastGood().get().map(good -> good.program().wasm());
    if (module.filter(wasm -> wasm.length <= moduleBytes.getAsLong()).isEmpty()) {
      return false;
    }
    jobs.add(new Job(document, module.get(), engine, preparer.apply(module.get(), engine)));
    if (tick.isEmpty()) {
      tick = Optional.of(threads.ticker().every(PERIOD, this::look));
    }
    return true;
  }

  private void look() {
    for (var job : jobs) {
      if (job.isGoing()) {
        job.look();
        if (job.isReady() && job.isLong() && !running.get()) {
          news = Optional.of(job.ready());
        }
      }
    }
    show();
    if (jobs.stream().noneMatch(Job::isGoing)) {
      rest();
    }
  }

  /** Says how the one in front is, else the one behind, else what was done last. */
  private void show() {
    var next = shown().<PrepareStatus>map(Job::going).or(() -> news);
    if (!next.equals(status.get())) {
      status.set(next);
    }
  }

  private Optional<Job> shown() {
    return jobs.stream()
        .filter(job -> job.isGoing() && job.isLong())
        .max(Comparator.comparing(this::isInFront));
  }

  private void forget() {
    news = Optional.empty();
    show();
  }

  private void rest() {
    tick.ifPresent(Ticker.Tick::stop);
    tick = Optional.empty();
  }

  /** Gives up what is shown; it is not begun again until its module or the engine changes. */
  public void cancel() {
    threads.assertFx();
    shown().ifPresent(Job::decline);
    show();
  }

  /** Gives up everything, for good. */
  public void stop() {
    threads.assertFx();
    stopped = true;
    rest();
    jobs.forEach(Job::cancel);
    jobs.clear();
    forget();
  }
}
