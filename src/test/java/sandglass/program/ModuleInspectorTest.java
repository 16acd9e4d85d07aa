package sandglass.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.program.ModuleInspection.Kind;

class ModuleInspectorTest {
  private static final String RICH =
      """
      (module $rich
        (type $t (func (param i32 i64) (result f32)))
        (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
        (import "env" "table" (table 1 5 funcref))
        (import "env" "g" (global (mut i64)))
        (memory (export "memory") 2 3)
        (table $own 7 externref)
        (global $h (export "h") i32 (i32.const 1))
        (func $init)
        (func (export "_start"))
        (func (export "odd \\u{1b}[31m"))
        (start $init)
        (data "abc") (elem declare func $init))
      """;

  @Test
  void takesAModuleApart() throws ProgramException {
    var module = inspect(RICH);
    assertEquals(Kind.COMMAND, module.kind());
    assertEquals(Optional.of("rich"), module.name());
    assertEquals(3, module.functions());
    assertEquals("(i32, i64) -> (f32)", module.types().getFirst());
    assertEquals("(i32) -> (i32)", module.imports().getFirst().type());
    assertEquals("funcref, 1..5", module.imports().get(1).type());
    assertEquals("mut i64", module.imports().get(2).type());
    var memory = module.memories().getFirst();
    assertEquals(131_072, memory.minBytes());
    assertEquals(Optional.of(3L), memory.maxPages());
    assertEquals(
        List.of("funcref", "externref"), module.tables().stream().map(t -> t.type()).toList());
    assertEquals(Optional.of(new ModuleInspection.Function(1, "init")), module.start());
    assertEquals("() -> ()", export(module, "_start").type());
    assertEquals("i32", export(module, "h").type());
    assertEquals(1, module.dataSegments());
    assertEquals(1, module.elementSegments());
    assertEquals(64, module.sha256().length());
    assertEquals("name", module.customSections().getFirst().name());
    var first = module.sections().getFirst();
    assertEquals("type", first.name());
    assertEquals(10, first.offset());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(func) | ''",
        "(func (result i32 i32) (i32.const 1) (i32.const 2)) | multi-value",
        "(memory 1 1 shared) | threads",
        "(func (result v128) (v128.const i64x2 1 2)) | simd",
        "(func $f (return_call $f)) | tail-calls",
        "(tag $e) (func (throw $e)) | exceptions",
        "(memory 1) (memory 1) | multi-memory",
        "(global i32 (i32.add (i32.const 1) (i32.const 2))) | extended-const",
        "(func (result i32) (i32.extend8_s (i32.const 1))) | sign-extension",
        "(func (result i32) (i32.trunc_sat_f32_s (f32.const 1))) | saturating-float-to-int",
        "(global (export \"g\") (mut i32) (i32.const 0)) | mutable-globals",
        "(func (param externref)) | reference-types",
        "(memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))) | bulk-memory",
      })
  void namesTheFeatures(String fields, String features) throws ProgramException {
    assertEquals(features, String.join(" ", inspect("(module " + fields + ")").features()));
  }

  @Test
  void tellsReactorsAndLibraries() throws ProgramException {
    assertEquals(Kind.REACTOR, inspect("(func (export \"_initialize\"))").kind());
    assertEquals(Kind.LIBRARY, inspect("(func (export \"add\"))").kind());
    assertEquals(Kind.LIBRARY, inspect("(memory (export \"_start\") 1)").kind());
  }

  @Test
  void readsProducers() throws ProgramException {
    String section =
        "0970726f647563657273" // "producers"
            + "01"
            + "086c616e6775616765"
            + "01"
            + "0452757374"
            + "0431"
            + "2e3233";
    byte[] content = HexFormat.of().parseHex(section);
    byte[] module = new byte[10 + content.length];
    System.arraycopy(HexFormat.of().parseHex("0061736d0100000000"), 0, module, 0, 9);
    module[9] = (byte) content.length;
    System.arraycopy(content, 0, module, 10, content.length);
    assertEquals(
        List.of(new ModuleInspection.Producer("language", "Rust", "1.23")),
        ModuleInspector.inspect(module).producers());
    for (int cut = 11; cut < content.length; cut++) {
      byte[] damaged = Arrays.copyOf(module, 10 + cut);
      damaged[9] = (byte) cut;
      assertTrue(ModuleInspector.inspect(damaged).producers().isEmpty());
    }
  }

  @Test
  void neverThrowsAnythingElse() throws ProgramException {
    byte[] whole = ProgramLoader.fromText("t", RICH, 1 << 20).wasm();
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int j = random.nextInt(3); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        ModuleInspector.inspect("x", damaged);
      } catch (ProgramException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }

  @Test
  void survivesDeepNesting() {
    int depth = 200_000;
    byte[] module = deep(depth);
    try {
      ModuleInspector.inspect(module);
    } catch (ProgramException e) {
      assertTrue(e.getMessage().length() < 500, e.getMessage());
    }
  }

  @Test
  void refusesAnInvalidModule() {
    byte[] module =
        HexFormat.of()
            .parseHex("0061736d01000000010401600000030201000a050103004 10b".replace(" ", ""));
    assertThrows(ProgramException.Rejected.class, () -> ModuleInspector.inspect(module));
  }

  private static byte[] deep(int depth) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("0061736d01000000010401600000030201000a"));
    int body = 1 + depth * 3 + 1;
    leb(out, 1 + 5 + body);
    out.write(1);
    leb(out, body);
    out.write(0);
    for (int i = 0; i < depth; i++) {
      out.write(2);
      out.write(0x40);
    }
    for (int i = 0; i <= depth; i++) {
      out.write(0x0b);
    }
    return out.toByteArray();
  }

  private static void leb(ByteArrayOutputStream out, int value) {
    for (int i = 0; i < 4; i++) {
      out.write((value >>> (7 * i) & 0x7f) | 0x80);
    }
    out.write(value >>> 28);
  }

  private static ModuleInspection.Export export(ModuleInspection module, String name) {
    return module.exports().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  private static ModuleInspection inspect(String wat) throws ProgramException {
    return ModuleInspector.inspect(ProgramLoader.fromText("t", wat, 1 << 20).wasm());
  }
}
