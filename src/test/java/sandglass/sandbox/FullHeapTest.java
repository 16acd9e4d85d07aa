package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FullHeapTest {
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void triesUntilThereIsRoom() {
    FullHeap.outlast(
        () -> {
          if (tries.incrementAndGet() < 4) {
            throw new OutOfMemoryError();
          }
        });
    assertEquals(4, tries.get());
  }

  @Test
  void givesUpInTheEnd() {
    var full = new OutOfMemoryError();
    var thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                FullHeap.outlast(
                    () -> {
                      tries.incrementAndGet();
                      throw full;
                    },
                    3));
    assertSame(full, thrown);
    assertEquals(3, tries.get());
  }

  @Test
  void keepsAnInterrupt() {
    Thread.currentThread().interrupt();
    triesUntilThereIsRoom();
    assertTrue(Thread.interrupted());
  }
}
