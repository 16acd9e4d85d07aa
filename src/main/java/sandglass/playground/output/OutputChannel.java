package sandglass.playground.output;

import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * From the guest's thread to the FX thread: one run's output, until it is taken over. What piles up
 * in between is bounded like what is kept of it, so that nothing is lost that would have been seen.
 */
final class OutputChannel extends OutputStream {
  /** What was waiting. */
  record Batch(LineRing lines, String open, long bytes) {}

  // The lock is held for as long as this takes to decode.
  private static final int SLICE = 1 << 14;

  private final Output output;
  private final ReentrantLock lock = new ReentrantLock(true); // so that a flood lets the window in

  // Guarded by the lock.
  private final OutputDecoder decoder = new OutputDecoder();
  private LineRing waiting;
  private long bytes;
  private boolean fresh;
  private boolean awake;
  private boolean dead;

  OutputChannel(Output output) {
    this.output = output;
    waiting = output.newRing();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    for (int at = 0; at < length; at += SLICE) {
      if (accept(source, offset + at, Math.min(SLICE, length - at))) {
        output.wake(this);
      }
    }
  }

  /** Whether somebody must be told. */
  private boolean accept(byte[] source, int offset, int length) {
    lock.lock();
    try {
      if (dead) {
        return false;
      }
      decoder.decode(source, offset, length, waiting);
      bytes += length;
      fresh = true;
      boolean first = !awake;
      awake = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  /** What came since the last time; null if nothing, and then the next write tells again. */
  Batch take() {
    lock.lock();
    try {
      if (!fresh) {
        awake = false;
        return null;
      }
      var batch = new Batch(waiting, decoder.open(), bytes);
      waiting = output.newRing();
      fresh = false;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Lines that wait to be taken over, now. */
  int backlog() {
    lock.lock();
    try {
      return waiting.count();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what waits, and the line that has not ended. */
  void forget() {
    lock.lock();
    try {
      waiting = output.newRing();
      decoder.forgetLine();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more. */
  void finish() {
    lock.lock();
    try {
      if (!dead) {
        dead = true;
        decoder.finish(waiting);
        fresh = true;
      }
    } finally {
      lock.unlock();
    }
  }
}
