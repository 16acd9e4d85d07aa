package sandglass.playground.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgsLineTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        line(""),
        line("  \t "),
        line("one", "one"),
        line("  one   two ", "one", "two"),
        line("'one two' three", "one two", "three"),
        line("\"one two\"", "one two"),
        line("''", ""),
        line("a '' \"\" b", "a", "", "", "b"),
        line("a'b'\"c\"d", "abcd"),
        line("one\\ two", "one two"),
        line("\\\\ \\' \\\"", "\\", "'", "\""),
        line("'\\'", "\\"),
        line("\"\\\"quoted\\\" \\\\ \\n\"", "\"quoted\" \\ \\n"),
        line("\"it's\" 'say \"hi\"'", "it's", "say \"hi\""),
        line("$'a\\nb\\t\\'c\\'\\\\'", "a\nb\t'c'\\"),
        line("$HOME $", "$HOME", "$"),
        line("--level=9 -x=\"a b\"", "--level=9", "-x=a b"),
        line("* ~ # a;b | >", "*", "~", "#", "a;b", "|", ">"),
        line("héllo 𝄞", "héllo", "𝄞"));
  }

  private static Arguments line(String text, String... words) {
    return Arguments.of(text, List.of(words));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void splitsAsAShell(String line, List<String> words) {
    assertEquals(words, ArgsLine.parse(line));
    assertEquals(words, ArgsLine.parse(ArgsLine.format(words)), "there and back");
  }

  @Test
  void writesPlainWordsPlainly() {
    assertEquals("a 'b c' '' \"it's\"", ArgsLine.format(List.of("a", "b c", "", "it's")));
  }

  @Test
  void pointsAtAQuoteThatIsNeverClosed() {
    assertEquals(
        "The quote ' at character 7 is never closed; close it, or write \\'",
        refusal("𝄞 two 'three"));
    assertEquals(
        "The quote \" at character 1 is never closed; close it, or write \\\"", refusal("\"a\\\""));
    assertEquals(
        "The quote ' at character 1 is never closed; close it, or write \\'", refusal("$'a\\"));
  }

  @Test
  void refusesWhatCannotBeAnArgument() {
    assertEquals(
        "The backslash at the end stands before nothing; write two for one", refusal("a \\"));
    assertEquals("An argument cannot hold a NUL; remove it", refusal("a\0b"));
    assertEquals(
        "The line is longer than 100,000 characters; hand long text over by stdin or a file",
        refusal("x".repeat(100_001)));
  }

  private static String refusal(String line) {
    return assertThrows(IllegalArgumentException.class, () -> ArgsLine.parse(line)).getMessage();
  }
}
