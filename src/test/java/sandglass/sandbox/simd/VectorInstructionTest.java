package sandglass.sandbox.simd;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each vector instruction on its own, against what V8 computes; simd_vectors.py made the cases. */
class VectorInstructionTest {
  private record Case(String instruction, String operands, String result) {
    static Case of(String line) {
      String[] parts = line.split("; ?", -1);
      return new Case(parts[0], parts[1], parts[2]);
    }

    long[] slots() {
      return Arrays.stream(operands.split(" "))
          .filter(text -> !text.isEmpty())
          .mapToLong(text -> Long.parseUnsignedLong(text, 16))
          .toArray();
    }
  }

  @TestFactory
  Stream<DynamicTest> computesWhatV8Computes() {
    Instance instance = VectorModules.instance(VectorModules.resource("instructions.wasm"));
    return VectorModules.text("instructions.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Case::of)
        .collect(groupingBy(Case::instruction, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> check(instance, entry.getValue())));
  }

  private static void check(Instance instance, List<Case> cases) {
    for (Case one : cases) {
      long[] result = instance.export(one.instruction).apply(one.slots());
      String text = Long.toHexString(result[0]) + " " + Long.toHexString(result[1]);
      assertEquals(one.result, text, () -> one.instruction + " " + one.operands);
    }
  }

  @Test
  void casesCoverEveryVectorInstruction() {
    Set<OpCode> covered = EnumSet.noneOf(OpCode.class);
    var code = Parser.parse(VectorModules.resource("instructions.wasm")).codeSection();
    for (var body : code.functionBodies()) {
      body.instructions().forEach(instruction -> covered.add(instruction.opcode()));
    }
    Set<OpCode> missing =
        Arrays.stream(OpCode.values())
            .filter(op -> op.opcode() >>> 8 == 0xFD && !covered.contains(op))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }
}
