package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.push;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;

/**
 * Loads and stores. Bounds are checked before the first byte is touched, so that a store that traps
 * has written nothing.
 */
final class VectorMemory {
  // Where an instruction keeps its immediates; 0 is the alignment, a mere hint.
  private static final int OFFSET = 1;
  private static final int MEMORY = 2;
  private static final int LANE = 3;

  private VectorMemory() {}

  /** Executes a load or a store; false if the instruction is neither. */
  static boolean execute(OpCode op, Instruction instruction, MStack stack, Instance instance) {
    switch (op) {
      case V128_LOAD -> load(instruction, stack, instance);
      case V128_LOAD8x8_S -> extend(Lanes.I8, instruction, stack, instance);
      case V128_LOAD8x8_U -> extend(Lanes.U8, instruction, stack, instance);
      case V128_LOAD16x4_S -> extend(Lanes.I16, instruction, stack, instance);
      case V128_LOAD16x4_U -> extend(Lanes.U16, instruction, stack, instance);
      case V128_LOAD32x2_S -> extend(Lanes.I32, instruction, stack, instance);
      case V128_LOAD32x2_U -> extend(Lanes.U32, instruction, stack, instance);
      case V128_LOAD8_SPLAT -> splat(Lanes.U8, instruction, stack, instance);
      case V128_LOAD16_SPLAT -> splat(Lanes.U16, instruction, stack, instance);
      case V128_LOAD32_SPLAT -> splat(Lanes.U32, instruction, stack, instance);
      case V128_LOAD64_SPLAT -> splat(Lanes.I64, instruction, stack, instance);
      case V128_LOAD32_ZERO -> zero(Lanes.U32, instruction, stack, instance);
      case V128_LOAD64_ZERO -> zero(Lanes.I64, instruction, stack, instance);
      case V128_LOAD8_LANE -> loadLane(Lanes.U8, instruction, stack, instance);
      case V128_LOAD16_LANE -> loadLane(Lanes.U16, instruction, stack, instance);
      case V128_LOAD32_LANE -> loadLane(Lanes.U32, instruction, stack, instance);
      case V128_LOAD64_LANE -> loadLane(Lanes.I64, instruction, stack, instance);
      case V128_STORE -> store(instruction, stack, instance);
      case V128_STORE8_LANE -> storeLane(Lanes.U8, instruction, stack, instance);
      case V128_STORE16_LANE -> storeLane(Lanes.U16, instruction, stack, instance);
      case V128_STORE32_LANE -> storeLane(Lanes.U32, instruction, stack, instance);
      case V128_STORE64_LANE -> storeLane(Lanes.I64, instruction, stack, instance);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void load(Instruction instruction, MStack stack, Instance instance) {
    Memory memory = memory(instruction, instance);
    int address = address(instruction, stack, memory, 16);
    push(stack, memory.readLong(address), memory.readLong(address + 8));
  }

  private static void store(Instruction instruction, MStack stack, Instance instance) {
    long high = stack.pop();
    long low = stack.pop();
    Memory memory = memory(instruction, instance);
    int address = address(instruction, stack, memory, 16);
    memory.writeLong(address, low);
    memory.writeLong(address + 8, high);
  }

  private static void extend(
      Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    long half = one(Lanes.I64, instruction, stack, instance);
    IntegerWidening.pushExtended(stack, lanes, half);
  }

  private static void splat(Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    long half = lanes.splat(one(lanes, instruction, stack, instance));
    push(stack, half, half);
  }

  private static void zero(Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    push(stack, one(lanes, instruction, stack, instance), 0);
  }

  private static void loadLane(
      Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    long high = stack.pop();
    long low = stack.pop();
    long value = one(lanes, instruction, stack, instance);
    LaneAccess.pushReplaced(stack, lanes, (int) instruction.operand(LANE), low, high, value);
  }

  private static void storeLane(
      Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    long high = stack.pop();
    long low = stack.pop();
    long value = LaneAccess.get(lanes, (int) instruction.operand(LANE), low, high);
    Memory memory = memory(instruction, instance);
    int address = address(instruction, stack, memory, lanes.bits() / Byte.SIZE);
    switch (lanes.bits()) {
      case 8 -> memory.writeByte(address, (byte) value);
      case 16 -> memory.writeShort(address, (short) value);
      case 32 -> memory.writeI32(address, (int) value);
      default -> memory.writeLong(address, value);
    }
  }

  /** Pops the address and reads one lane there. */
  private static long one(Lanes lanes, Instruction instruction, MStack stack, Instance instance) {
    Memory memory = memory(instruction, instance);
    int address = address(instruction, stack, memory, lanes.bits() / Byte.SIZE);
    return lanes.extend(
        switch (lanes.bits()) {
          case 8 -> memory.read(address);
          case 16 -> memory.readShort(address);
          case 32 -> memory.readInt(address);
          default -> memory.readLong(address);
        });
  }

  private static Memory memory(Instruction instruction, Instance instance) {
    return instance.memory((int) instruction.operand(MEMORY));
  }

  /** The effective address: a sum of two unsigned numbers of 32 bits, which does not wrap. */
  private static int address(Instruction instruction, MStack stack, Memory memory, int bytes) {
    long address = (stack.pop() & 0xFFFF_FFFFL) + instruction.operand(OFFSET);
    if (address + bytes > (long) memory.pages() * Memory.PAGE_SIZE) {
      throw new WasmRuntimeException("out of bounds memory access");
    }
    return (int) address;
  }
}
