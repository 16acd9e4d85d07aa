package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyFolderTest {
  private static final int FD = 3;
  private static final int WRITABLE = 4;

  @TempDir Path folder;
  @TempDir Path other;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("file"), "text");
    Files.createDirectories(folder.resolve("dir"));
    guest = Guest.world().readable(folder, "/data").writable(other, "/out").start();
    guest.create(WRITABLE, "mine", "x");
  }

  @Test
  void refusesToOpenForWriting() {
    assertEquals(Errno.EPERM, guest.open(FD, "file", 0, Guest.WRITE));
    assertEquals(Errno.EPERM, guest.open(FD, "file", 0, Guest.READ | Guest.WRITE));
    assertEquals(Errno.EPERM, guest.open(FD, "file", Flags.O_TRUNC, Guest.READ));
    assertEquals(Errno.EPERM, guest.open(FD, "file", Flags.O_CREAT, Guest.READ));
    assertEquals(Errno.EPERM, guest.open(FD, "new", Flags.O_CREAT, Guest.READ));
    int dir = guest.opened(FD, "dir", Flags.O_DIRECTORY, 0);
    assertEquals(Errno.EPERM, guest.open(dir, "new", Flags.O_CREAT, Guest.READ));
  }

  @Test
  void refusesEveryChange() {
    assertEquals(Errno.EPERM, guest.path("path_create_directory", FD, "new"));
    assertEquals(Errno.EPERM, guest.path("path_remove_directory", FD, "dir"));
    assertEquals(Errno.EPERM, guest.path("path_unlink_file", FD, "file"));
    assertEquals(Errno.EPERM, guest.symlink("file", FD, "link"));
    assertEquals(Errno.EPERM, guest.link(FD, "file", FD, "link"));
    assertEquals(Errno.EPERM, guest.link(FD, "file", WRITABLE, "link"));
    assertEquals(Errno.EPERM, guest.link(WRITABLE, "mine", FD, "link"));
    assertEquals(Errno.EPERM, guest.rename(FD, "file", FD, "new"));
    assertEquals(Errno.EPERM, guest.rename(FD, "file", WRITABLE, "new"));
    assertEquals(Errno.EPERM, guest.rename(WRITABLE, "mine", FD, "new"));
    guest.memory.writeString(512, "file");
    assertEquals(
        Errno.EPERM, guest.call("path_filestat_set_times", FD, 0, 512, 4, 1, 1, Flags.FST_MTIM));
    assertEquals(Errno.EPERM, guest.call("fd_filestat_set_times", FD, 1, 1, Flags.FST_MTIM));
    assertEquals(List.of(".", "..", "dir", "file"), guest.names(FD));
  }

  @Test
  void refusesChangesThroughADescriptor() {
    int fd = guest.opened(FD, "file", 0, Guest.READ);
    assertEquals(Errno.EBADF, guest.write(fd, "x"));
    assertEquals(Errno.EBADF, guest.pwrite(fd, "x", 0));
    assertEquals(Errno.EPERM, guest.call("fd_filestat_set_size", fd, 0));
    assertEquals(Errno.EPERM, guest.call("fd_filestat_set_times", fd, 1, 1, Flags.FST_MTIM));
    assertEquals(Errno.ENOTSUP, guest.call("fd_allocate", fd, 0, 1));
    assertEquals(Errno.ESUCCESS, guest.call("fd_fdstat_set_flags", fd, Flags.FD_APPEND));
    assertEquals(Errno.EBADF, guest.write(fd, "x"));
    assertEquals("text", guest.content(FD, "file"));
  }

  @Test
  void reflectsItInTheRights() {
    guest.call("fd_fdstat_get", FD, Guest.OUT);
    assertEquals(Rights.preopen(false), guest.memory.readLong(Guest.OUT + 8));
    assertEquals(Rights.PREOPEN_INHERITING, guest.memory.readLong(Guest.OUT + 16));
    guest.call("fd_fdstat_get", WRITABLE, Guest.OUT);
    assertEquals(Rights.preopen(true), guest.memory.readLong(Guest.OUT + 8));
  }

  @Test
  void listsNoChanges() {
    assertEquals(
        List.of(new FileChange("/out/mine", FileChange.Kind.CREATED, 1)),
        guest.wasi.changes().list());
  }
}
