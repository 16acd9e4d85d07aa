package sandglass.playground.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Threads for tests without a toolkit: everything runs at once on the calling thread, and time
 * passes when {@link #pass} says so.
 */
public final class TestThreads {
  private static final class Call {
    private final Runnable action;
    private final long period;
    private long due;
    private boolean stopped;

    Call(Runnable action, long due, long period) {
      this.action = action;
      this.due = due;
      this.period = period;
    }
  }

  private final List<Call> calls = new ArrayList<>();
  private final List<Throwable> bugs = new ArrayList<>();
  private long now;
  private int inBackground;

  /** What the code under test takes. */
  public Threads threads() {
    return new Threads(this::onFx, new Direct(), new Wound(), () -> inBackground == 0, bugs::add);
  }

  private void onFx(Runnable action) {
    int before = inBackground;
    inBackground = 0;
    try {
      action.run();
    } finally {
      inBackground = before;
    }
  }

  /** What was thrown and should not have been. */
  public List<Throwable> bugs() {
    return bugs;
  }

  /** Lets time pass, and calls what is due. */
  public void pass(Duration time) {
    long end = now + time.toNanos();
    while (true) {
      Call next = null;
      for (var call : calls) {
        if (!call.stopped && call.due <= end && (next == null || call.due < next.due)) {
          next = call;
        }
      }
      if (next == null) {
        break;
      }
      now = next.due;
      if (next.period > 0) {
        next.due += next.period;
      } else {
        next.stopped = true;
      }
      next.action.run();
    }
    calls.removeIf(call -> call.stopped);
    now = end;
  }

  private final class Wound implements Ticker {
    @Override
    public Tick after(Duration delay, Runnable action) {
      return add(new Call(action, now + delay.toNanos(), 0));
    }

    @Override
    public Tick every(Duration period, Runnable action) {
      return add(new Call(action, now + period.toNanos(), period.toNanos()));
    }

    private Tick add(Call call) {
      calls.add(call);
      return () -> call.stopped = true;
    }
  }

  private final class Direct extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {
      inBackground++;
      try {
        task.run();
      } finally {
        inBackground--;
      }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
