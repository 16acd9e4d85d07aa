package sandglass.program.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.wat.WatToken.Kind;

class WatLexerTest {
  private static String kinds(String text) {
    return WatLexer.tokens(text).stream()
        .map(token -> token.kind() + ":" + token.in(text))
        .collect(Collectors.joining(" "));
  }

  @Test
  void tellsWordsApart() {
    assertEquals(
        "OPEN:( KEYWORD:func NAME:$f OPEN:( KEYWORD:param TYPE:i32 CLOSE:) INSTRUCTION:local.get"
            + " NUMBER:0 CLOSE:)",
        kinds("(func $f (param i32)\n  local.get 0)"));
  }

  @Test
  void splitsImmediatesFromTheirNumber() {
    assertEquals(
        "INSTRUCTION:i32.load KEYWORD:offset= NUMBER:8 KEYWORD:align= ERROR:x",
        kinds("i32.load offset=8 align=x"));
  }

  @Test
  void nestsBlockComments() {
    assertEquals("BLOCK_COMMENT:(; a (; b ;) c ;) KEYWORD:end", kinds("(; a (; b ;) c ;)end"));
  }

  @Test
  void marksOnlyTheStartOfAnEndlessComment() {
    assertEquals("ERROR:(; BLOCK_COMMENT: a (; b ;) c", kinds("(; a (; b ;) c"));
    assertEquals("ERROR:(;", kinds("(;"));
    assertEquals("ERROR:(; BLOCK_COMMENT:)", kinds("(;)"));
  }

  @Test
  void endsLineCommentsBeforeTheLineBreak() {
    assertEquals("LINE_COMMENT:;; a ( \" b KEYWORD:end", kinds(";; a ( \" b\r\nend"));
  }

  @Test
  void endsABrokenStringWithItsLine() {
    assertEquals("ERROR:\"abc KEYWORD:end", kinds("\"abc\nend"));
    assertEquals("ERROR:\"abc\\ KEYWORD:end", kinds("\"abc\\\nend"));
    assertEquals("STRING:\"a\\\"b\\\\\" CLOSE:)", kinds("\"a\\\"b\\\\\")"));
  }

  @Test
  void takesQuotedNamesAndAnnotations() {
    assertEquals(
        "NAME:$\"a b\" OPEN:( KEYWORD:@custom STRING:\"x\" CLOSE:)",
        kinds("$\"a b\" (@custom \"x\")"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "+1_000",
        "0xdead_BEEF",
        "1.",
        "1.5e-3",
        "0x1.8p+4",
        "inf",
        "-nan",
        "nan:0x7f",
        "nan:canonical"
      })
  void knowsNumbers(String number) {
    assertEquals("NUMBER:" + number, kinds(number));
  }

  @ParameterizedTest
  @CsvSource({"12abc", "1__0", "0x", "1e", "-", "$", "@", "Func", ";", "[é]", "0xg", "1_"})
  void marksWhatNoTokenCanBe(String garbage) {
    assertEquals("ERROR:" + garbage, kinds(garbage));
  }

  @Test
  void coversAnyTextInOrder() {
    var random = new Random(1);
    String alphabet = "();;;\"\"\\\n\r\t $@=_.0x1eabif\0é\uD83D\uDE00\uD83D[]{},+-";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      check(text.toString());
    }
  }

  @Test
  void readsEverySample() throws IOException {
    List<Path> samples;
    try (var files = Files.list(Path.of("samples"))) {
      samples = files.filter(file -> file.toString().endsWith(".wat")).toList();
    }
    assertTrue(samples.size() > 10);
    for (var sample : samples) {
      String text = Files.readString(sample);
      check(text);
      assertTrue(
          WatLexer.tokens(text).stream().noneMatch(token -> token.kind() == Kind.ERROR),
          sample.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(;", "\"", "(", "$", "1_", "a", ";; (;\n", "\"\n", "é", "(; ;) "})
  void takesTimeInProportion(String piece) {
    String text = piece.repeat(4_000_000 / piece.length());
    assertTimeout(Duration.ofSeconds(20), () -> check(text));
  }

  private static void check(String text) {
    int at = 0;
    for (var token : WatLexer.tokens(text)) {
      assertTrue(token.length() > 0, text);
      assertTrue(text.substring(at, token.offset()).isBlank(), text);
      at = token.end();
    }
    assertTrue(text.substring(at).isBlank(), text);
  }
}
