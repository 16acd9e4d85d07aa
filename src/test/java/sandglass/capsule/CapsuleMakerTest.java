package sandglass.capsule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleMaker.Folders;
import sandglass.capsule.GivenFolder.Item;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Stdin;

class CapsuleMakerTest {
  private static final Code PROGRAM = new Code.Wat("(module)");

  @TempDir private Path temporary;
  private Path data;

  @BeforeEach
  void makeFolder() throws IOException {
    data = Files.createDirectories(temporary.resolve("data"));
    Files.createDirectories(data.resolve("sub/empty"));
    Files.writeString(data.resolve("sub/a.txt"), "text\n");
    Files.write(data.resolve("b.bin"), new byte[] {0, (byte) 0xff});
    Files.createSymbolicLink(data.resolve("link"), Path.of("sub/a.txt"));
  }

  private CapsuleFile make(Folders how, Folder... folders) throws Exception {
    var world =
        World.EMPTY
            .withArgs(List.of("name", "a", "b"))
            .withEnv(Map.of("K", "v"))
            .withFolders(List.of(folders));
    return new CapsuleMaker(how, Optional.of(temporary))
        .make(
            "name.wat",
            PROGRAM,
            List.of(),
            Entry.START,
            Limits.DEFAULT,
            world,
            Content.of("in"),
            Engine.COMPILED);
  }

  @Test
  void holdsFoldersByValue() throws Exception {
    var file = make(Folders.BY_VALUE, new Folder(data, "/d", true, List.of(".")));
    assertEquals(List.of("a", "b"), file.world().args());
    assertEquals(Map.of("K", "v"), file.world().env());
    assertEquals(Content.of("in"), file.world().stdin());
    assertEquals(
        List.of(
            new GivenFolder(
                "/d",
                true,
                new GivenFolder.Files.Here(
                    List.of(
                        new Item.File("b.bin", new Content.Here(new byte[] {0, (byte) 0xff})),
                        new Item.Link("link", "sub/a.txt"),
                        new Item.File("sub/a.txt", new Content.Here("text\n".getBytes(UTF_8))),
                        new Item.Folder("sub/empty"))),
                List.of("."))),
        file.world().folders());
    assertEquals(file, CapsuleReader.read("c", CapsuleWriter.write(file)));
  }

  @Test
  void holdsFoldersByPathAndDigest() throws Exception {
    var file = make(Folders.BY_PATH, new Folder(data, "/d", false));
    var there = new GivenFolder.Files.There("data", FolderDigest.of(data));
    assertEquals(List.of(new GivenFolder("/d", false, there)), file.world().folders());
  }

  @Test
  void digestsTheSameOfACopyByValue() throws Exception {
    var file = make(Folders.BY_VALUE, new Folder(data, "/d", false));
    var here = (GivenFolder.Files.Here) file.world().folders().getFirst().files();
    assertEquals(FolderDigest.of(data), FolderDigest.of(FolderInMemory.of(here, "x")));
  }

  @Test
  void namesWhatIsTooLarge() throws Exception {
    try (var large = new RandomAccessFile(data.resolve("sub/large.bin").toFile(), "rw")) {
      large.setLength(CapsuleMaker.VALUE_BYTES);
    }
    var e =
        assertThrows(
            CapsuleException.class, () -> make(Folders.BY_VALUE, new Folder(data, "/d", false)));
    assertEquals("world.folders[0]", e.field());
    assertTrue(e.getMessage().contains("the largest is sub/large.bin with 16 MiB"), e.getMessage());
    assertTrue(e.getMessage().endsWith("by path and digest, or show a smaller folder"));
  }

  @Test
  void boundsAllFoldersTogether() throws Exception {
    try (var large = new RandomAccessFile(data.resolve("large.bin").toFile(), "rw")) {
      large.setLength(CapsuleMaker.VALUE_BYTES / 2);
    }
    var e =
        assertThrows(
            CapsuleException.class,
            () ->
                make(
                    Folders.BY_VALUE,
                    new Folder(data, "/d", false),
                    new Folder(data, "/e", false)));
    assertEquals("world.folders[1]", e.field());
    assertTrue(e.getMessage().contains(", with the folders before it ("), e.getMessage());
  }

  @Test
  void refusesLinksThatLeadOut() throws Exception {
    Files.createSymbolicLink(data.resolve("out"), Path.of("../../etc/passwd"));
    var e =
        assertThrows(
            CapsuleException.class, () -> make(Folders.BY_VALUE, new Folder(data, "/d", false)));
    assertTrue(e.getMessage().contains("the symlink out leads to"), e.getMessage());
  }

  @Test
  void refusesNamesThatOtherSystemsReadDifferently() throws Exception {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no such names there");
    Files.writeString(data.resolve("a\\b"), "");
    var e =
        assertThrows(
            CapsuleException.class, () -> make(Folders.BY_VALUE, new Folder(data, "/d", false)));
    assertTrue(e.getMessage().contains("\"a\\\\b\" cannot be held by value"), e.getMessage());
  }

  @Test
  void saysThatAFolderIsNotThere() {
    var none = new Folder(temporary.resolve("none"), "/d", false);
    var e = assertThrows(CapsuleException.class, () -> make(Folders.BY_VALUE, none));
    assertTrue(e.getMessage().contains("there is no such folder"), e.getMessage());
    assertThrows(CapsuleException.class, () -> make(Folders.BY_PATH, none));
  }

  @Test
  void namesByTheirPathWhatLiesElsewhere() throws Exception {
    var maker = new CapsuleMaker(Folders.BY_PATH, Optional.of(temporary.resolve("sub")));
    assertEquals(data.toAbsolutePath().toString(), maker.path(data));
    assertEquals(".", new CapsuleMaker(Folders.BY_PATH, Optional.of(data)).path(data));
  }

  @Test
  void remembersWhatWasRead() throws IOException {
    var recorded =
        new RecordedStdin(new Stdin(() -> new ByteArrayInputStream("abcdef".getBytes(UTF_8))), 4);
    try (var in = recorded.stdin().open().open()) {
      assertEquals('a', in.read());
      assertEquals(2, in.read(new byte[2]));
      assertEquals("abc", new String(recorded.bytes(), UTF_8));
      assertTrue(recorded.isWhole());
      assertEquals("def", new String(in.readAllBytes(), UTF_8));
    }
    assertEquals("abcd", new String(recorded.bytes(), UTF_8));
    assertTrue(!recorded.isWhole());
    recorded.stdin().open().open();
    assertEquals(0, recorded.bytes().length);
  }
}
