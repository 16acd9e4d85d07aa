package sandglass.sandbox.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;

class ModuleStructureTest {
  private static final String HEADER = "0061736d01000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01 05 ff ff ff ff 0f | claims 4294967295 types",
        "02 05 ff ff ff ff 0f | claims 4294967295 imports",
        "03 05 ff ff ff ff 0f | claims 4294967295 functions",
        "07 05 ff ff ff ff 0f | claims 4294967295 exports",
        "01 07 01 60 ff ff ff ff 0f | claims 4294967295 parameters",
        "01 07 01 4e ff ff ff ff 0f | claims 4294967295 types of a group",
        "01 07 01 50 ff ff ff ff 0f | claims 4294967295 supertypes",
        "09 08 01 01 00 ff ff ff ff 0f | claims 4294967295 elements",
        "0b 07 01 01 ff ff ff ff 0f | data segment 0 of 4294967295 bytes",
        "0a 05 ff ff ff ff 0f | claims 4294967295 function bodies",
        "00 05 ff ff ff ff 0f | a name of 4294967295 bytes",
        "00 0c 04 6e 61 6d 65 00 05 ff ff ff ff 0f | a name of 4294967295 bytes",
        "00 0c 04 6e 61 6d 65 01 05 ff ff ff ff 0f | claims 4294967295 names",
        "01 ff ff ff ff 0f 00 | truncated: section 1 (type)",
        "01 05 01 60 | truncated",
        "0a | truncated: the file ends inside the size of section 10 (code)",
        "01 ff ff ff ff 1f 00 | more than 32 bits",
        "01 80 80 80 80 80 00 | more than 32 bits",
        "03 01 00 01 01 00 | out of order",
        "01 01 00 01 01 00 | repeated",
        "0e 00 | unknown kind 14",
        "01 02 00 00 | 1 bytes too many",
        "05 03 01 04 01 | not supported",
        "06 05 01 7f 00 01 0b | must be constant",
        "01 04 01 60 00 00 03 02 01 00 | declares 1 functions but has code for 0",
        "01 04 01 60 00 00 03 02 01 00 0a 04 01 02 00 01 | does not finish with an end",
        "01 04 01 60 00 00 03 02 01 00 0a 09 01 07 01 d1 86 03 7f 0b 0b | more than 50000 locals",
        "0c 01 05 0b 01 00 | announces 5 data segments",
      })
  void refusesWhatLies(String sections, String reason) {
    var found = ModuleStructure.check(bytes(HEADER + sections));
    assertTrue(found.orElse("accepted").contains(reason), found::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00 61 73 6d | the header has 8 bytes, the file ends after 4 of them, 4 are missing",
        "00 61 73 6d 02 00 00 00 | version 2",
        "00 61 73 6d 0d 00 01 00 | component",
        "00 61 73 6e 01 00 00 00 | not a WebAssembly module",
        "00 | not a WebAssembly module",
      })
  void namesAWrongHeader(String bytes, String reason) {
    var found = ModuleStructure.check(bytes(bytes));
    assertTrue(found.orElse("accepted").contains(reason), found::toString);
  }

  @Test
  void tellsHowMuchIsMissing() {
    byte[] whole = module();
    assertEquals(Optional.empty(), ModuleStructure.check(whole));
    for (int length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      var reason = ModuleStructure.check(cut);
      boolean betweenSections =
          length >= 8
              && ModuleStructure.listSections(whole).stream()
                  .anyMatch(s -> s.offset() + s.size() == cut.length);
      assertTrue(reason.isPresent() || betweenSections || length == 8, "length " + length);
    }
  }

  @Test
  void acceptsAnEmptyModule() {
    assertEquals(Optional.empty(), ModuleStructure.check(bytes(HEADER)));
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    byte[] whole = module();
    var random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      byte[] damaged = whole.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      ModuleStructure.check(damaged).ifPresent(reason -> assertTrue(reason.length() > 10));
    }
  }

  private static byte[] module() {
    var compiled =
        WatCompiler.compile(
            """
            (module $m
              (import "a" "b" (func $f (param i32 i64) (result f32)))
              (import "a" "c" (global $g i32))
              (memory 1 2) (table 2 funcref) (tag $e (param i32))
              (global $h (mut f64) (f64.const 1.5))
              (func $main (export "main") (local i32 v128) (drop (i32.const 1)))
              (start $main) (elem (i32.const 0) $main $main)
              (elem declare funcref (ref.func $main))
              (data (i32.const 4) "hello") (data $passive "world")
              (func (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 1))))
            """);
    return ((WatResult.Compiled) compiled).wasm();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
