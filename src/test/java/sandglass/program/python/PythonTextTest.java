package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;

/** The text that is shown is the program that runs, and is there to be read. */
class PythonTextTest {
  private static final int LONGEST_LINE = 200;
  private static final Pattern CALL = Pattern.compile("\\(call \\$([^\\s()]+)");

  private static final Pattern FUNCTION = Pattern.compile("\\(func \\$([^\\s()]+)");

  private static final Sandbox SANDBOX = Sandbox.inMemory();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  static Stream<SubsetProgram> some() {
    var names =
        List.of(
            "algo_dijkstra",
            "algo_expression_parser",
            "algo_gcd_euclid",
            "algo_linked_structures",
            "algo_matrix",
            "argv_basics",
            "booleans_as_numbers",
            "builtin_min_max",
            "comprehensions",
            "dict_order_deletion",
            "except_in_loops",
            "fstring_basics",
            "global_counters_log",
            "input_loop");
    return SubsetProgram.all().stream().filter(program -> names.contains(program.name()));
  }

  /** Few: compiling the whole text takes seconds. */
  static Stream<SubsetProgram> few() {
    var names =
        List.of(
            "algo_expression_parser",
            "argv_basics",
            "comprehensions",
            "except_in_loops",
            "input_loop");
    return some().filter(program -> names.contains(program.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("few")
  void doesByItselfWhatTheFilledModuleDoes(SubsetProgram program) throws Exception {
    var filled = program.compile();
    var whole =
        assertInstanceOf(
            WatResult.Compiled.class, WatCompiler.compile(filled.source().orElseThrow()));
    Report one = program.run(SANDBOX, filled.wasm(), Engine.INTERPRETER);
    Report two = program.run(SANDBOX, whole.wasm(), Engine.INTERPRETER);
    assertEquals(program.expected(), SubsetProgram.Expected.of(program.name(), one));
    assertEquals(program.expected(), SubsetProgram.Expected.of(program.name(), two));
    assertEquals(one.stderr().text(), two.stderr().text());
    assertEquals(one.fuelUsed(), two.fuelUsed());
    assertEquals(one.memoryGrowths(), two.memoryGrowths());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void keepsItsOwnLinesShort(SubsetProgram program) {
    for (String line : own(program.source())) {
      boolean isComment = line.strip().startsWith(";; ");
      int most = isComment ? LONGEST_LINE + 60 : LONGEST_LINE;
      assertTrue(line.length() <= most || line.startsWith("  (data "), line);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void saysEachLineOfPythonAboveItsCode(SubsetProgram program) {
    var compiled = compile(program.source());
    List<String> text = compiled.text().lines().toList();
    List<String> python = program.source().lines().toList();
    int said = 0;
    int current = 0;
    for (int line = 1; line <= compiled.map().ownLines(); line++) {
      int source = compiled.map().sourceLine(line);
      String shown = text.get(line - 1).strip();
      if (shown.startsWith(";; " + source + " ") && source > 0) {
        String statement = python.get(source - 1).strip();
        String comment = shown.substring((";; " + source).length()).strip();
        String begin = comment.substring(0, Math.min(20, comment.length()));
        assertTrue(statement.startsWith(ascii(begin)), shown + " is not " + statement);
        said++;
        current = source;
      }
      if (shown.contains("call $py.print")) {
        assertTrue(source > 0 && current > 0, "no line of Python is above " + line + ": " + shown);
      }
    }
    assertTrue(said * 3L > python.stream().filter(l -> !l.isBlank()).count(), said + " lines");
  }

  /** Only comparable where it is what both show. */
  private static String ascii(String text) {
    return text.chars().allMatch(c -> c < 0x7f) ? text : "";
  }

  @Test
  void keepsNames() {
    String text =
        compile(
                """
                def grow(tree, leaf_count=3):
                    height = tree + leaf_count
                    return height
                total = 0
                def add():
                    global total
                    total += grow(1)
                add()
                print(total)
                """)
            .text();
    assertTrue(text.contains("(func $grow (param $tree i64) (param $leaf_count i64)"), text);
    assertTrue(text.contains("(local $height i64)"), text);
    assertTrue(text.contains("(global $total "), text);
    assertTrue(text.contains("call $grow"), text);
  }

  @Test
  void takesNoMoreOfTheRuntimeThanItCalls() {
    String print = compile("print('hello')\n").text();
    for (String absent : List.of("py.math_", "gamma", "$py.sorted", "c.big_power")) {
      assertFalse(print.contains(absent), absent);
    }
    String sine = compile("import math\nprint(math.sin(1.5))\n").text();
    assertTrue(sine.contains("(func $py.math_sin"), "has what it calls");
    assertFalse(sine.contains("gamma"), "has what it does not call");
    assertTrue(print.length() < sine.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void hasEveryFunctionThatIsCalled(SubsetProgram program) {
    String text = compile(program.source()).text();
    List<String> defined = FUNCTION.matcher(text).results().map(m -> m.group(1)).toList();
    assertEquals(defined.size(), Set.copyOf(defined).size());
    var called = CALL.matcher(text);
    while (called.find()) {
      assertTrue(defined.contains(called.group(1)), called.group(1));
    }
  }

  private static List<String> own(String source) {
    var compiled = compile(source);
    return compiled.text().lines().limit(compiled.map().ownLines()).toList();
  }

  private static PythonResult.Compiled compile(String source) {
    return assertInstanceOf(PythonResult.Compiled.class, PythonCompiler.compile("main.py", source));
  }
}
