package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FdFunctionsTest {
  @TempDir Path folder;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("b"), "0123456789");
    Files.writeString(folder.resolve("a"), "");
    Files.createDirectories(folder.resolve("dir"));
    guest = Guest.world().writable(folder, "/data").writable(folder, ".").start();
  }

  private int open() {
    return guest.opened(3, "b", 0, Guest.READ);
  }

  @Test
  void namesThePreopenedFolders() {
    assertEquals(Errno.ESUCCESS, guest.call("fd_prestat_get", 3, 0));
    assertEquals(5, guest.memory.readInt(4));
    assertEquals(Errno.ESUCCESS, guest.call("fd_prestat_dir_name", 3, 16, 5));
    assertEquals("/data", guest.memory.readString(16, 5));
    assertEquals(Errno.ENAMETOOLONG, guest.call("fd_prestat_dir_name", 3, 16, 4));
    assertEquals(Errno.ESUCCESS, guest.call("fd_prestat_get", 4, 0));
    assertEquals(Errno.EBADF, guest.call("fd_prestat_get", 5, 0));
    assertEquals(Errno.EBADF, guest.call("fd_prestat_get", 1, 0));
    assertEquals(Errno.ENOTDIR, guest.call("fd_prestat_dir_name", 1, 16, 5));
  }

  @Test
  void givesTheHighestClosedNumberFirst() {
    assertEquals(5, open());
    assertEquals(6, open());
    assertEquals(7, open());
    guest.call("fd_close", 5);
    guest.call("fd_close", 6);
    assertEquals(6, open());
    assertEquals(5, open());
    assertEquals(8, open());
  }

  @Test
  void refusesTooManyDescriptors() {
    for (int fd = 5; fd < FileTable.MAX_DESCRIPTORS; fd++) {
      assertEquals(fd, open());
    }
    assertEquals(Errno.EMFILE, guest.open(3, "new", Flags.O_CREAT, 0));
    assertEquals(Errno.ENOENT, guest.stat(3, 0, "new"));
    assertEquals(Errno.ESUCCESS, guest.call("fd_close", 100));
    assertEquals(100, open());
  }

  @Test
  void renumbersDescriptors() {
    int fd = open();
    assertEquals(Errno.ESUCCESS, guest.call("fd_renumber", fd, 0));
    assertEquals("012", guest.read(0, 3));
    assertEquals(Errno.EBADF, guest.call("fd_close", fd));
    assertEquals(Errno.EBADF, guest.call("fd_renumber", 0, 99));
    assertEquals(Errno.EBADF, guest.call("fd_renumber", 99, 0));
    assertEquals(Errno.ESUCCESS, guest.call("fd_renumber", 0, 0));
    assertEquals(Errno.ESUCCESS, guest.call("fd_renumber", 1, 3));
    assertEquals(Errno.ESUCCESS, guest.write(3, "to stdout"));
    assertEquals("to stdout", guest.output());
    assertEquals(Errno.EBADF, guest.write(1, "x"));
  }

  @Test
  void refusesNumbersThatAreNotOpen() {
    for (long fd : new long[] {5, 1024, Integer.MAX_VALUE, 0x8000_0000L, 0xffff_ffffL, -1}) {
      assertEquals(Errno.EBADF, guest.call("fd_close", fd));
      assertEquals(Errno.EBADF, guest.call("fd_tell", fd, 0));
      assertEquals(Errno.EBADF, guest.call("fd_sync", fd));
      assertEquals(Errno.EBADF, guest.call("fd_renumber", fd, fd));
    }
  }

  @Test
  void seeksWithinTheRange() {
    int fd = open();
    assertEquals(Errno.ESUCCESS, guest.call("fd_seek", fd, -3, 2, 0));
    assertEquals(7, guest.longResult());
    assertEquals("789", guest.read(fd, 10));
    assertEquals(Errno.EINVAL, guest.call("fd_seek", fd, -11, 1, 0));
    assertEquals(Errno.EINVAL, guest.call("fd_seek", fd, -1, 0, 0));
    assertEquals(Errno.EINVAL, guest.call("fd_seek", fd, Long.MIN_VALUE, 2, 0));
    assertEquals(Errno.EINVAL, guest.call("fd_seek", fd, 0, 3, 0));
    assertEquals(Errno.ESUCCESS, guest.call("fd_seek", fd, Long.MAX_VALUE, 0, 0));
    assertEquals("EINVAL", guest.read(fd, 1));
    assertEquals(Errno.ESUCCESS, guest.call("fd_tell", fd, 0));
    assertEquals(Long.MAX_VALUE, guest.longResult());
    assertEquals(Errno.ESPIPE, guest.call("fd_seek", 0, 0, 0, 0));
    assertEquals(Errno.EBADF, guest.call("fd_seek", 3, 0, 0, 0));
  }

  @Test
  void listsNamesInOrder() {
    assertEquals(List.of(".", "..", "a", "b", "dir"), guest.names(3));
    assertEquals(Errno.ESUCCESS, guest.call("fd_readdir", 3, 1024, 1000, 3, 0));
    assertEquals(24 + 1 + 24 + 3, guest.result());
    assertEquals(4, guest.memory.readLong(1024));
    assertEquals(Errno.ESUCCESS, guest.call("fd_readdir", 3, 1024, 1000, -1, 0));
    assertEquals(0, guest.result());
    assertEquals(Errno.ESUCCESS, guest.call("fd_readdir", 3, 1024, 30, 0, 0));
    assertEquals(30, guest.result());
    assertEquals(Errno.EBADF, guest.call("fd_readdir", open(), 1024, 30, 0, 0));
  }

  @Test
  void saysThatStreamsAreNoTerminals() {
    for (int fd = 0; fd < 3; fd++) {
      assertEquals(Errno.ESUCCESS, guest.call("fd_fdstat_get", fd, 0));
      assertEquals(FileType.UNKNOWN.code(), guest.memory.readInt(0));
      assertEquals(fd == 0 ? Guest.READ : Guest.WRITE, guest.memory.readLong(8));
    }
  }

  @Test
  void numbersFilesInOrderAndStampsThemWithTheRunsTime() {
    long previous = 0;
    for (var name : List.of("a", "b", "dir")) {
      assertEquals(Errno.ESUCCESS, guest.stat(3, 0, name));
      long inode = guest.memory.readLong(8);
      assertEquals(previous == 0 ? inode : previous + 1, inode);
      previous = inode;
      assertEquals(Clocks.VIRTUAL_START, guest.memory.readLong(48));
    }
    guest.create(3, "new", "");
    assertEquals(Errno.ESUCCESS, guest.stat(3, 0, "new"));
    assertEquals(Clocks.VIRTUAL_START + 7, guest.memory.readLong(48));
  }

  @Test
  void setsTimes() {
    int fd = open();
    assertEquals(Errno.ESUCCESS, guest.call("fd_filestat_set_times", fd, 11, 22, 5));
    assertEquals(Errno.ESUCCESS, guest.call("fd_filestat_get", fd, 0));
    assertEquals(11, guest.memory.readLong(40));
    assertEquals(22, guest.memory.readLong(48));
    assertEquals(Errno.EINVAL, guest.call("fd_filestat_set_times", fd, 0, 0, 3));
    assertEquals(Errno.EINVAL, guest.call("fd_filestat_set_times", fd, 0, 0, 12));
    assertEquals(Errno.EINVAL, guest.call("fd_filestat_set_times", fd, 0, 0, 16));
  }

  @Test
  void refusesUnknownFlags() {
    assertEquals(Errno.EINVAL, guest.open(3, 2, "b", 0, 0, 0));
    assertEquals(Errno.EINVAL, guest.open(3, 0, "b", 16, 0, 0));
    assertEquals(Errno.EINVAL, guest.open(3, 0, "b", 0, 1L << 30, 0));
    assertEquals(Errno.EINVAL, guest.open(3, 0, "b", 0, 0, 32));
    assertEquals(Errno.ENOTSUP, guest.open(3, 0, "b", 0, 0, Flags.FD_SYNC));
    assertEquals(Errno.EINVAL, guest.call("fd_fdstat_set_flags", open(), Flags.FD_DSYNC));
    assertEquals(Errno.EINVAL, guest.call("fd_advise", open(), 0, 0, 6));
  }

  @Test
  void opensAsWasmtimeDoes() {
    assertEquals(Errno.EEXIST, guest.open(3, "b", Flags.O_CREAT | Flags.O_EXCL, 0));
    assertEquals(Errno.ENOTDIR, guest.open(3, "b", Flags.O_DIRECTORY, 0));
    assertEquals(Errno.EINVAL, guest.open(3, "b", Flags.O_DIRECTORY | Flags.O_CREAT, 0));
    assertEquals(Errno.EISDIR, guest.open(3, "dir", 0, Guest.WRITE));
    assertEquals(Errno.EISDIR, guest.open(3, "dir", Flags.O_CREAT, 0));
    assertEquals(Errno.EISDIR, guest.open(3, "new/", Flags.O_CREAT, 0));
    assertEquals(Errno.ENOENT, guest.open(3, "new", 0, 0));
    guest.opened(3, "b", Flags.O_TRUNC, 0);
    assertEquals("", guest.content(3, "b"));
  }
}
