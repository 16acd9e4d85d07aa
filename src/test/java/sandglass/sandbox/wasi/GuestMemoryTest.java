package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestMemoryTest {
  private static final int END = 4 * 65536;

  @TempDir Path folder;

  @Test
  void faultsOnPointersOutsideOfMemory() throws Exception {
    try (var guest = Guest.world().args("a", "b").writable(folder, "/").start()) {
      for (long bad : new long[] {END, END - 3, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, -1, -4}) {
        assertEquals(Errno.EFAULT, guest.call("args_sizes_get", bad, 0));
        assertEquals(Errno.EFAULT, guest.call("args_sizes_get", 0, bad));
        assertEquals(Errno.EFAULT, guest.call("args_get", bad, 0));
        assertEquals(Errno.EFAULT, guest.call("args_get", 0, bad));
        assertEquals(Errno.EFAULT, guest.call("clock_time_get", 0, 0, bad));
        assertEquals(Errno.EFAULT, guest.call("fd_fdstat_get", 1, bad));
        assertEquals(Errno.EFAULT, guest.call("fd_filestat_get", 1, bad));
        assertEquals(Errno.EFAULT, guest.call("fd_prestat_get", 3, bad));
        assertEquals(Errno.EFAULT, guest.call("fd_read", 0, bad, 1, 0));
        assertEquals(Errno.EFAULT, guest.call("fd_write", 1, bad, 1, 0));
        assertEquals(Errno.EFAULT, guest.call("fd_write", 1, 0, 0, bad));
        assertEquals(Errno.EFAULT, guest.call("path_open", 3, 0, bad, 4, 0, 0, 0, 0, 0));
        assertEquals(Errno.EFAULT, guest.call("path_open", 3, 0, 0, 1, 0, 0, 0, 0, bad));
        assertEquals(Errno.EFAULT, guest.call("path_create_directory", 3, bad, 4));
        assertEquals(Errno.EFAULT, guest.call("random_get", bad, 4));
        assertEquals(Errno.EFAULT, guest.call("fd_readdir", 3, bad, 10, 0, 0));
        assertEquals(Errno.EFAULT, guest.call("poll_oneoff", bad, 0, 1, 0));
        assertEquals(Errno.EFAULT, guest.call("poll_oneoff", 0, bad, 1, 0));
      }
    }
  }

  @Test
  void faultsOnLengthsThatWrapAround() throws Exception {
    try (var guest = Guest.world().writable(folder, "/").start()) {
      assertEquals(Errno.EFAULT, guest.call("random_get", 16, -8));
      assertEquals(Errno.EFAULT, guest.call("path_create_directory", 3, 16, 0xffff_fff0L));
      assertEquals(Errno.EFAULT, guest.call("fd_prestat_dir_name", 3, END, 0xffff_ffffL));
      guest.buffer(16, -8);
      assertEquals(Errno.EFAULT, guest.vector("fd_write", 1));
      assertEquals(Errno.EFAULT, guest.vector("fd_read", 0));
      assertEquals("", guest.output());
    }
  }

  @Test
  void doesNothingWhereALaterPointerIsBad() throws Exception {
    try (var guest = Guest.world().writable(folder, "/").start()) {
      guest.memory.writeI32(64, 128);
      guest.memory.writeI32(68, 4);
      guest.memory.writeI32(72, END - 2);
      guest.memory.writeI32(76, 4);
      assertEquals(Errno.EFAULT, guest.call("fd_write", 1, 64, 2, 0));
      assertEquals("", guest.output());
      guest.memory.writeString(1024, "new");
      assertEquals(
          Errno.EFAULT, guest.call("path_open", 3, 0, 1024, 3, Flags.O_CREAT, 0, 0, 0, END));
      assertEquals(Errno.ENOENT, guest.stat(3, 0, "new"));
    }
  }

  @Test
  void refusesHugeCountsAtOnce() throws Exception {
    try (var guest = Guest.world().start()) {
      for (long count : new long[] {1L << 31, 1L << 29, 0xffff_ffffL, 1 << 20}) {
        assertEquals(Errno.EFAULT, guest.call("fd_write", 1, 0, count, 0));
        assertEquals(Errno.EFAULT, guest.call("fd_read", 0, 0, count, 0));
        assertEquals(Errno.EFAULT, guest.call("poll_oneoff", 0, 0, count, 0));
      }
    }
  }

  @Test
  void faultsWithoutMemory() throws Exception {
    try (var guest = Guest.world().withoutMemory().start()) {
      assertEquals(Errno.EFAULT, guest.call("args_sizes_get", 0, 4));
      assertEquals(Errno.EFAULT, guest.call("fd_write", 1, 0, 1, 0));
      assertEquals(Errno.EFAULT, guest.call("random_get", 0, 1));
      assertEquals(Errno.ESUCCESS, guest.call("sched_yield"));
      assertTrue(guest.wasi.calls().getFirst().toString().contains("EFAULT"));
    }
  }

  @Test
  void refusesNamesThatAreNotUtf8() throws Exception {
    try (var guest = Guest.world().writable(folder, "/").start()) {
      guest.memory.write(1024, new byte[] {(byte) 0xff, (byte) 0xfe});
      assertEquals(Errno.EILSEQ, guest.call("path_create_directory", 3, 1024, 2));
      assertEquals(Errno.EILSEQ, guest.call("path_unlink_file", 3, 1024, 2));
      assertEquals(Errno.EILSEQ, guest.call("path_open", 3, 0, 1024, 2, 1, 0, 0, 0, 0));
    }
  }
}
