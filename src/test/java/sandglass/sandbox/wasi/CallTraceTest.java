package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallTraceTest {
  @TempDir Path folder;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("f"), "hello");
    guest = Guest.world().writable(folder, "/data").start();
  }

  private String last() {
    return guest.wasi.calls().getLast().toString();
  }

  @Test
  void decodesArgumentsAndResults() {
    guest.open(3, "f", Flags.O_CREAT | Flags.O_EXCL, Guest.READ | Guest.WRITE);
    assertEquals(
        "path_open(fd=3, dirflags=SYMLINK_FOLLOW, path=\"f\", oflags=CREAT|EXCL,"
            + " fs_rights_base=FD_READ|FD_WRITE, fs_rights_inheriting=FD_READ|FD_WRITE,"
            + " fdflags=0) = EEXIST",
        last());
    int fd = guest.opened(3, "f", 0, Guest.READ);
    assertTrue(last().endsWith(" = ESUCCESS (fd=4)"), last());
    guest.read(fd, 10);
    assertEquals("fd_read(fd=4, iovs=10 bytes) = ESUCCESS (nread=5 \"hello\")", last());
    guest.call("fd_seek", fd, -2, 2, 0);
    assertEquals("fd_seek(fd=4, offset=-2, whence=END) = ESUCCESS (newoffset=3)", last());
    guest.write(1, "a \"b\"\n\0\u001b");
    assertEquals(
        "fd_write(fd=1, iovs=\"a \\\"b\\\"\\n\\0\\u{1b}\") = ESUCCESS (nwritten=8)", last());
    guest.call("fd_filestat_get", fd, 0);
    assertTrue(last().contains("filetype=REGULAR_FILE size=5 ino="), last());
    guest.call("fd_prestat_get", 3, 0);
    assertEquals("fd_prestat_get(fd=3) = ESUCCESS (dir name_len=5)", last());
    guest.call("fd_prestat_dir_name", 3, 64, 5);
    assertEquals("fd_prestat_dir_name(fd=3, path=5 bytes) = ESUCCESS (\"/data\")", last());
    guest.call("clock_time_get", 1, 0, 0);
    assertEquals("clock_time_get(id=MONOTONIC, precision=0) = ESUCCESS (time=7)", last());
    guest.call("proc_raise", 6);
    assertEquals("proc_raise(sig=ABRT) = ENOTSUP", last());
  }

  @Test
  void decodesSubscriptions() {
    guest.memory.writeLong(1024 + 8, 0);
    guest.memory.writeI32(1024 + 16, 1);
    guest.memory.writeLong(1024 + 24, 500);
    guest.memory.writeLong(1072 + 8, 1);
    guest.call("poll_oneoff", 1024, 2048, 2, 0);
    assertEquals(
        "poll_oneoff(in=[MONOTONIC in 500 ns, read fd=0], nsubscriptions=2)"
            + " = ESUCCESS (nevents=1)",
        last());
  }

  @Test
  void cutsLongText() {
    guest.write(1, "é".repeat(80));
    assertTrue(last().contains("\"" + "é".repeat(80) + "\")"), last());
    guest.write(1, "😀".repeat(10_000));
    assertTrue(last().contains("\"" + "😀".repeat(80) + "\"…"), last());
  }

  @Test
  void showsWhatItCannotRead() {
    guest.call("path_unlink_file", 3, 0xffff_0000L, 16);
    assertEquals("path_unlink_file(fd=3, path=0xffff0000+16) = EFAULT", last());
    guest.call("fd_write", 1, -8, -1, -4);
    assertEquals("fd_write(fd=1, iovs=4294967295 buffers at 0xfffffff8) = EFAULT", last());
    guest.call("fd_seek", 9, 0, 77, 0);
    assertEquals("fd_seek(fd=9, offset=0, whence=77) = EINVAL", last());
    guest.open(3, 6, "f", 48, 1L << 40, 64);
    assertTrue(last().contains("dirflags=0x6, path=\"f\", oflags=0x30"), last());
    guest.call("poll_oneoff", -1, 0, -1, 0);
    assertTrue(last().startsWith("poll_oneoff(in=0xffffffff, nsub"), last());
  }

  @Test
  void keepsTheFirstCallsAndCountsTheRest() {
    for (int i = 0; i < CallTrace.MAX_CALLS + 5; i++) {
      guest.call("sched_yield");
    }
    assertEquals(CallTrace.MAX_CALLS, guest.wasi.calls().size());
    assertEquals(5, guest.wasi.callsDropped());
  }

  @Test
  void survivesEveryArgument() {
    var random = new Random(1);
    long[] values = {0, 1, 3, 4, 64, 1024, 262_140, 262_144, Integer.MAX_VALUE, -1, -8};
    for (int round = 0; round < 40; round++) {
      for (var signature : Signature.ALL.values()) {
        if (signature.returns()) {
          var args = new long[signature.type().params().size()];
          for (int i = 0; i < args.length; i++) {
            args[i] = values[random.nextInt(values.length)];
          }
          guest.call(signature.name(), args);
        }
      }
    }
    assertEquals(40 * 45, guest.wasi.calls().size() + guest.wasi.callsDropped());
  }
}
