package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFunctionsTest {
  private static final int FOLLOW = Flags.LOOKUP_SYMLINK_FOLLOW;

  @TempDir Path folder;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(folder.resolve("in/sub"));
    Files.writeString(folder.resolve("secret"), "secret");
    guest = Guest.world().writable(folder, "/").writable(folder.resolve("in"), "in").start();
    guest.create(3, "file", "text");
    guest.path("path_create_directory", 3, "dir");
  }

  @Test
  void refusesAbsolutePaths() {
    assertEquals(Errno.EPERM, guest.open(3, "/file", 0, Guest.READ));
    assertEquals(Errno.EPERM, guest.stat(3, 0, "/"));
    assertEquals(Errno.EPERM, guest.path("path_create_directory", 3, "/x"));
    assertEquals(Errno.EPERM, guest.path("path_unlink_file", 3, "/file"));
    assertEquals(Errno.EPERM, guest.rename(3, "file", 3, "/x"));
    assertEquals(Errno.EPERM, guest.symlink("/etc/passwd", 3, "x"));
  }

  @Test
  void refusesToClimbAboveTheDirectory() {
    assertEquals(Errno.EPERM, guest.open(4, "../secret", 0, Guest.READ));
    assertEquals(Errno.EPERM, guest.open(4, "sub/../../secret", 0, Guest.READ));
    assertEquals(Errno.EPERM, guest.open(4, "..", Flags.O_DIRECTORY, 0));
    assertEquals(Errno.EPERM, guest.open(4, "./..", Flags.O_DIRECTORY, 0));
    assertEquals(Errno.EPERM, guest.path("path_create_directory", 4, "../x"));
    assertEquals(Errno.EPERM, guest.rename(4, "../secret", 4, "x"));
    assertEquals(Errno.EPERM, guest.link(4, "../secret", 4, "x"));
    int sub = guest.opened(4, "sub", Flags.O_DIRECTORY, 0);
    assertEquals(Errno.EPERM, guest.open(sub, "..", Flags.O_DIRECTORY, 0));
    assertEquals(Errno.ESUCCESS, guest.open(4, "sub/..", Flags.O_DIRECTORY, 0));
  }

  @Test
  void refusesSymlinksThatLeadOut() {
    assertEquals(Errno.ESUCCESS, guest.symlink("../secret", 4, "out"));
    assertEquals(Errno.EPERM, guest.open(4, "out", 0, Guest.READ));
    assertEquals(Errno.EPERM, guest.open(4, "out", Flags.O_CREAT, Guest.WRITE));
    assertEquals(Errno.EPERM, guest.stat(4, FOLLOW, "out"));
    assertEquals(Errno.ESUCCESS, guest.stat(4, 0, "out"));
    guest.symlink("..", 4, "up");
    assertEquals(Errno.EPERM, guest.open(4, "up/secret", 0, Guest.READ));
    guest.symlink("sub", 4, "down");
    assertEquals(Errno.EPERM, guest.open(4, "down/../../secret", 0, Guest.READ));
  }

  @Test
  void followsSymlinksWithin() {
    guest.symlink("../file", 3, "dir/link");
    assertEquals("text", guest.content(3, "dir/link"));
    guest.symlink("dir/", 3, "link");
    assertEquals("text", guest.content(3, "link/link"));
    assertEquals(Errno.ELOOP, guest.open(3, 0, "dir/link", 0, Guest.READ, 0));
    guest.symlink("nowhere", 3, "dangling");
    assertEquals(Errno.ENOENT, guest.open(3, "dangling", 0, Guest.READ));
    assertEquals(Errno.ESUCCESS, guest.open(3, "dangling", Flags.O_CREAT, Guest.WRITE));
    assertEquals(Errno.ESUCCESS, guest.stat(3, 0, "nowhere"));
  }

  @Test
  void endsSymlinkLoops() {
    guest.symlink("b", 3, "a");
    guest.symlink("a", 3, "b");
    assertEquals(Errno.ELOOP, guest.open(3, "a", 0, Guest.READ));
    assertEquals(Errno.ELOOP, guest.stat(3, FOLLOW, "b/x"));
    for (int i = 0; i < 41; i++) {
      guest.symlink(i == 0 ? "file" : "l" + (i - 1), 3, "l" + i);
    }
    assertEquals("text", guest.content(3, "l39"));
    assertEquals(Errno.ELOOP, guest.open(3, "l40", 0, Guest.READ));
  }

  @Test
  void bombsOfSymlinksEndSoon() {
    // Each names the one before many times: unfolded they would be 40^20 components long.
    guest.symlink("dir/..", 3, "s0");
    for (int i = 1; i < 20; i++) {
      guest.symlink(("s" + (i - 1) + "/").repeat(40), 3, "s" + i);
    }
    assertEquals(Errno.ELOOP, guest.open(3, "s19", 0, Guest.READ));
  }

  @Test
  void refusesWhatIsNoName() {
    assertEquals(Errno.ENOENT, guest.open(3, "", 0, 0));
    assertEquals(Errno.EINVAL, guest.open(3, "fi\0le", 0, 0));
    assertEquals(Errno.ENAMETOOLONG, guest.open(3, "x".repeat(256), Flags.O_CREAT, 0));
    assertEquals(Errno.ENAMETOOLONG, guest.open(3, "é".repeat(128), Flags.O_CREAT, 0));
    assertEquals(Errno.ESUCCESS, guest.open(3, "é".repeat(127), Flags.O_CREAT, 0));
    assertEquals(Errno.ENAMETOOLONG, guest.open(3, "./".repeat(2049), 0, 0));
    assertEquals(Errno.ENOTDIR, guest.open(3, "file/", 0, 0));
    assertEquals(Errno.ENOTDIR, guest.open(3, "file/..", 0, 0));
    assertEquals(Errno.EBADF, guest.open(1, "file", 0, 0));
    assertEquals(Errno.ENOTDIR, guest.open(guest.opened(3, "file", 0, 0), "x", 0, 0));
  }

  @Test
  void makesAndRemovesDirectories() {
    assertEquals(Errno.EEXIST, guest.path("path_create_directory", 3, "dir"));
    assertEquals(Errno.EEXIST, guest.path("path_create_directory", 3, "file"));
    assertEquals(Errno.ENOENT, guest.path("path_create_directory", 3, "no/x"));
    assertEquals(Errno.ESUCCESS, guest.path("path_create_directory", 3, "dir/x/"));
    assertEquals(Errno.ENOTEMPTY, guest.path("path_remove_directory", 3, "dir"));
    assertEquals(Errno.ENOTDIR, guest.path("path_remove_directory", 3, "file"));
    assertEquals(Errno.EISDIR, guest.path("path_unlink_file", 3, "dir"));
    assertEquals(Errno.EINVAL, guest.path("path_remove_directory", 3, "."));
    assertEquals(Errno.ESUCCESS, guest.path("path_remove_directory", 3, "dir/x"));
    assertEquals(Errno.ESUCCESS, guest.path("path_remove_directory", 3, "dir"));
    assertEquals(Errno.ENOENT, guest.path("path_remove_directory", 3, "dir"));
  }

  @Test
  void makesNothingInADirectoryThatIsGone() {
    int dir = guest.opened(3, "dir", Flags.O_DIRECTORY, 0);
    assertEquals(Errno.ESUCCESS, guest.path("path_remove_directory", 3, "dir"));
    assertEquals(Errno.ENOENT, guest.open(dir, "x", Flags.O_CREAT, 0));
    assertEquals(Errno.ENOENT, guest.path("path_create_directory", dir, "x"));
    assertEquals(Errno.ENOENT, guest.symlink("x", dir, "y"));
    assertEquals(Errno.ENOENT, guest.rename(3, "file", dir, "y"));
    assertEquals(Errno.ENOENT, guest.link(3, "file", dir, "y"));
    assertEquals("text", guest.content(3, "file"));
  }

  @Test
  void keepsDescriptorsThroughRenames() {
    int dir = guest.opened(3, "dir", Flags.O_DIRECTORY, 0);
    assertEquals(Errno.ESUCCESS, guest.rename(3, "dir", 4, "moved"));
    guest.create(dir, "x", "inside");
    assertEquals("inside", guest.content(4, "moved/x"));
    assertEquals(Errno.EPERM, guest.open(dir, "..", 0, 0));
  }

  @Test
  void renamesAsLinuxDoes() {
    guest.create(3, "dir/inside", "x");
    guest.path("path_create_directory", 3, "empty");
    assertEquals(Errno.EINVAL, guest.rename(3, "dir", 3, "dir/below"));
    assertEquals(Errno.EISDIR, guest.rename(3, "file", 3, "dir"));
    assertEquals(Errno.ENOTDIR, guest.rename(3, "dir", 3, "file"));
    assertEquals(Errno.ENOTEMPTY, guest.rename(3, "empty", 3, "dir"));
    assertEquals(Errno.EBUSY, guest.rename(3, ".", 3, "x"));
    assertEquals(Errno.ENOENT, guest.rename(3, "no", 3, "x"));
    assertEquals(Errno.ESUCCESS, guest.rename(3, "dir", 3, "empty"));
    assertEquals("x", guest.content(3, "empty/inside"));
    assertEquals(Errno.ESUCCESS, guest.rename(3, "file", 3, "empty/inside"));
    assertEquals("text", guest.content(3, "empty/inside"));
    assertEquals(Errno.ENOENT, guest.stat(3, 0, "file"));
  }

  @Test
  void sharesAFileBetweenItsNames() {
    assertEquals(Errno.ESUCCESS, guest.link(3, "file", 4, "other"));
    guest.create(4, "other", "changed");
    assertEquals("changed", guest.content(3, "file"));
    assertEquals(Errno.ESUCCESS, guest.stat(3, 0, "file"));
    assertEquals(2, guest.memory.readLong(Guest.OUT + 24));
    assertEquals(Errno.EEXIST, guest.link(3, "file", 4, "other"));
    assertEquals(Errno.EPERM, guest.link(3, "dir", 3, "dir2"));
    assertEquals(Errno.ESUCCESS, guest.rename(3, "file", 4, "other"));
    assertEquals(Errno.ESUCCESS, guest.path("path_unlink_file", 3, "file"));
    assertEquals("changed", guest.content(4, "other"));
  }

  @Test
  void readsLinksCutToTheBuffer() {
    guest.symlink("some/target", 3, "link");
    assertEquals(Errno.ESUCCESS, guest.path("path_unlink_file", 3, "link"));
    assertEquals(Errno.ENOENT, guest.stat(3, 0, "link"));
    guest.symlink("some/target", 3, "link");
    guest.memory.writeString(512, "link");
    assertEquals(Errno.ESUCCESS, guest.call("path_readlink", 3, 512, 4, 600, 6, 0));
    assertEquals("some/t", guest.memory.readString(600, guest.result()));
    guest.memory.writeString(512, "file");
    assertEquals(Errno.EINVAL, guest.call("path_readlink", 3, 512, 4, 600, 6, 0));
  }

  @Test
  void runsOutOfFilesAtTheLimit() throws Exception {
    try (var other = Guest.world().writable(folder.resolve("in/sub"), "/").start()) {
      other.create(3, "file", "");
      for (int i = 1; i < Wasi.MAX_FILES; i++) {
        assertEquals(Errno.ESUCCESS, other.link(3, "file", 3, "f" + i));
      }
      assertEquals(Errno.ENOSPC, other.link(3, "file", 3, "x"));
      assertEquals(Errno.ENOSPC, other.open(3, "x", Flags.O_CREAT, 0));
      assertEquals(Errno.ENOSPC, other.symlink("x", 3, "x"));
      assertEquals(Errno.ENOSPC, other.path("path_create_directory", 3, "x"));
      assertEquals(Errno.ESUCCESS, other.rename(3, "f1", 3, "f2"));
      assertEquals(Errno.ESUCCESS, other.path("path_unlink_file", 3, "f2"));
      assertEquals(Errno.ESUCCESS, other.path("path_create_directory", 3, "x"));
    }
  }

  @Test
  void neverWritesToTheHost() throws Exception {
    guest.create(3, "secret", "overwritten");
    guest.path("path_remove_directory", 4, "sub");
    guest.close();
    assertEquals("secret", Files.readString(folder.resolve("secret")));
    assertFalse(Files.exists(folder.resolve("file")));
    assertTrue(Files.exists(folder.resolve("in/sub")));
  }
}
