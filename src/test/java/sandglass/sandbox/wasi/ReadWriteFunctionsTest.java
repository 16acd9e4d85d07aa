package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadWriteFunctionsTest {
  private static final int RW = Guest.READ | Guest.WRITE;

  @TempDir Path folder;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    guest = Guest.world().writable(folder, "/").stdin(Stdin.of("given text")).start();
  }

  @Test
  void writesTheFirstBufferThatIsNotEmpty() {
    guest.memory.writeString(512, "abcdef");
    for (int i = 0; i < 3; i++) {
      guest.memory.writeI32(64 + 8 * i, 512 + 2 * i);
      guest.memory.writeI32(68 + 8 * i, i == 0 ? 0 : 2);
    }
    assertEquals(Errno.ESUCCESS, guest.call("fd_write", 1, 64, 3, 0));
    assertEquals(2, guest.result());
    assertEquals("cd", guest.output());
  }

  @Test
  void letsTheOutputsExceptionThrough() throws Exception {
    var end = new IllegalStateException("output limit");
    Output output =
        (bytes, offset, length) -> {
          throw end;
        };
    try (var other = Guest.world().output(output).start()) {
      assertSame(end, assertThrows(IllegalStateException.class, () -> other.write(1, "x")));
      assertEquals("fd_write(fd=1, iovs=\"x\")", other.wasi.calls().getFirst().toString());
    }
  }

  @Test
  void writesInOnePieceForEachCall() throws Exception {
    var lengths = new ArrayList<Integer>();
    try (var other = Guest.world().output((b, o, length) -> lengths.add(length)).start()) {
      other.write(1, "x".repeat(100_000));
      other.write(2, "yy");
      other.write(1, "");
    }
    assertEquals(List.of(100_000, 2), lengths);
  }

  @Test
  void readsStdinToItsEnd() {
    assertEquals("given", guest.read(0, 5));
    assertEquals("", guest.read(0, 0));
    assertEquals(" text", guest.read(0, 1000));
    assertEquals("", guest.read(0, 5));
    assertEquals("EBADF", guest.read(1, 5));
    assertEquals(Errno.EBADF, guest.write(0, "x"));
  }

  @Test
  void readsAndWritesFilesAtTheirPosition() {
    int fd = guest.opened(3, "f", Flags.O_CREAT, RW);
    assertEquals(Errno.ESUCCESS, guest.write(fd, "hello world"));
    assertEquals(Errno.ESUCCESS, guest.pwrite(fd, "W", 6));
    assertEquals("", guest.read(fd, 5));
    assertEquals(Errno.ESUCCESS, guest.call("fd_seek", fd, 0, 0, Guest.OUT));
    assertEquals("hello", guest.read(fd, 5));
    assertEquals(" World", guest.read(fd, 50));
    assertEquals(Errno.EINVAL, guest.pwrite(fd, "W", -1));
    assertEquals(Errno.EINVAL, guest.pwrite(fd, "W", Long.MAX_VALUE));
  }

  @Test
  void appendsWhateverThePosition() {
    guest.create(3, "f", "one");
    assertEquals(Errno.ESUCCESS, guest.open(3, 0, "f", 0, RW, Flags.FD_APPEND));
    int fd = guest.result();
    guest.write(fd, "two");
    guest.pwrite(fd, "three", 0);
    assertEquals("onetwothree", guest.content(3, "f"));
  }

  @Test
  void keepsToWhatTheFileWasOpenedFor() {
    guest.create(3, "f", "text");
    assertEquals(Errno.EBADF, guest.write(guest.opened(3, "f", 0, Guest.READ), "x"));
    assertEquals("EBADF", guest.read(guest.opened(3, "f", 0, Guest.WRITE), 3));
    assertEquals("text", guest.content(3, "f"));
  }

  @Test
  void runsOutOfSpaceAtTheLimit() throws Exception {
    try (var small = Guest.world().writable(folder, "/").fileBytes(10).start()) {
      int fd = small.opened(3, "f", Flags.O_CREAT, RW);
      assertEquals(Errno.ESUCCESS, small.write(fd, "12345678"));
      assertEquals(Errno.ESUCCESS, small.write(fd, "abcdef"));
      assertEquals(2, small.result());
      assertEquals(Errno.ENOSPC, small.write(fd, "x"));
      assertEquals(Errno.ENOSPC, small.call("fd_filestat_set_size", fd, 11));
      assertEquals(Errno.ENOSPC, small.call("fd_filestat_set_size", fd, Long.MAX_VALUE));
      assertEquals(Errno.EINVAL, small.call("fd_filestat_set_size", fd, -1));
      assertEquals("12345678ab", small.content(3, "f"));
      assertEquals(Errno.ESUCCESS, small.call("fd_filestat_set_size", fd, 1));
      assertEquals(Errno.ESUCCESS, small.pwrite(fd, "!", 9));
      assertEquals("1\0\0\0\0\0\0\0\0!", small.content(3, "f"));
    }
  }

  @Test
  void givesSpaceBackWhenNothingRefersToAFile() throws Exception {
    try (var small = Guest.world().writable(folder, "/").fileBytes(10).start()) {
      small.create(3, "f", "1234567890");
      int fd = small.opened(3, "f", 0, Guest.READ);
      assertEquals(Errno.ESUCCESS, small.path("path_unlink_file", 3, "f"));
      int other = small.opened(3, "g", Flags.O_CREAT, RW);
      assertEquals(Errno.ENOSPC, small.write(other, "x"));
      assertEquals("1234567890", small.read(fd, 20));
      assertEquals(Errno.ESUCCESS, small.call("fd_close", fd));
      assertEquals(Errno.ESUCCESS, small.write(other, "x"));
    }
  }

  @Test
  void storesHolesAsNothing() throws Exception {
    try (var large = Guest.world().writable(folder, "/").fileBytes(1L << 40).start()) {
      int fd = large.opened(3, "f", Flags.O_CREAT, RW);
      assertEquals(Errno.ESUCCESS, large.call("fd_filestat_set_size", fd, 1L << 39));
      assertEquals(Errno.ESUCCESS, large.pwrite(fd, "x", 1 << 30));
      assertEquals(Errno.ESUCCESS, large.call("fd_seek", fd, (1 << 30) - 2, 0, Guest.OUT));
      assertEquals("\0\0x\0", large.read(fd, 4));
      assertEquals(Errno.ENOSPC, large.pwrite(fd, "x", 1L << 41));
    }
  }

  @Test
  void clearsWhatAShrunkFileHeld() {
    int fd = guest.opened(3, "f", Flags.O_CREAT, RW);
    guest.write(fd, "x".repeat(10_000));
    guest.call("fd_filestat_set_size", fd, 5_000);
    guest.call("fd_filestat_set_size", fd, 10_000);
    assertEquals("x".repeat(5_000) + "\0".repeat(5_000), guest.content(3, "f"));
  }
}
