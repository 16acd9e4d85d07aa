package sandglass.program.python;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs what recurses as deep as a source nests. */
final class DeepStack {
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /** The result of a task, run on a thread of its own while this one waits. */
  static <T> T call(Supplier<T> task) {
    var result = new AtomicReference<T>();
    var failure = new AtomicReference<Throwable>();
    var thread = new Thread(null, () -> result.set(task.get()), "Python compiler", BYTES);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
    return result.get();
  }
}
