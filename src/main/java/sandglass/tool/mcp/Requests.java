package sandglass.tool.mcp;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** The requests that are not answered yet, by id. May be used from any thread. */
final class Requests {
  private record Open(Disposable.Swap work, long bytes) {}

  private final Map<Object, Open> open = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final long maxBytes;

  /**
   * @param maxBytes the most bytes that all of them may have together, as messages
   */
  Requests(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Takes a request in, before anything is done for it.
   *
   * @param size the bytes of its message
   * @return why not, if not
   */
  Optional<Failure> open(Object id, long size) {
    if (open.containsKey(id)) {
      return Optional.of(Failure.invalid("id: is that of a request which is not answered yet"));
    }
    if (bytes.get() > 0 && bytes.get() + size > maxBytes) {
      return Optional.of(
          new Failure(
              Failure.BUSY,
              "the requests under way have "
                  + bytes.get()
                  + " bytes, and this would be too much; try again when one is answered"));
    }
    bytes.addAndGet(size);
    open.put(id, new Open(Disposables.swap(), size));
    return Optional.empty();
  }

  /** Says what is being done for a request that was taken in. */
  void work(Object id, Disposable work) {
    var entry = open.get(id);
    if (entry != null) {
      entry.work.update(work);
    }
  }

  /** Strikes one out that is answered. */
  void answered(Object id) {
    var entry = open.remove(id);
    if (entry != null) {
      bytes.addAndGet(-entry.bytes);
    }
  }

  /** Gives one up: it will not be answered. Does nothing if it was, or is not known. */
  void cancel(Object id) {
    var entry = open.get(id);
    if (entry != null) {
      entry.work.dispose();
      answered(id);
    }
  }
}
