package sandglass.playground;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.document.Build;
import sandglass.playground.document.Builds;
import sandglass.playground.document.Document;
import sandglass.program.Program;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;

/**
 * The one run that the window shows: started, watched, stopped. A second start replaces the first,
 * which is cancelled and no longer looked at.
 */
public final class RunModel {
  /** Between two looks at the gauges. */
  static final Duration PERIOD = Duration.ofMillis(100);

  /** What the run is doing. */
  public enum State {
    /** There is none, or it has ended. */
    IDLE,
    /** The text is being compiled before it. */
    BUILDING,
    /** The sandbox checks, meters and compiles the module. */
    PREPARING,
    /** The guest runs. */
    RUNNING,
    /** The guest waits for stdin. */
    WAITING,
    /** It was told to stop. */
    STOPPING
  }

  /**
   * A run on its way.
   *
   * @param document what was run
   * @param program the module, and the text it was compiled from
   * @param capsule everything that decides it
   * @param run its gauges
   */
  public record Started(Document document, Program program, Capsule capsule, Run run) {}

  /** A run that has ended. */
  public record Finished(Started started, Report report) {}

  /** Makes everything that decides a run; called on the FX thread. */
  @FunctionalInterface
  public interface Starter {
    /** Starts the program and returns at once. */
    Started start(Document document, Program program);
  }

  private final Threads threads;
  private final Builds builds;
  private final Starter starter;
  private final BiConsumer<Document, Build> refused;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyObjectWrapper<Optional<Gauges>> gauges =
      new ReadOnlyObjectWrapper<>(this, "gauges", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Started>> active =
      new ReadOnlyObjectWrapper<>(this, "active", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Finished>> last =
      new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());
  private final BooleanBinding running = Bindings.notEqual(State.IDLE, state);
  private Ticker.Tick tick = () -> {};
  private int attempt;

  /**
   * @param refused is told of a build that cannot run
   */
  public RunModel(
      Threads threads, Builds builds, Starter starter, BiConsumer<Document, Build> refused) {
    this.threads = threads;
    this.builds = builds;
    this.starter = starter;
    this.refused = refused;
  }

  /** What the run is doing. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is something to stop. */
  public BooleanBinding running() {
    return running;
  }

  /** The meters of the run on its way, about ten times a second; empty without one. */
  public ReadOnlyObjectProperty<Optional<Gauges>> gauges() {
    return gauges.getReadOnlyProperty();
  }

  /** The run on its way. */
  public ReadOnlyObjectProperty<Optional<Started>> active() {
    return active.getReadOnlyProperty();
  }

  /** The last run that has ended; empty from the start of the next. */
  public ReadOnlyObjectProperty<Optional<Finished>> last() {
    return last.getReadOnlyProperty();
  }

  /** Runs the document's text as it is now, in place of what is running. */
  public void run(Document document) {
    threads.assertFx();
    abandon();
    int mine = ++attempt;
    state.set(State.BUILDING);
    builds.current(
        document,
        build -> {
          if (mine == attempt) {
            built(document, build);
          }
        });
  }

  /** Announces a run that takes a while to be put together, in place of what is running. */
  public Coming coming() {
    threads.assertFx();
    abandon();
    state.set(State.BUILDING);
    return new Coming(++attempt);
  }

  /** A run that is being put together; used on the FX thread. */
  public final class Coming {
    private final int mine;

    private Coming(int mine) {
      this.mine = mine;
    }

    /** Whether it was neither stopped nor replaced. */
    public boolean isWanted() {
      return mine == attempt;
    }

    /** It is on its way; stopped if it is not wanted any more. */
    public void started(Started started) {
      if (isWanted()) {
        watch(started);
      } else {
        started.run().cancel();
      }
    }

    /** There will be none. */
    public void over() {
      if (isWanted()) {
        state.set(State.IDLE);
      }
    }
  }

  /** Runs a document's last good module, whatever its text is now. */
  public void runLastGood(Document document) {
    threads.assertFx();
    abandon();
    attempt++;
    document.lastGood().get().ifPresent(good -> start(document, good.program()));
  }

  private void built(Document document, Build build) {
    if (build instanceof Build.Good good) {
      start(document, good.program());
      return;
    }
    state.set(State.IDLE);
    refused.accept(document, build);
  }

  private void start(Document document, Program program) {
    last.set(Optional.empty());
    watch(starter.start(document, program));
  }

  private void watch(Started started) {
    last.set(Optional.empty());
    state.set(State.PREPARING);
    active.set(Optional.of(started));
    tick = threads.ticker().every(PERIOD, this::look);
    var _ =
        started
            .run()
            .report()
            .thenAccept(report -> threads.fx().execute(() -> ended(started, report)));
  }

  private void look() {
    active
        .get()
        .ifPresent(
            started -> {
              var now = started.run().gauges();
              gauges.set(Optional.of(now));
              if (state.get() != State.STOPPING) {
                state.set(
                    switch (now.phase()) {
                      case PREPARING -> State.PREPARING;
                      case WAITING_FOR_INPUT -> State.WAITING;
                      case RUNNING, ENDED -> State.RUNNING;
                    });
              }
            });
  }

  private void ended(Started started, Report report) {
    threads.assertFx();
    if (active.get().filter(started::equals).isEmpty()) {
      return; // replaced by a newer run
    }
    tick.stop();
    gauges.set(Optional.empty());
    active.set(Optional.empty());
    state.set(State.IDLE);
    last.set(Optional.of(new Finished(started, report)));
  }

  /** Stops the run; its report comes within a quarter of a second. */
  public void stop() {
    threads.assertFx();
    if (active.get().isPresent()) {
      state.set(State.STOPPING);
      active.get().get().run().cancel();
    } else {
      attempt++; // a build may be under way
      state.set(State.IDLE);
    }
  }

  private void abandon() {
    tick.stop();
    gauges.set(Optional.empty());
    active.get().ifPresent(started -> started.run().cancel());
    active.set(Optional.empty());
  }
}
