package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StdinReaderTest {
  /** Blocks until released, whatever its thread is told; as System.in does. */
  private static final class Stubborn extends InputStream {
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch reading = new CountDownLatch(1);

    @Override
    public int read() {
      throw new AssertionError("reads are of many bytes");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      reading.countDown();
      while (release.getCount() > 0) {
        try {
          release.await();
        } catch (InterruptedException e) {
          // goes on, as System.in does
        }
      }
      return -1;
    }
  }

  private static List<Thread> pumps() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("sandglass-stdin"))
        .toList();
  }

  private static void assertNoPumps() throws InterruptedException {
    for (var pump : pumps()) {
      pump.join(10_000);
    }
    assertEquals(List.of(), pumps());
  }

  @Test
  void cancelsAReadThatIgnoresInterruption() throws Exception {
    var in = new Stubborn();
    var guest = Guest.world().stdin(new Stdin(() -> in)).start();
    var read = Background.run(() -> guest.read(0, 5)).awaitBlocked();
    in.reading.await();
    assertInstanceOf(ChicoryInterruptedException.class, read.interrupted());
    guest.close();
    in.release.countDown();
    assertNoPumps();
  }

  @Test
  void tellsWhenTheGuestWaits() throws Exception {
    var told = Collections.synchronizedList(new ArrayList<Boolean>());
    try (var in = new PipedInputStream();
        var out = new PipedOutputStream(in);
        var guest = Guest.world().stdin(new Stdin(() -> in)).waiting(told::add).start()) {
      var read = Background.run(() -> guest.read(0, 100)).awaitBlocked();
      while (told.isEmpty()) {
        Thread.onSpinWait();
      }
      assertEquals(List.of(true), told);
      out.write("typed\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertEquals("typed\n", read.result());
      assertEquals(List.of(true, false), told);
    }
  }

  @Test
  void keepsWhatTheGuestDidNotTake() throws Exception {
    try (var in = new PipedInputStream();
        var out = new PipedOutputStream(in);
        var guest = Guest.world().stdin(new Stdin(() -> in)).start()) {
      var read = Background.run(() -> guest.read(0, 2)).awaitBlocked();
      out.write("abcdef".getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertEquals("ab", read.result());
      var rest = new StringBuilder();
      while (rest.length() < 4) {
        rest.append(guest.read(0, 3));
      }
      assertEquals("cdef", rest.toString());
    }
  }

  @Test
  void needsNoThreadForGivenText() throws Exception {
    try (var guest = Guest.world().stdin(Stdin.of("text")).waiting(w -> check(w)).start()) {
      assertEquals("text", guest.read(0, 10));
      assertEquals("", guest.read(0, 10));
    }
    assertNoPumps();
  }

  private static void check(boolean waits) {
    assertFalse(waits, "given text is at hand");
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (var in = new PipedInputStream();
          var out = new PipedOutputStream(in);
          var guest = Guest.world().stdin(new Stdin(() -> in)).start()) {
        var read = Background.run(() -> guest.read(0, 2)).awaitBlocked();
        assertInstanceOf(ChicoryInterruptedException.class, read.interrupted());
        out.write(1);
      }
    }
    assertNoPumps();
  }

  @Test
  void closesTheStreamOnceNobodyReads() throws Exception {
    var closed = new CountDownLatch(1);
    var in =
        new PipedInputStream() {
          @Override
          public void close() throws IOException {
            super.close();
            closed.countDown();
          }
        };
    try (var out = new PipedOutputStream(in)) {
      var guest = Guest.world().stdin(new Stdin(() -> in)).start();
      var read = Background.run(() -> guest.read(0, 2)).awaitBlocked();
      read.interrupted();
      Thread.currentThread().interrupt(); // as the thread of a cancelled run may be
      guest.close();
      assertTrue(Thread.interrupted());
      assertTrue(closed.await(10, TimeUnit.SECONDS));
      assertThrows(IOException.class, () -> out.write(1));
    }
  }

  @Test
  void reportsABrokenStream() throws Exception {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    try (var guest = Guest.world().stdin(new Stdin(() -> broken)).start()) {
      assertEquals("EIO", guest.read(0, 2));
      assertEquals("EIO", guest.read(0, 2));
    }
  }
}
