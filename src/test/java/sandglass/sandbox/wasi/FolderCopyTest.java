package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FolderCopyTest {
  @TempDir Path outside;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outside.resolve("folder"));
    Files.writeString(outside.resolve("secret"), "secret");
  }

  /** Both ways to hold a host directory: by handle, and by path where there are no handles. */
  static Stream<FolderCopy.Opener> openers() {
    return Stream.of(HostDirectory::open, PlainHostDirectory::open);
  }

  private DirectoryNode copy(FolderCopy.Opener opener) throws Exception {
    var volume = new Volume(new FileQuota(100_000, Wasi.MAX_FILES), () -> 5);
    return new FolderCopy(new Folder(folder, "/", true), volume, false, opener).copy();
  }

  private String refusal(FolderCopy.Opener opener) {
    return assertThrows(WorldException.class, () -> copy(opener)).getMessage();
  }

  private static void assertSays(String message, Object... parts) {
    for (var part : parts) {
      assertTrue(message.contains(part.toString()), message);
    }
  }

  @ParameterizedTest
  @MethodSource("openers")
  void copiesFilesFoldersAndLinksWithin(FolderCopy.Opener opener) throws Exception {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/c"), "x".repeat(70_000));
    Files.createSymbolicLink(folder.resolve("a/up"), Path.of("../a/b/c"));
    Files.createSymbolicLink(folder.resolve("full"), folder.resolve("a/b"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("not/there"));
    Files.createSymbolicLink(folder.resolve("back"), Path.of("full/../../a"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    var root = copy(opener);
    assertEquals(
        List.of("a", "back", "dangling", "full", "loop"), List.copyOf(root.entries().keySet()));
    assertEquals(70_000, PathResolver.find(root, "a/up", true).existing().size());
    assertEquals(70_000, PathResolver.find(root, "full/c", true).existing().size());
    assertEquals("a/b", ((SymlinkNode) root.get("full")).target());
    assertEquals(5, root.get("a").modified());
  }

  @ParameterizedTest
  @MethodSource("openers")
  void refusesLinksThatLeadOut(FolderCopy.Opener opener) throws Exception {
    Files.createDirectories(folder.resolve("a"));
    for (var target :
        List.of(
            "../secret",
            "missing/../../secret",
            outside.resolve("secret").toString(),
            "/etc",
            "..")) {
      var link = folder.resolve("link");
      Files.createSymbolicLink(link, Path.of(target));
      assertSays(refusal(opener), "link", target, "out of the folder", "remove it");
      Files.delete(link);
    }
    Files.createSymbolicLink(folder.resolve("a/here"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("there"), Path.of("a/here/../secret"));
    assertSays(refusal(opener), "there", "a/here/../secret");
  }

  @Test
  void refusesWhatIsNoFolder() throws Exception {
    folder = outside.resolve("missing");
    assertSays(refusal(HostDirectory::open), "missing", "no such folder", "create it");
    folder = outside.resolve("secret");
    assertSays(refusal(HostDirectory::open), "secret", "not a folder");
  }

  @ParameterizedTest
  @MethodSource("openers")
  void refusesSpecialFilesWithoutOpeningThem(FolderCopy.Opener opener) throws Exception {
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("sock")));
      assertSays(refusal(opener), "sock", "neither a file nor a folder", "move it away");
    }
  }

  @Test
  void refusesAPipeWithoutWaitingForIt() throws Exception {
    int made;
    try {
      made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
    } catch (IOException e) {
      made = -1;
    }
    Assumptions.assumeTrue(made == 0, "no mkfifo here");
    assertSays(refusal(HostDirectory::open), "pipe", "neither a file nor a folder");
  }

  @ParameterizedTest
  @MethodSource("openers")
  void refusesMoreBytesThanTheLimit(FolderCopy.Opener opener) throws Exception {
    Files.write(folder.resolve("a"), new byte[60_000]);
    Files.createDirectories(folder.resolve("d"));
    Files.write(folder.resolve("d/b"), new byte[60_000]);
    assertSays(refusal(opener), folder, "120,000", "100,000", "raise the limit");
  }

  @Test
  void refusesMoreFilesThanTheLimit() throws Exception {
    for (int i = 0; i <= Wasi.MAX_FILES; i++) {
      Files.createFile(folder.resolve("f" + i));
    }
    assertSays(refusal(HostDirectory::open), folder, "10,000", "smaller folder");
  }

  @Test
  void refusesFoldersThatAreTooDeep() throws Exception {
    var path = folder;
    for (int i = 0; i <= FolderCopy.MAX_DEPTH; i++) {
      path = Files.createDirectory(path.resolve("d"));
    }
    assertSays(refusal(HostDirectory::open), "deep");
  }

  @ParameterizedTest
  @MethodSource("openers")
  void neverReadsThroughASymlinkThatIsSwappedIn(FolderCopy.Opener opener) throws Exception {
    Files.createDirectories(folder.resolve("dir"));
    Files.writeString(folder.resolve("dir/secret"), "public");
    Files.writeString(folder.resolve("file"), "public");
    var done = new AtomicBoolean();
    var swap = Background.run(() -> swapUntil(done));
    try {
      for (int i = 0; i < 300; i++) {
        try {
          var root = copy(opener);
          assertPublic(root, "file");
          assertPublic(root, "dir/secret");
        } catch (WorldException refused) {
          assertSays(refused.getMessage(), folder);
        }
      }
    } finally {
      done.set(true);
      swap.result();
    }
  }

  /** Swaps a file and a directory for symlinks that lead out, and back, over and over. */
  private Object swapUntil(AtomicBoolean done) throws IOException {
    var file = folder.resolve("file");
    var dir = folder.resolve("dir");
    while (!done.get()) {
      Files.move(file, outside.resolve("file"));
      Files.createSymbolicLink(file, outside.resolve("secret"));
      Files.move(dir, outside.resolve("dir"));
      Files.createSymbolicLink(dir, outside);
      Files.delete(dir);
      Files.move(outside.resolve("dir"), dir);
      Files.delete(file);
      Files.move(outside.resolve("file"), file);
    }
    return done;
  }

  private static void assertPublic(DirectoryNode root, String path) {
    try {
      if (PathResolver.find(root, path, true).existing() instanceof FileNode file) {
        var expected = new FileContent();
        expected.write(0, "public".getBytes(StandardCharsets.UTF_8), 0, 6);
        assertTrue(file.content().matches(expected.snapshot()), path);
      }
    } catch (ErrnoException missing) {
      assertFalse(missing.errno() == Errno.EPERM, path);
    }
  }

  @Test
  void answersAnInterrupt() throws Exception {
    Files.writeString(folder.resolve("f"), "x");
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> copy(HostDirectory::open));
    assertFalse(Thread.interrupted());
  }

  @Test
  void refusesGuestNamesThatAreNoNames() {
    for (var name : List.of("", "a/../b", "..", "/a/..", "a\0b")) {
      var message =
          assertThrows(WorldException.class, () -> Guest.world().readable(folder, name).start())
              .getMessage();
      assertSays(message, folder, "choose");
      assertFalse(message.contains("\0"));
    }
    assertThrows(
        WorldException.class,
        () -> Guest.world().readable(folder, "/a").readable(folder, "/a").start());
  }

  @Test
  void saysWhereStdinCannotBeOpened() {
    Stdin.Source source =
        () -> {
          throw new IOException("no such file");
        };
    assertThrows(WorldException.class, () -> Guest.world().stdin(new Stdin(source)).start());
  }
}
