package sandglass.playground.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.TestThreads;
import sandglass.sandbox.wasi.FileChange;

class SavedFilesTest {
  @TempDir private Path outside;
  private Path folder;
  private final TestThreads threads = new TestThreads();
  private final Notices notices = new Notices();
  private final SavedFiles saved = new SavedFiles(threads.threads(), notices);

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outside.resolve("folder"));
  }

  private static GuestFiles files(Map<String, String> contents) {
    var changes = new ArrayList<FileChange>();
    contents.forEach(
        (path, text) -> changes.add(new FileChange(path, FileChange.Kind.CREATED, text.length())));
    return new GuestFiles(
        changes,
        path ->
            Optional.ofNullable(contents.get(path))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private Notice notice() {
    assertEquals(List.of(), threads.bugs());
    return notices.shown().get().orElseThrow();
  }

  private void assertFolderIs(String... names) throws IOException {
    try (var all = Files.walk(folder)) {
      assertEquals(
          List.of(names),
          all.filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList());
    }
  }

  @Test
  void keepsTheGuestsFolders() throws IOException {
    saved.saveAll(
        files(new TreeMap<>(Map.of("/data/a.txt", "a", "/data/sub/b", "b", "./c", "c"))), folder);
    assertEquals(Notice.Kind.INFO, notice().kind());
    assertFolderIs("c", "data/a.txt", "data/sub/b");
    assertEquals("b", Files.readString(folder.resolve("data/sub/b")));
  }

  @Test
  void makesEmptyFoldersAndLeavesDeletedFilesOut() throws IOException {
    var changes =
        List.of(
            new FileChange("/data/empty", FileChange.Kind.CREATED, 0),
            new FileChange("/data/gone", FileChange.Kind.DELETED, 0));
    saved.saveAll(new GuestFiles(changes, path -> Optional.empty()), folder);
    assertTrue(Files.isDirectory(folder.resolve("data/empty")));
    assertFalse(Files.exists(folder.resolve("data/gone")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "/data/../../x", "/..", "/data/..\\..\\x", "/", "", ".", "/a\0b", "C:\\x"})
  void refusesPathsThatLeadOut(String path) throws IOException {
    saved.saveAll(files(new TreeMap<>(Map.of("/good", "good", path, "bad"))), folder);
    assertEquals(Notice.Kind.ERROR, notice().kind());
    assertFolderIs();
    assertFalse(Files.exists(outside.resolve("x")));
  }

  @Test
  void refusesToGoThroughLinks() throws IOException {
    Path elsewhere = Files.createDirectory(outside.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("data"), elsewhere);
    saved.saveAll(files(Map.of("/data/x", "bad")), folder);
    assertTrue(notice().text().contains("link"), notice().text());
    assertFalse(Files.exists(elsewhere.resolve("x")));
  }

  @Test
  void refusesToWriteToALink() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("x"), secret);
    saved.saveAll(files(Map.of("/x", "bad")), folder);
    assertEquals(Notice.Kind.ERROR, notice().kind());
    assertEquals("secret", Files.readString(secret));
  }

  @Test
  void asksBeforeItReplaces() throws IOException {
    Files.writeString(folder.resolve("a"), "mine");
    saved.saveAll(files(Map.of("/a", "guest's", "/b", "new")), folder);
    assertEquals(Notice.Kind.WARNING, notice().kind());
    assertFolderIs("a");
    assertEquals("mine", Files.readString(folder.resolve("a")));
    notice().fixes().getFirst().action().run();
    assertFolderIs("a", "b");
    assertEquals("guest's", Files.readString(folder.resolve("a")));
  }

  @Test
  void saysWhereAFileIsInTheWayOfAFolder() throws IOException {
    Files.writeString(folder.resolve("data"), "a file");
    saved.saveAll(files(Map.of("/data/x", "x")), folder);
    assertEquals(Notice.Kind.ERROR, notice().kind());
    assertFolderIs("data");
  }

  @Test
  void savesOneWhereTold() throws IOException {
    var guest = files(Map.of("/data/x", "x"));
    saved.saveOne(guest.changes().getFirst(), guest, folder.resolve("y"));
    assertEquals("x", Files.readString(folder.resolve("y")));
    saved.saveOne(guest.changes().getFirst(), guest, folder.resolve("missing/y"));
    assertEquals(Notice.Kind.ERROR, notice().kind());
  }

  @Test
  void previewsTextAndTellsBinary() throws IOException {
    assertEquals(new FilePreview.Text("é", false), preview("é".getBytes(StandardCharsets.UTF_8)));
    assertEquals(new FilePreview.Binary(), preview(new byte[] {'a', 0}));
    assertEquals(new FilePreview.Binary(), preview(new byte[] {(byte) 0xff}));
    byte[] large = "é".repeat(40_000).getBytes(StandardCharsets.UTF_8);
    large[0] = 'a'; // the cut goes through a character
    large[1] = 'a';
    var shifted = new byte[large.length - 1];
    System.arraycopy(large, 1, shifted, 0, shifted.length);
    var cut = (FilePreview.Text) preview(shifted);
    assertTrue(cut.more());
    assertFalse(cut.text().contains("\ufffd"));
  }

  private static FilePreview preview(byte[] bytes) throws IOException {
    return FilePreview.of(new ByteArrayInputStream(bytes));
  }
}
