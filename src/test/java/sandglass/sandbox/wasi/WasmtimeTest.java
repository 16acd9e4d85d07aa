package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the calls of {@code calls.c} and compares with what {@code wasi_vectors.py} recorded. */
class WasmtimeTest {
  /**
   * Where we answer otherwise: the call, and our answer.
   *
   * <ul>
   *   <li>The rights of a folder that may only be read tell so.
   *   <li>Reading nothing from stdin reads nothing, rather than to fail with EINTR.
   *   <li>The times of a preopened folder can be set; wasmtime holds it by a handle that cannot.
   *   <li>A slash or {@code ..} at the end of a path means what it means on Linux; wasmtime loses
   *       it on its way to the system.
   * </ul>
   */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("fdstat(4)", ": 0 type=3 flags=0 rights=24e000 inheriting=ff7ffff"),
          Map.entry("read_(0, 0)", ": 0 nread=0 ''"),
          Map.entry("times(3, 10)", ": 0"),
          Map.entry("stat_(RW_DIR, 0, \"ld/\")", ": 0 dev=1 type=3"),
          Map.entry("stat_(RW_DIR, 0, \"f/\")", ": 54"),
          Map.entry("rename_(RW_DIR, \"f2\", RW_DIR, \"f4/\")", ": 54"),
          Map.entry("unlink_(RW_DIR, \"ld2/\")", ": 54"),
          Map.entry("rmdir_(RW_DIR, \"s/..\")", ": 55"),
          Map.entry("rmdir_(RW_DIR, \"ld2/\")", ": 54"),
          Map.entry("rmdir_(RW_DIR, \"s/t/\")", ": 0"));

  @TempDir Path writable;
  @TempDir Path readable;

  @Test
  void answersEveryCallAsWasmtimeDoes() throws Exception {
    var theirs = resource("calls.txt").lines().skip(1).toList();
    var ours = answers();
    for (int i = 0; i < theirs.size(); i++) {
      var call = theirs.get(i).substring(0, theirs.get(i).lastIndexOf("): ") + 1);
      var expected = OTHERWISE.containsKey(call) ? call + OTHERWISE.get(call) : theirs.get(i);
      assertEquals(expected, ours.get(i), "line " + (i + 2));
    }
    assertEquals(theirs.size(), ours.size());
  }

  private static String resource(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (var in = WasmtimeTest.class.getResourceAsStream("/wasi/" + name)) {
      return in.readAllBytes();
    }
  }

  private List<String> answers() throws Exception {
    Files.writeString(readable.resolve("g"), "ghi");
    var out = new ByteArrayOutputStream();
    var folders = List.of(new Folder(writable, "/rw", true), new Folder(readable, "/ro", false));
    var config =
        new WasiConfig(
            List.of("calls"),
            Map.of(),
            Stdin.of("some input\n"),
            out::write,
            out::write,
            folders,
            Clock.VIRTUAL,
            Random.seeded(0),
            1 << 20,
            () -> 0,
            waiting -> {});
    try (var wasi = Wasi.open(config)) {
      Instance.builder(Parser.parse(bytes("calls.wasm")))
          .withImportValues(ImportValues.builder().addFunction(wasi.hostFunctions()).build())
          .build();
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
