package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProcessFunctionsTest {
  @Test
  void givesArgumentsAndEnvironment() throws Exception {
    try (var guest = Guest.world().args("guest", "é x", "").env("A", "1").env("B", "").start()) {
      assertEquals(Errno.ESUCCESS, guest.call("args_sizes_get", 0, 4));
      assertEquals(3, guest.memory.readInt(0));
      assertEquals(12, guest.memory.readInt(4));
      assertEquals(Errno.ESUCCESS, guest.call("args_get", 16, 64));
      assertEquals(70, guest.memory.readInt(20));
      assertArrayEquals(
          "guest\0é x\0\0".getBytes(StandardCharsets.UTF_8), guest.memory.readBytes(64, 12));
      assertEquals(Errno.ESUCCESS, guest.call("environ_sizes_get", 0, 4));
      assertEquals(2, guest.memory.readInt(0));
      assertEquals(Errno.ESUCCESS, guest.call("environ_get", 16, 64));
      assertEquals("A=1\0B=\0", guest.memory.readString(64, 7));
    }
  }

  @Test
  void exitsWithTheGuestsCode() throws Exception {
    try (var guest = Guest.world().start()) {
      assertEquals(42, assertThrows(ProcExit.class, () -> guest.exit(42)).code());
      assertEquals(-1, assertThrows(ProcExit.class, () -> guest.exit(-1)).code());
      var call = guest.wasi.calls().getFirst();
      assertEquals("proc_exit(rval=42)", call.toString());
      assertEquals(7, call.fuel());
    }
  }

  @Test
  void hasNoSignalsAndNoSockets() throws Exception {
    try (var guest = Guest.world().start()) {
      assertEquals(Errno.ENOTSUP, guest.call("proc_raise", 6));
      assertEquals(Errno.ENOTSOCK, guest.call("sock_shutdown", 1, 1));
      assertEquals(Errno.EBADF, guest.call("sock_shutdown", 9, 1));
      assertEquals(Errno.ENOTSOCK, guest.call("sock_accept", 0, 0, 0));
      assertEquals(Errno.ENOTSOCK, guest.call("sock_send", 0, 0, 0, 0, 0));
      assertEquals(Errno.ENOTSOCK, guest.call("sock_recv", 0, 0, 0, 0, 0, 0));
    }
  }

  @Test
  void givesTheSameRandomBytesForTheSameSeed() throws Exception {
    try (var one = Guest.world().random(Random.seeded(1234567)).start();
        var two = Guest.world().random(Random.seeded(1234567)).start()) {
      assertEquals(Errno.ESUCCESS, one.call("random_get", 64, 16));
      // The first outputs of SplitMix64 for this seed, as published with its reference code.
      assertEquals(6457827717110365317L, one.memory.readLong(64));
      assertEquals(3203168211198807973L, one.memory.readLong(72));
      for (int i = 0; i < 16; i++) {
        two.call("random_get", 64 + i, 1);
      }
      assertArrayEquals(one.memory.readBytes(64, 16), two.memory.readBytes(64, 16));
    }
  }

  @Test
  void saysWhereThereIsNoRandomSource() throws Exception {
    try (var guest = Guest.world().random(Random.OFF).start()) {
      assertEquals(Errno.ENOTSUP, guest.call("random_get", 0, 8));
      assertEquals(Errno.ENOTSUP, guest.call("random_get", 0, 0));
      assertEquals(0, guest.longResult());
    }
    try (var guest = Guest.world().random(Random.REAL).start()) {
      assertEquals(Errno.ESUCCESS, guest.call("random_get", 0, 200_000));
    }
  }
}
