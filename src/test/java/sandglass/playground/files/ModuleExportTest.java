package sandglass.playground.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.TestThreads;
import sandglass.program.Program;

class ModuleExportTest {
  @TempDir private Path folder;
  private final Notices notices = new Notices();
  private final List<String> copied = new ArrayList<>();
  private final ModuleExport export =
      new ModuleExport(new TestThreads().threads(), notices, copied::add);

  private static Program program(String name, byte[] wasm) {
    return new Program(name, wasm, Optional.empty());
  }

  private Notice.Kind kind() {
    return notices.shown().get().orElseThrow().kind();
  }

  @Test
  void copiesBase64() {
    export.copyBase64(program("a.wasm", new byte[] {0, 'a', 's', 'm'}));
    assertEquals(List.of("AGFzbQ=="), copied);
    assertEquals(Notice.Kind.INFO, kind());
  }

  @Test
  void refusesToCopyWhatIsTooLong() {
    export.copyBase64(program("a.wasm", new byte[49 << 20]));
    assertEquals(List.of(), copied);
    assertEquals(Notice.Kind.ERROR, kind());
  }

  @Test
  void savesTheBinary() throws IOException {
    byte[] wasm = {0, 'a', 's', 'm'};
    Path file = folder.resolve("out.wasm");
    export.save(program("a.wat", wasm), file);
    assertArrayEquals(wasm, Files.readAllBytes(file));
    assertEquals(Notice.Kind.INFO, kind());
    export.save(program("a.wat", wasm), folder);
    assertEquals(Notice.Kind.ERROR, kind());
  }

  @Test
  void makesFileNamesOfAnyName() {
    assertEquals("hello.wasm", ModuleExport.fileName(program("hello.wat", new byte[0])));
    assertEquals("module.wasm", ModuleExport.fileName(program("", new byte[0])));
    assertEquals(".._x_.wasm", ModuleExport.fileName(program("../x\u202e.wat", new byte[0])));
  }
}
