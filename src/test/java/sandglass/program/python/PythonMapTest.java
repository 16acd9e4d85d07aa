package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sandglass.program.Program;

/** Lines of Python, lines of text and instructions of the binary belong together as is said. */
class PythonMapTest {
  private static final String SOURCE =
      """
      def double(x):
          if x > 10:
              return 0
          return x * 2


      print("one")
      for i in range(3):
          total = double(i)
          print(total)
      """;

  static Stream<SubsetProgram> some() {
    return Stream.concat(PythonTextTest.some(), Stream.of(SubsetProgram.of(SOURCE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void countsInstructionsAsADecoderDoes(SubsetProgram source) throws Exception {
    var program = source.compile();
    var map = program.python().orElseThrow();
    var module = Parser.parse(program.wasm());
    var text = program.source().orElseThrow().lines().toList();
    int written = 0;
    for (var function : functions(module).entrySet()) {
      String name = function.getKey();
      if (map.instructions(name) > 0) {
        written++;
        var instructions = module.codeSection().getFunctionBody(function.getValue()).instructions();
        assertEquals(instructions.size(), map.instructions(name), name);
        for (int i = 0; i < instructions.size(); i++) {
          int line = map.textLine(name, i).orElseThrow();
          var opcode = instructions.get(i).opcode();
          if (opcode != OpCode.END && opcode != OpCode.ELSE) {
            String word = word(opcode);
            String shown = text.get(line - 1);
            assertTrue(shown.contains(word), name + " " + i + ": no " + word + " in " + shown);
          }
        }
        assertEquals(Optional.empty(), map.textLine(name, instructions.size()));
        assertEquals(Optional.empty(), map.textLine(name, -1));
      }
    }
    assertTrue(written >= 5, written + " functions are the program's own");
    assertEquals(0, map.instructions("py.print"));
    assertEquals(Optional.empty(), map.textLine("py.print", 0));
  }

  private static String word(OpCode opcode) {
    return opcode
        .name()
        .toLowerCase(java.util.Locale.ROOT)
        .replaceFirst("_", ".")
        .replace("br.if", "br_if")
        .replace("br.table", "br_table");
  }

  /** Functions by name, those of the code section counted from 0. */
  private static Map<String, Integer> functions(WasmModule module) {
    Map<String, Integer> functions = new HashMap<>();
    int imports = module.importSection().importCount();
    for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
      functions.put(module.nameSection().nameOfFunction(imports + i), i);
    }
    return functions;
  }

  @Test
  void findsTheCallsOfPrint() throws Exception {
    var program = SubsetProgram.of(SOURCE).compile();
    var map = program.python().orElseThrow();
    var module = Parser.parse(program.wasm());
    var text = program.source().orElseThrow().lines().toList();
    var functions = functions(module);
    int print = module.importSection().importCount() + functions.get("py.print");
    var body = module.codeSection().getFunctionBody(functions.get("<module>")).instructions();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).opcode() == OpCode.CALL && body.get(i).operand(0) == print) {
        int line = map.textLine("<module>", i).orElseThrow();
        assertTrue(text.get(line - 1).contains("call $py.print"), text.get(line - 1));
        lines.add(map.sourceLine(line));
      }
    }
    assertEquals(List.of(7, 10), lines);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void mapsLinesBothWays(SubsetProgram source) throws Exception {
    Program program = source.compile();
    var map = program.python().orElseThrow();
    int pythonLines = (int) source.source().lines().count();
    int textLines = (int) program.source().orElseThrow().lines().count();
    int mapped = 0;
    for (int line = 1; line <= pythonLines; line++) {
      int[] lines = map.textLines(line);
      assertTrue(Arrays.stream(lines).allMatch(l -> l >= 1 && l <= map.ownLines()));
      assertArrayEquals(Arrays.stream(lines).sorted().distinct().toArray(), lines);
      for (int textLine : lines) {
        assertEquals(line, map.sourceLine(textLine));
      }
      mapped += lines.length;
    }
    long there =
        IntStream.rangeClosed(1, textLines).filter(line -> map.sourceLine(line) > 0).count();
    assertEquals(there, mapped);
    for (int line : new int[] {-1, 0, map.ownLines() + 1, textLines, textLines + 1}) {
      assertEquals(0, map.sourceLine(line));
    }
    assertEquals(0, map.textLines(0).length);
    assertEquals(0, map.textLines(pythonLines + 1).length);
  }
}
