package sandglass.tool.grpc;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that have not been answered yet. Safe for use from any thread. */
final class CallsUnderWay {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Set<AgentCall> calls = new HashSet<>();

  /**
   * How many there are.
   *
   * @param active calls whose guest has been started
   * @param waiting calls that are being read, checked, or wait for a place
   */
  record Counts(int active, int waiting) {}

  void add(AgentCall call) {
    lock.lock();
    try {
      calls.add(call);
    } finally {
      lock.unlock();
    }
  }

  void remove(AgentCall call) {
    lock.lock();
    try {
      calls.remove(call);
      if (calls.isEmpty()) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    var all = copy();
    int active = (int) all.stream().filter(AgentCall::isStarted).count();
    return new Counts(active, all.size() - active);
  }

  /** Stops all that there are. */
  void cancelAll() {
    copy().forEach(AgentCall::cancel);
  }

  private List<AgentCall> copy() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there are none; gives whether it came to that. */
  boolean awaitNone(Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lock();
    try {
      while (!calls.isEmpty()) {
        if (left <= 0) {
          return false;
        }
        left = idle.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
