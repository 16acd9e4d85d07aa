package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollFunctionsTest {
  private static final int IN = 1024;
  private static final int OUT = 4096;
  private static final int ABSTIME = 1;

  @TempDir Path folder;

  private static void clock(Guest guest, int index, int id, long timeout, int flags) {
    int at = IN + 48 * index;
    guest.memory.writeLong(at, 100 + index);
    guest.memory.writeLong(at + 8, 0);
    guest.memory.writeI32(at + 16, id);
    guest.memory.writeLong(at + 24, timeout);
    guest.memory.writeI32(at + 40, flags);
  }

  private static void file(Guest guest, int index, int type, int fd) {
    int at = IN + 48 * index;
    guest.memory.writeLong(at, 100 + index);
    guest.memory.writeLong(at + 8, type);
    guest.memory.writeI32(at + 16, fd);
  }

  private static Errno poll(Guest guest, int count) {
    return guest.call("poll_oneoff", IN, OUT, count, 0);
  }

  private static long time(Guest guest, int id) {
    assertEquals(Errno.ESUCCESS, guest.call("clock_time_get", id, 0, 0));
    return guest.longResult();
  }

  @Test
  void movesTheVirtualClockAndReturnsAtOnce() throws Exception {
    try (var guest = Guest.world().start()) {
      assertEquals(Clocks.VIRTUAL_START + 7, time(guest, 0));
      assertEquals(7, time(guest, 1));
      long year = TimeUnit.DAYS.toNanos(365);
      clock(guest, 0, 1, 2 * year, 0);
      clock(guest, 1, 0, year, 0);
      clock(guest, 2, 1, year + 7, ABSTIME);
      assertEquals(Errno.ESUCCESS, poll(guest, 3));
      assertEquals(2, guest.result());
      assertEquals(101, guest.memory.readLong(OUT));
      assertEquals(102, guest.memory.readLong(OUT + 32));
      assertEquals(7 + year, time(guest, 1));
      assertEquals(Clocks.VIRTUAL_START + 7 + year, time(guest, 0));
    }
  }

  @Test
  void doesNotWaitForADeadlineThatHasPassed() throws Exception {
    try (var guest = Guest.world().start()) {
      clock(guest, 0, 0, 5, ABSTIME);
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
      assertEquals(1, guest.result());
      assertEquals(7, time(guest, 1));
    }
  }

  @Test
  void stopsTheVirtualClockAtItsEnd() throws Exception {
    try (var guest = Guest.world().start()) {
      clock(guest, 0, 1, -1, 0);
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
      assertEquals(-1, time(guest, 1));
      assertEquals(-1, time(guest, 0));
    }
  }

  @Test
  void cancelsRealSleepsOfAnyLength() throws Exception {
    for (long nanos : new long[] {TimeUnit.DAYS.toNanos(365), Long.MAX_VALUE, -1}) {
      try (var guest = Guest.world().clock(Clock.REAL).start()) {
        clock(guest, 0, 1, nanos, 0);
        var sleep = Background.run(() -> poll(guest, 1)).awaitBlocked();
        assertInstanceOf(ChicoryInterruptedException.class, sleep.interrupted());
      }
    }
  }

  @Test
  void sleepsReally() throws Exception {
    try (var guest = Guest.world().clock(Clock.REAL).start()) {
      long before = time(guest, 1);
      clock(guest, 0, 1, 20_000_000, 0);
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
      assertTrue(time(guest, 1) - before >= 20_000_000);
    }
  }

  @Test
  void saysWhereThereIsNoClock() throws Exception {
    try (var guest = Guest.world().clock(Clock.OFF).start()) {
      assertEquals(Errno.ENOTSUP, guest.call("clock_time_get", 0, 0, 0));
      assertEquals(Errno.ENOTSUP, guest.call("clock_res_get", 1, 0));
      clock(guest, 0, 1, 5, 0);
      assertEquals(Errno.ENOTSUP, poll(guest, 1));
      file(guest, 0, 2, 1);
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
    }
  }

  @Test
  void refusesClocksThatWasmtimeRefuses() throws Exception {
    try (var guest = Guest.world().start()) {
      assertEquals(Errno.EBADF, guest.call("clock_time_get", 2, 0, 0));
      assertEquals(Errno.EBADF, guest.call("clock_res_get", 3, 0));
      assertEquals(Errno.EINVAL, guest.call("clock_time_get", 4, 0, 0));
      assertEquals(Errno.EINVAL, guest.call("clock_time_get", -1, 0, 0));
      clock(guest, 0, 2, 5, 0);
      assertEquals(Errno.EINVAL, poll(guest, 1));
      clock(guest, 0, 1, 5, 2);
      assertEquals(Errno.EINVAL, poll(guest, 1));
      assertEquals(Errno.EINVAL, poll(guest, 0));
    }
  }

  @Test
  void findsFilesAndStreamsReady() throws Exception {
    Files.writeString(folder.resolve("f"), "x");
    try (var guest = Guest.world().writable(folder, "/").stdin(Stdin.of("in")).start()) {
      int fd = guest.opened(3, "f", 0, Guest.READ);
      file(guest, 0, 1, 0);
      file(guest, 1, 2, 1);
      file(guest, 2, 1, fd);
      clock(guest, 3, 1, 1_000_000, 0);
      assertEquals(Errno.ESUCCESS, poll(guest, 4));
      assertEquals(3, guest.result());
      assertEquals(0, guest.memory.readLong(OUT + 64 + 24));
      assertEquals(7, time(guest, 1));
      guest.read(fd, 5);
      file(guest, 0, 1, fd);
      assertEquals(Errno.ESUCCESS, poll(guest, 1));
      assertEquals(1, guest.memory.readLong(OUT + 24)); // hung up: at its end
      for (int bad : new int[] {1, 3, 99}) {
        file(guest, 0, 1, bad);
        assertEquals(Errno.EBADF, poll(guest, 1));
      }
      file(guest, 0, 3, fd);
      assertEquals(Errno.EINVAL, poll(guest, 1));
    }
  }

  @Test
  void prefersTheClockToInputThatIsNotThere() throws Exception {
    try (var in = new PipedInputStream();
        var out = new PipedOutputStream(in);
        var guest = Guest.world().stdin(new Stdin(() -> in)).start()) {
      file(guest, 0, 1, 0);
      clock(guest, 1, 1, 1_000, 0);
      assertEquals(Errno.ESUCCESS, poll(guest, 2));
      assertEquals(1, guest.result());
      assertEquals(101, guest.memory.readLong(OUT));
      assertEquals(1_007, time(guest, 1));
      out.write('x');
      assertEquals(Errno.ESUCCESS, poll(guest, 2));
      assertEquals(100, guest.memory.readLong(OUT));
    }
  }

  @Test
  void cancelsWaitingForInput() throws Exception {
    try (var in = new PipedInputStream();
        var out = new PipedOutputStream(in);
        var guest = Guest.world().stdin(new Stdin(() -> in)).clock(Clock.REAL).start()) {
      file(guest, 0, 1, 0);
      clock(guest, 1, 1, -1, 0);
      var wait = Background.run(() -> poll(guest, 2)).awaitBlocked();
      assertInstanceOf(ChicoryInterruptedException.class, wait.interrupted());
      out.write('x');
    }
  }

  @Test
  void readsSubscriptionsBeforeItWritesEvents() throws Exception {
    try (var guest = Guest.world().start()) {
      file(guest, 0, 2, 1);
      file(guest, 1, 2, 2);
      assertEquals(Errno.ESUCCESS, guest.call("poll_oneoff", IN, IN, 2, 0));
      assertEquals(2, guest.result());
      assertEquals(101, guest.memory.readLong(IN + 32));
    }
  }
}
