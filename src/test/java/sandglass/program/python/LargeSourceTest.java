package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Sandbox;

/** Sources that are deep, long or no Python at all: each ends soon, and never by an exception. */
class LargeSourceTest {
  /** Bounded, but on a machine that is busy with other things too. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final Sandbox SANDBOX = Sandbox.inMemory();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  static Stream<Arguments> deep() {
    var elifs = new StringBuilder("x = 2999\nif x == 0:\n    print(0)\n");
    for (int i = 1; i < 3_000; i++) {
      elifs.append("elif x == %d:\n    print(%d)\n".formatted(i, i));
    }
    var blocks = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      blocks.append(" ".repeat(i)).append("if True:\n");
    }
    return Stream.of(
        source("5,000 parentheses", "x = " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "\n"),
        source("150 parentheses", "print(" + "(".repeat(150) + "1" + ")".repeat(150) + ")\n"),
        source("5,000 lists", "x = " + "[".repeat(5_000) + "]".repeat(5_000) + "\n"),
        source("5,000 signs", "print(" + "-".repeat(5_000) + "1)\n"),
        source("5,000 nots", "print(" + "not ".repeat(5_000) + "1)\n"),
        source("5,000 sums", "print(0" + " + 1".repeat(5_000) + ")\n"),
        source("5,000 powers", "print(1" + " ** 1".repeat(5_000) + ")\n"),
        source("5,000 comparisons", "print(1" + " == 1".repeat(5_000) + ")\n"),
        source("5,000 conditions", "print(1" + " if True else 1".repeat(5_000) + ")\n"),
        source("5,000 ands", "print(1" + " and 1".repeat(5_000) + ")\n"),
        source("5,000 calls", "print(" + "abs(".repeat(5_000) + "1" + ")".repeat(5_000) + ")\n"),
        source("5,000 subscripts", "x = [1]\nprint(x" + "[0]".repeat(5_000) + ")\n"),
        source("3,000 elifs", elifs.toString()),
        source("300 blocks", blocks + " ".repeat(300) + "print(1)\n"),
        source("a string of 2 MB", "s = '" + "a\\n".repeat(700_000) + "'\nprint(len(s))\n"),
        source("an int of 4,000 digits", "print(" + "7".repeat(4_000) + " % 10)\n"),
        source("an int of 5,000 digits", "print(" + "7".repeat(5_000) + " % 10)\n"),
        source("a list of 20,000", "x = [" + "1, ".repeat(20_000) + "]\nprint(len(x))\n"),
        source("20,000 statements on a line", "x = 1\n" + "x; ".repeat(20_000) + "print(x)\n"));
  }

  private static Arguments source(String name, String text) {
    return Arguments.of(Named.of(name, text));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deep")
  void compilesOrSaysWhyNot(String source) {
    assertTimeoutPreemptively(SOON, () -> compile(source));
  }

  private static String compile(String source) {
    try {
      var program = ProgramLoader.fromPython("main.py", source, Limits.DEFAULT.moduleBytes());
      assertTrue(program.wasm().length > 8);
      return "";
    } catch (ProgramException.InSource e) {
      var error = e.errors().getFirst();
      assertTrue(error.line() > 0 && !error.message().isBlank(), e.getMessage());
      return error.message();
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void runsAHundredThousandLines() throws Exception {
    var source = new StringBuilder("def f(x):\n    return x + 1\n");
    for (int i = 0; i < 10_000; i++) {
      source.append("# ").append(i).append("\n\n\n\n\n\n\n\n\nx = ").append(i).append('\n');
    }
    source.append("print(f(x))\n");
    var report =
        assertTimeoutPreemptively(SOON, () -> SubsetProgram.of(source.toString()).run(SANDBOX));
    assertEquals("10000\n", report.stdout().text());
  }

  @Test
  void takesGarbage() {
    var random = new Random(5);
    String[] pieces = {
      "def ",
      "f",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ":",
      ",",
      "=",
      "==",
      "\n",
      "    ",
      "\n  ",
      "if ",
      "else",
      "elif ",
      "for ",
      "in ",
      "x",
      "1",
      "1.5e",
      "0x",
      "'",
      "\"\"\"",
      "f'",
      "{x!r:>{w}}",
      "\\",
      "\\\n",
      "#",
      ";",
      "lambda ",
      "not ",
      "is ",
      "*",
      "**",
      "@",
      "->",
      ":=",
      "...",
      "class ",
      "try:",
      "except ",
      "as ",
      "\t",
      "\f",
      "\r",
      "\u0000",
      "\ud800",
      "😀",
      "é",
      "\ufeff",
      "return ",
      "yield ",
      "async ",
      "await ",
      "match ",
      "global ",
      "import ",
      "math",
      ".",
      "print(",
      "break",
      "pass",
      "del ",
      "raise ",
      "while ",
      "~",
      "!",
      "$",
      "?"
    };
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(30);
      for (int k = 0; k < length; k++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      analyse(text.toString());
    }
    for (int i = 0; i < 1_000; i++) {
      var text = new StringBuilder();
      random.ints(random.nextInt(80), 0, 0x180).forEach(c -> text.append((char) c));
      analyse(text.toString());
    }
  }

  /** Whole programs with a piece gone: near enough to Python to get far. */
  @Test
  void takesProgramsWithAPieceGone() {
    var random = new Random(6);
    for (var program : PythonTextTest.some().toList()) {
      String source = program.source();
      for (int i = 0; i < 40; i++) {
        int from = random.nextInt(source.length());
        int to = Math.min(source.length(), from + 1 + random.nextInt(12));
        analyse(source.substring(0, from) + source.substring(to));
      }
    }
  }

  private static void analyse(String source) {
    switch (PythonCompiler.compile("main.py", source)) {
      case PythonResult.Compiled compiled -> assertTrue(compiled.text().endsWith(")\n"));
      case PythonResult.Failed failed -> {
        var error = assertInstanceOf(PythonError.class, failed.errors().getFirst());
        assertTrue(error.span().line() > 0 && error.span().column() > 0, source);
      }
    }
  }
}
