package sandglass.playground.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The way off the FX thread and back: one hop out, one hop back, both ends asserting their thread.
 * May be used from any thread, except {@link #latest()}'s slots, which belong to the FX thread.
 *
 * @param fx runs on the FX thread, later
 * @param work runs in the background; each task may take long and may be interrupted
 * @param ticker calls on the FX thread
 * @param onFx whether the calling thread is the FX thread
 * @param bugs takes what should never have been thrown; called on the FX thread
 */
public record Threads(
    Executor fx,
    ExecutorService work,
    Ticker ticker,
    BooleanSupplier onFx,
    Consumer<Throwable> bugs) {

  /** Throws unless on the FX thread: for what touches the view-model. */
  public void assertFx() {
    if (!onFx.getAsBoolean()) {
      throw new IllegalStateException("not on the FX thread: " + Thread.currentThread().getName());
    }
  }

  /** Throws on the FX thread: for what runs a guest, compiles, reads or writes files. */
  public void assertBackground() {
    if (onFx.getAsBoolean()) {
      throw new IllegalStateException("this would hold up the FX thread");
    }
  }

  /**
   * Works in the background, then shows the result on the FX thread. What {@code work} throws is a
   * bug: failures that a user can cause are part of its result.
   */
  public <T> Pending background(Callable<T> work, Consumer<? super T> show) {
    // A task that is over cannot be cancelled, but what it found may not have been shown yet.
    var dropped = new AtomicBoolean();
    var task =
        new FutureTask<>(
            () -> {
              assertBackground();
              return work.call();
            }) {
          @Override
          protected void done() {
            if (!isCancelled()) {
              fx.execute(
                  () -> {
                    if (!dropped.get()) {
                      show(this, show);
                    }
                  });
            }
          }
        };
    this.work.execute(task);
    return () -> {
      dropped.set(true);
      task.cancel(true);
    };
  }

  private <T> void show(FutureTask<T> task, Consumer<? super T> show) {
    assertFx();
    T result;
    try {
      result = task.get();
    } catch (CancellationException e) {
      return; // between its end and its turn here
    } catch (InterruptedException e) {
      throw new IllegalStateException("a task that is done does not wait", e);
    } catch (ExecutionException e) {
      bugs.accept(e.getCause());
      return;
    }
    show.accept(result);
  }

  /** A slot whose newest work replaces what it was doing. */
  public Latest latest() {
    return new Latest(this);
  }

  /** Work on its way. */
  @FunctionalInterface
  public interface Pending {
    /** Interrupts it and shows nothing. May be called again, and when it is over. */
    void cancel();
  }

  /** Latest wins: what was under way when new work came is interrupted, and shows nothing. */
  public static final class Latest {
    private final Threads threads;
    private Pending pending = () -> {};

    private Latest(Threads threads) {
      this.threads = threads;
    }

    /** Replaces whatever this slot was doing. */
    public <T> void background(Callable<T> work, Consumer<? super T> show) {
      threads.assertFx();
      pending.cancel();
      pending = threads.background(work, show);
    }

    /** Stops whatever this slot was doing. */
    public void cancel() {
      threads.assertFx();
      pending.cancel();
    }
  }
}
