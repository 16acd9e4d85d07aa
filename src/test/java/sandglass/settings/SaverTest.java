package sandglass.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SaverTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void writesTheLatestAndNeverTwoAtOnce() throws InterruptedException {
    var written = new ArrayList<Integer>();
    var writers = new AtomicInteger();
    var overlap = new AtomicInteger();
    var first = new CountDownLatch(1);
    try (var background = Executors.newFixedThreadPool(4)) {
      var saver =
          new Saver<Integer>(
              background,
              value -> {
                if (writers.incrementAndGet() > 1) {
                  overlap.incrementAndGet();
                }
                await(first);
                written.add(value);
                writers.decrementAndGet();
              });
      for (int i = 1; i <= 1_000; i++) {
        saver.save(i);
      }
      assertFalse(saver.flush(Duration.ofMillis(1)), "the first is still being written");
      first.countDown();
      assertTrue(saver.flush(LONG));
    }
    assertEquals(0, overlap.get());
    assertEquals(1_000, written.getLast());
    assertTrue(written.size() <= 2, written.toString());
  }

  @Test
  void flushNeedsNoBackground() {
    var written = new ArrayList<Integer>();
    var background = Executors.newSingleThreadExecutor();
    background.shutdown();
    var saver = new Saver<Integer>(background, written::add);
    saver.save(1);
    assertTrue(saver.flush(LONG));
    assertEquals(List.of(1), written);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
