package sandglass.tool.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import sandglass.sandbox.Streams;
import sandglass.tool.grpc.proto.ToolCallEvent;

/**
 * A guest's output on its way to a client, in the order in which it was written. It holds at most
 * {@value #CAPACITY} bytes: while it is full the guest waits, as a program does before a full pipe,
 * and its timeout goes on. What comes faster than it is taken is taken in larger pieces.
 *
 * <p>The guest's thread writes, one other thread takes; the rest is for any thread.
 */
final class OutputPipe {
  private static final int CAPACITY = 256 << 10;
  private static final int PIECE = 64 << 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition space = lock.newCondition();
  private final Condition change = lock.newCondition();
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int size;
  private boolean ended;
  private boolean abandoned;

  /** Bytes of one stream, written without others of the other stream in between. */
  private static final class Piece {
    private final boolean stderr;
    private byte[] bytes;
    private int length;

    Piece(boolean stderr, int expected) {
      this.stderr = stderr;
      bytes = new byte[expected];
    }

    boolean takes(boolean fromStderr) {
      return stderr == fromStderr && length < PIECE;
    }

    int add(byte[] from, int offset, int count) {
      int taken = Math.min(count, PIECE - length);
      if (length + taken > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(PIECE, Math.max(2 * bytes.length, length + taken)));
      }
      System.arraycopy(from, offset, bytes, length, taken);
      length += taken;
      return taken;
    }

    ToolCallEvent event() {
      // Nobody writes to the bytes any more.
      ByteString content = UnsafeByteOperations.unsafeWrap(bytes, 0, length);
      var event = ToolCallEvent.newBuilder();
      return (stderr ? event.setStderr(content) : event.setStdout(content)).build();
    }
  }

  /** Where the guest writes. */
  Streams streams() {
    return new Streams(new Inlet(false), new Inlet(true));
  }

  /** The guest writes no more. */
  void end() {
    mark(() -> ended = true);
  }

  /** The client takes no more: the next write fails, which ends the guest. */
  void abandon() {
    mark(() -> abandoned = true);
  }

  /** The client may be ready to take more. */
  void ready() {
    mark(() -> {});
  }

  private void mark(Runnable what) {
    lock.lock();
    try {
      what.run();
      change.signalAll();
      space.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next piece of output; waits for it, and until the client is ready, unless the guest has
   * ended: what is left then is little.
   *
   * @param ready whether the client is ready
   * @return empty if there is no more, or the client has gone
   */
  Optional<ToolCallEvent> take(BooleanSupplier ready) {
    lock.lock();
    try {
      while (!abandoned && !ended && (pieces.isEmpty() || !ready.getAsBoolean())) {
        change.awaitUninterruptibly();
      }
      if (abandoned || pieces.isEmpty()) {
        return Optional.empty();
      }
      var piece = pieces.removeFirst();
      size -= piece.length;
      space.signalAll();
      return Optional.of(piece.event());
    } finally {
      lock.unlock();
    }
  }

  private void write(boolean stderr, byte[] bytes, int offset, int length) throws IOException {
    lock.lock();
    try {
      int at = offset;
      int left = length;
      while (left > 0) {
        while (size == CAPACITY && !abandoned) {
          space.await();
        }
        if (abandoned) {
          throw new IOException("the client has gone");
        }
        int allowed = Math.min(left, CAPACITY - size);
        var last = pieces.peekLast();
        if (last == null || !last.takes(stderr)) {
          last = new Piece(stderr, Math.min(PIECE, allowed));
          pieces.addLast(last);
        }
        int taken = last.add(bytes, at, allowed);
        at += taken;
        left -= taken;
        size += taken;
        change.signal();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } finally {
      lock.unlock();
    }
  }

  /** One of the two streams. */
  private final class Inlet extends OutputStream {
    private final boolean stderr;

    Inlet(boolean stderr) {
      this.stderr = stderr;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      OutputPipe.this.write(stderr, bytes, offset, length);
    }
  }
}
