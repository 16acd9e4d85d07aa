package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLexerTest {
  private static String kinds(String text) {
    return PythonLexer.tokens(text).stream()
        .map(token -> token.kind() + ":" + token.in(text))
        .collect(Collectors.joining(" "));
  }

  @Test
  void tellsWordsApart() {
    assertEquals(
        "KEYWORD:def DEFINITION:f OPEN:( NAME:x CLOSE:) OPERATOR:: KEYWORD:return BUILTIN:len"
            + " OPEN:( NAME:x CLOSE:) COMMENT:# length",
        kinds("def f(x):\n    return len(x) # length"));
  }

  @Test
  void takesAttributesForNames() {
    assertEquals("NAME:x OPERATOR:. NAME:print", kinds("x.print"));
  }

  @Test
  void knowsSoftKeywordsByTheirPlace() {
    assertEquals("KEYWORD:match NAME:x OPERATOR::", kinds("match x:"));
    assertEquals("NAME:match OPERATOR:= NUMBER:1", kinds("match = 1"));
    assertEquals("BUILTIN:type OPEN:( NAME:x CLOSE:)", kinds("type(x)"));
  }

  @Test
  void endsABrokenStringWithItsLine() {
    assertEquals("ERROR:'ab NAME:x", kinds("'ab\nx"));
    assertEquals("ERROR:f'ab NAME:x", kinds("f'ab\nx"));
    assertEquals("STRING:'a\\\nb'", kinds("'a\\\nb'"));
  }

  @Test
  void marksOnlyTheStartOfAnEndlessString() {
    assertEquals("ERROR:\"\"\" STRING:a\nb", kinds("\"\"\"a\nb"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'a'", "r'\\'", "b\"\"", "Rb'x'", "'''a'b\n'''", "u'é'", "f'{{}}'", "'a\\'b'"})
  void knowsStrings(String text) {
    String kept = text.equals("r'\\'") ? "r'\\''" : text;
    assertEquals("STRING:" + kept, kinds(kept));
  }

  @Test
  void readsTheFieldsOfAString() {
    assertEquals(
        "STRING:f'a OPERATOR:{ NAME:x OPERATOR:! NAME:r OPERATOR:: OPERATOR:{ NAME:w OPERATOR:}"
            + " STRING:d OPERATOR:} STRING:b' NAME:y",
        kinds("f'a{x!r:{w}d}b' y"));
    assertEquals(
        "STRING:f' OPERATOR:{ NAME:d OPEN:[ STRING:'k' CLOSE:] OPERATOR:} STRING:'",
        kinds("f'{d['k']}'"));
  }

  @Test
  void readsNumbersAndDecorators() {
    assertEquals(
        "DECORATOR:@a.b NUMBER:0x_ff NUMBER:1.5e-3j NUMBER:.5", kinds("@a.b\n0x_ff 1.5e-3j .5"));
  }

  @Test
  void coversAnyTextInOrder() {
    var random = new Random(1);
    String alphabet = "\"\"''''\\\n\r\t {{}}[]():#@fbr.0x1e_é\uD83D\uDE00\uD83D\0$?!=";
    for (int i = 0; i < 30_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      check(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'", "\"\"\"", "f'{", "f'''{", "{", "a", "1", "match x ", "@", "\\", "\0"})
  void takesTimeInProportion(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    assertTimeout(Duration.ofSeconds(20), () -> check(text));
  }

  private static void check(String text) {
    int at = 0;
    for (var token : PythonLexer.tokens(text)) {
      assertTrue(token.length() > 0, text);
      assertTrue(text.substring(at, token.offset()).isBlank(), text);
      at = token.end();
    }
    assertTrue(text.substring(at).isBlank(), text);
  }
}
