package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Await {
  private static final long MILLIS = 30_000;

  private Await() {}

  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + MILLIS * 1_000_000;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("it never came to this: " + what);
      }
      Thread.sleep(5);
    }
  }
}
