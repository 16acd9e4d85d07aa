package sandglass.program.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.wat.WatOutline.Imported;
import sandglass.program.wat.WatOutline.Item;
import sandglass.program.wat.WatOutline.Kind;
import sandglass.program.wat.WatOutline.Place;

class WatOutlineTest {
  private static final String MIXED =
      """
      (module $m
        (type $t (func (param i32) (result (ref null $t))))
        (import "env" "a" (func $a (param i32)))
        (import "env" "memory" (memory $mem 1))
        (func $b (import "env" "b"))
        ;; (func $commented)
        (func $c (export "c") (export "also c") (type $t)
          (i32.const 1) drop)
        (func (; (func ;) unreachable)
        (export "last" (func 3))
        (export "named" (func $a))
        (memory (export "extra") 1)
        (global $g (mut i32) (i32.const 0)) (data (memory 0) (i32.const 0) "(func $text)"))
      """;

  @Test
  void countsFunctionsAsTheBinaryDoes() {
    var outline = WatOutline.of(MIXED);
    assertEquals(
        List.of("$a", "$b", "$c", ""),
        outline.items(Kind.FUNCTION).stream().map(Item::name).toList());
    assertEquals(Optional.of(new Imported("env", "b")), outline.function(1).get().imported());
    assertEquals(List.of("c", "also c"), outline.function(2).get().exports());
    assertEquals(List.of("last"), outline.function(3).get().exports());
    assertEquals(List.of("named"), outline.function(0).get().exports());
    assertEquals(Optional.empty(), outline.function(4));
  }

  @Test
  void putsWhatIsImportedFirst() {
    String late = "(module (func $own) (func $import (import \"m\" \"n\")))";
    assertEquals("$import", WatOutline.of(late).function(0).get().name());
  }

  @Test
  void knowsWhereItemsAre() {
    var outline = WatOutline.of(MIXED);
    assertEquals(new Place(7, 3, 8), outline.function(2).get().place());
    assertEquals(8, outline.function(2).get().end());
    assertEquals(new Place(9, 3, 5), outline.function(3).get().place());
    assertEquals(new Place(3, 21, 8), outline.function(0).get().place());
    assertEquals(List.of("$mem", ""), outline.items(Kind.MEMORY).stream().map(Item::name).toList());
    assertEquals(13, outline.items(Kind.GLOBAL).getFirst().place().line());
    assertEquals(List.of("$t"), outline.items(Kind.TYPE).stream().map(Item::name).toList());
    assertEquals(12, outline.exported("extra").get().place().line());
  }

  @Test
  void countsColumnsInCharacters() {
    var outline = WatOutline.of("(; 😀é ;) (func $f unreachable)");
    assertEquals(new Place(1, 10, 8), outline.function(0).get().place());
    assertEquals(Optional.of(new Place(1, 19, 11)), outline.only(0, "unreachable"::equals));
  }

  @Test
  void findsTheOnlyInstructionOfItsSort() {
    var outline = WatOutline.of("(func i32.div_s\n i32.add\n i32.div_u)(func i32.div_s)");
    assertEquals(Optional.empty(), outline.only(0, word -> word.startsWith("i32.div")));
    assertEquals(Optional.of(new Place(2, 2, 7)), outline.only(0, "i32.add"::equals));
    assertEquals(Optional.empty(), outline.only(0, "nop"::equals));
    assertEquals(Optional.empty(), outline.only(7, "nop"::equals));
  }

  @Test
  void readsEscapesInNames() {
    var outline =
        WatOutline.of("(func (export \"a\\n\\22\\u{1f600}\\c3\\a9\\\\é😀\\u{zz}\\u{ffffffff}\"))");
    String name = outline.function(0).get().exports().getFirst();
    assertTrue(name.startsWith("a\n\"😀é\\é😀"), name);
  }

  @Test
  void goesOnBehindAMissingParenthesis() {
    var outline = WatOutline.of("(module (func $a (i32.add)\n (func $b))");
    assertEquals("$b", outline.function(1).get().name());
    assertEquals(2, outline.function(1).get().place().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        ")",
        "(func",
        "(func (export",
        "(import",
        "(import \"a\" \"b\" (",
        "(export \"a\" (func",
        "(module binary \"\\00asm\")",
        "(rec (type",
        "\uFEFF(module (func",
        "\0\u0001garbage \"\\",
        "(func \"\\u{110000}\" (export \"\\u{d800}\\\"))",
        "(((((((((((("
      })
  void takesAnyText(String text) {
    var outline = WatOutline.of(text);
    assertTrue(outline.items().size() <= 2);
  }

  @Test
  void takesLargeTexts() {
    var text = new StringBuilder("(module\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("(func $f").append(i).append(" (i32.const 1) drop)\n");
    }
    var outline = WatOutline.of(text.append(")").toString());
    assertEquals(20_001, outline.function(19_999).get().place().line());
    String oneLine = "(func (i32.add))".repeat(100_000);
    assertEquals(1_599_985, WatOutline.of(oneLine).function(99_999).get().place().column());
    assertTrue(WatOutline.of("(".repeat(1_000_000)).items().isEmpty());
  }
}
