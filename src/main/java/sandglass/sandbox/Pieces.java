package sandglass.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does the pieces of one work on the calling thread and as many helpers as there are processors.
 * The helpers have as deep a stack as the caller, which the compiler wants, and end with the work.
 */
final class Pieces<T> {
  /** More would hold too many pieces in memory. */
  private static final int MAX_THREADS = 4;

  private final List<Piece<T>> pieces;
  private final List<T> results;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** One of them. */
  interface Piece<T> {
    T result() throws RejectedException, InterruptedException;
  }

  Pieces(List<? extends Piece<T>> pieces) {
    this.pieces = List.copyOf(pieces);
    this.results = new ArrayList<>(Collections.nCopies(pieces.size(), null));
  }

  /**
   * Does all.
   *
   * @return the results in the order of the pieces
   * @throws RejectedException for the first piece found that is not valid
   * @throws InterruptedException if the calling thread was interrupted; the helpers are told
   */
  List<T> run() throws RejectedException, InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    int helpers = Math.min(Math.min(processors, MAX_THREADS), pieces.size()) - 1;
    var ended = new CountDownLatch(Math.max(helpers, 0));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      var thread =
          new Thread(null, () -> help(ended), "sandglass-compile", SandboxRun.STACK_BYTES, false);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      work();
      ended.await();
    } catch (InterruptedException e) {
      failure.compareAndSet(null, e);
    } finally {
      if (failure.get() != null) {
        threads.forEach(Thread::interrupt);
      }
    }
    rethrow(failure.get());
    return results;
  }

  private void help(CountDownLatch ended) {
    try {
      work();
    } catch (InterruptedException e) {
      // The caller has given up, and knows why.
    } finally {
      ended.countDown();
    }
  }

  private void work() throws InterruptedException {
    for (int i = next.getAndIncrement();
        i < pieces.size() && failure.get() == null;
        i = next.getAndIncrement()) {
      try {
        T result = pieces.get(i).result();
        synchronized (results) {
          results.set(i, result);
        }
      } catch (RejectedException | RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  private static void rethrow(Throwable thrown) throws RejectedException, InterruptedException {
    switch (thrown) {
      case null -> {}
      case RejectedException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }
}
