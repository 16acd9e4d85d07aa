package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
  @TempDir Path folder;
  private Guest guest;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("one"), "1".repeat(5000));
    Files.writeString(folder.resolve("two"), "two");
    Files.writeString(folder.resolve("sub/three"), "three");
    guest = Guest.world().writable(folder, "/data").start();
  }

  private void assertChanges(String... expected) {
    var changes =
        guest.wasi.changes().list().stream()
            .map(change -> change.change() + " " + change.path() + " " + change.bytes())
            .toList();
    assertEquals(List.of(expected), changes);
  }

  @Test
  void listsNothingWhereNothingChanged() {
    guest.content(3, "one");
    assertChanges();
  }

  @Test
  void listsWhatWasCreatedChangedAndDeleted() {
    int fd = guest.opened(3, "one", 0, Guest.WRITE);
    guest.pwrite(fd, "2", 4999);
    guest.path("path_unlink_file", 3, "two");
    guest.create(3, "sub/new", "text");
    guest.path("path_create_directory", 3, "empty");
    guest.path("path_create_directory", 3, "full");
    guest.create(3, "full/x", "");
    assertChanges(
        "CREATED /data/empty 0",
        "CREATED /data/full/x 0",
        "CHANGED /data/one 5000",
        "CREATED /data/sub/new 4",
        "DELETED /data/two 0");
  }

  private void assertSorted() {
    var paths = guest.wasi.changes().list().stream().map(FileChange::path).toList();
    assertEquals(paths.stream().sorted().toList(), paths);
  }

  @Test
  void comparesContentsNotWrites() {
    guest.create(3, "two", "two");
    assertChanges();
    guest.create(3, "two", "tw");
    assertChanges("CHANGED /data/two 2");
    guest.path("path_unlink_file", 3, "two");
    guest.create(3, "two", "two");
    assertChanges();
  }

  @Test
  void listsARenameAsBoth() {
    guest.rename(3, "sub", 3, "moved");
    assertChanges("CREATED /data/moved/three 5", "DELETED /data/sub/three 0");
    assertSorted();
  }

  @Test
  void listsNothingForWhatCameAndWent() {
    guest.create(3, "temporary", "x");
    guest.path("path_unlink_file", 3, "temporary");
    assertChanges();
  }

  @Test
  void endsForTreesThatAreDeeperThanAnyPath() {
    int fd = 3;
    var name = "d".repeat(255);
    for (int i = 0; i < 4900; i++) {
      guest.path("path_create_directory", fd, name);
      int below = guest.opened(fd, name, Flags.O_DIRECTORY, 0);
      guest.create(below, "f", "");
      if (fd != 3) {
        guest.call("fd_close", fd);
      }
      fd = below;
    }
    assertEquals(15, guest.wasi.changes().list().size());
  }
}
