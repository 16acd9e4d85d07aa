package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.tool.ToolException.Kind;

/** Where paths really lead. */
class AllowedPathsTest {
  @TempDir private Path temporary;
  private Path inside;
  private Path outside;
  private AllowedPaths allowed;

  @BeforeEach
  void setUp() throws IOException {
    Path real = temporary.toRealPath();
    inside = Files.createDirectory(real.resolve("inside"));
    outside = Files.createDirectory(real.resolve("inside-not"));
    Files.writeString(inside.resolve("a.wasm"), "a");
    Files.writeString(outside.resolve("b.wasm"), "b");
    allowed = AllowedPaths.of(List.of(inside));
  }

  private Path resolve(String text) throws ToolException {
    return allowed.resolve("parameters.wasm_path", text);
  }

  private void refused(String text) {
    var e = assertThrows(ToolException.class, () -> resolve(text));
    assertEquals(Kind.FORBIDDEN, e.kind(), text);
    assertTrue(e.getMessage().contains("lies outside of what is allowed"), e.getMessage());
  }

  @Test
  void takesWhatLiesInside() throws Exception {
    assertEquals(inside.resolve("a.wasm"), resolve(inside + "/a.wasm"));
    assertEquals(inside.resolve("a.wasm"), resolve(inside + "/../inside/./a.wasm"));
    assertEquals(inside.resolve("no/such"), resolve(inside + "/no/such"));
  }

  @Test
  void refusesWhatLeadsOut() {
    refused(outside + "/b.wasm");
    refused(inside + "/../inside-not/b.wasm");
    refused(inside + "/no/../../inside-not/b.wasm");
    refused(inside + "/../nothing");
    refused("/");
    refused("b.wasm");
    refused("../../../../../../../../etc/passwd");
  }

  @Test
  void followsLinksBeforeItLooks() throws Exception {
    assumeTrue(Files.getFileStore(inside).supportsFileAttributeView("posix"));
    Files.createSymbolicLink(inside.resolve("out"), outside);
    Files.createSymbolicLink(inside.resolve("b.wasm"), outside.resolve("b.wasm"));
    Files.createSymbolicLink(inside.resolve("nowhere"), outside.resolve("nothing"));
    Files.createSymbolicLink(inside.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(outside.resolve("in"), inside);
    refused(inside + "/out/b.wasm");
    refused(inside + "/b.wasm");
    refused(inside + "/nowhere");
    refused(inside + "/nowhere/deeper");
    refused(inside + "/loop");
    refused(inside + "/out/../inside-not/b.wasm");
    assertEquals(inside.resolve("a.wasm"), resolve(outside + "/in/a.wasm"));
  }

  @Test
  void takesFoldersThatAreLinks() throws Exception {
    assumeTrue(Files.getFileStore(inside).supportsFileAttributeView("posix"));
    Path link = Files.createSymbolicLink(outside.resolve("link"), inside);
    allowed = AllowedPaths.of(List.of(link));
    assertEquals(inside.resolve("a.wasm"), resolve(inside + "/a.wasm"));
    assertEquals(inside.resolve("a.wasm"), resolve(link + "/a.wasm"));
  }

  @Test
  void saysWhatIsNoPath() {
    for (String text : List.of("", " ", "a\0b")) {
      var e = assertThrows(ToolException.class, () -> resolve(text));
      assertEquals(Kind.INVALID, e.kind());
    }
  }

  @Test
  void takesAnyPathWhereAnyIsAllowed() throws Exception {
    allowed = AllowedPaths.ANY;
    assertEquals(outside.resolve("b.wasm"), resolve(outside + "/b.wasm"));
    assertEquals(AllowedPaths.ANY, AllowedPaths.ANY.and(List.of(inside)));
    allowed = AllowedPaths.NONE.and(List.of(outside));
    assertEquals(outside.resolve("b.wasm"), resolve(outside + "/b.wasm"));
  }
}
