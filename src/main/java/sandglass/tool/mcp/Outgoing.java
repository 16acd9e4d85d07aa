package sandglass.tool.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes messages, a line each, on a thread of its own: a client that does not read holds up nobody
 * until a thousand messages wait. Any thread may send.
 */
final class Outgoing {
  private static final int WAITING = 1_000;
  private static final Object END = new Object();

  // In ASCII, which no locale and no lone surrogate can damage.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(WAITING);
  private final OutputStream out;
  private final Runnable broken;
  private final Thread thread;
  private volatile boolean isBroken;

  /**
   * @param broken called once, on the writer's thread, if nobody takes what is written
   */
  Outgoing(OutputStream out, Runnable broken) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.broken = broken;
    this.thread = Thread.ofPlatform().name("sandglass-mcp-out").daemon().unstarted(this::write);
  }

  void start() {
    thread.start();
  }

  /**
   * Sends a message; waits while too many wait. An interrupt does not keep it from being sent.
   *
   * @param message a message of the SDK, or a tree
   */
  void send(Object message) {
    boolean interrupted = false;
    while (!isBroken) {
      try {
        queue.put(message);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether so many messages wait that those that may be left out should be. */
  boolean isCrowded() {
    return queue.size() > WAITING / 10;
  }

  /** Whether nobody takes what is written. */
  boolean isBroken() {
    return isBroken;
  }

  /** Ends it when all that was sent is written, or the time is over. */
  void close(Duration time) {
    try {
      if (queue.offer(END, time.toMillis(), TimeUnit.MILLISECONDS)) {
        boolean _ = thread.join(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      for (Object message = queue.take(); message != END; message = queue.take()) {
        MAPPER.writeValue(out, message);
        out.write('\n');
        if (queue.isEmpty()) {
          out.flush();
        }
      }
      out.flush();
    } catch (IOException e) {
      isBroken = true;
      queue.clear(); // who waits for room finds it, and then sees that it is broken
      broken.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
