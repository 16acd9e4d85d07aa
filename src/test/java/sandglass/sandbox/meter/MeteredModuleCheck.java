package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What holds for every metered module, whatever it does when it runs. */
final class MeteredModuleCheck {
  private MeteredModuleCheck() {}

  /**
   * Checks a module that the engine accepts.
   *
   * @return null where all is well, otherwise what is wrong
   */
  static String problem(byte[] original) {
    Metered metered = MeterFailure.guard(original);
    Metered again = MeterFailure.guard(original);
    if (!Arrays.equals(metered.module(), again.module())
        || metered.startupFuel() != again.startupFuel()) {
      return "metering twice gives two results";
    }
    WasmModule before = Parser.parse(original);
    WasmModule after = Parser.parse(metered.module());
    int globals =
        before.globalSection().globalCount()
            + (int)
                before.importSection().stream()
                    .filter(i -> i.importType() == ExternalType.GLOBAL)
                    .count();
    if (metered.fuelGlobal() != globals) {
      return "fuel global is " + metered.fuelGlobal() + ", expected the one after " + globals;
    }
    return mapProblem(original, metered, before, after);
  }

  private static String mapProblem(
      byte[] original, Metered metered, WasmModule before, WasmModule after) {
    List<Instruction> expected = instructions(before);
    int at = 0;
    for (Instruction instruction : instructions(after)) {
      int from = metered.map().original(instruction.address());
      if (from < 0) {
        continue;
      }
      if (at == expected.size()) {
        return "an instruction too many is mapped, at " + from;
      }
      Instruction next = expected.get(at++);
      if (from != next.address()) {
        return "%s is mapped to %#x, expected %s".formatted(instruction, from, next);
      }
      if (original[from] != metered.module()[instruction.address()]
          || instruction.opcode() != next.opcode()) {
        return "%s is mapped to another opcode: %s".formatted(instruction, next);
      }
    }
    return at == expected.size() ? null : "not mapped: " + expected.get(at);
  }

  private static List<Instruction> instructions(WasmModule module) {
    List<Instruction> all = new ArrayList<>();
    for (var body : module.codeSection().functionBodies()) {
      all.addAll(body.instructions());
    }
    return all;
  }
}
