package sandglass.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import sandglass.sandbox.meter.Meter;

/**
 * Makes compiled code keep its fuel in a field of its memory object. Chicory compiles each access
 * to a global into a search through the instance's imports and arrays; the fuel is read and written
 * around every call, and a field of an object that is at hand costs a plain load or store.
 *
 * <p>What is replaced, in the functions' own methods only: {@code readGlobal(fuel, instance)} and
 * {@code writeGlobal(balance, fuel, instance)}. The write of a failed check keeps its way through
 * the global, since the host answers it there.
 */
final class FuelFields {
  private static final ClassDesc MEMORY = ClassDesc.of(FlatMemory.class.getName());
  private static final String FIELD = "fuel";
  private static final String FUNCTIONS = "FuncGroup_";

  /** Bytes; an access grows by less than half of what it takes. */
  private static final int LONGEST_METHOD = 30_000;

  private final int fuelGlobal;

  FuelFields(int fuelGlobal) {
    this.fuelGlobal = fuelGlobal;
  }

  /** Rewrites a class of functions. */
  byte[] rewriteClass(byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method && isWorthwhile(method)) {
            int memory = memorySlot(method.methodTypeSymbol());
            builder.transformMethod(
                method,
                MethodTransform.transformingCode(
                    CodeTransform.ofStateful(() -> new Accesses(memory))));
          } else {
            builder.with(element);
          }
        });
  }

  /**
   * Whether a method is a function's, and not so long that HotSpot leaves it to its interpreter, or
   * that it might outgrow the 64 KB of a method. One that is left as it was goes by the global,
   * which finds its way to the same field.
   */
  private static boolean isWorthwhile(MethodModel method) {
    return method.methodName().stringValue().startsWith("func_")
        && method
            .findAttribute(Attributes.code())
            .map(code -> code.codeLength() <= LONGEST_METHOD)
            .orElse(false);
  }

  /** The last two parameters of a function's method are its memory and its instance. */
  private static int memorySlot(MethodTypeDesc type) {
    int slot = 0;
    for (int i = 0; i < type.parameterCount() - 2; i++) {
      slot += TypeKind.from(type.parameterType(i)).slotSize();
    }
    return slot;
  }

  /** Looks at the latest few instructions of a method, and replaces accesses among them. */
  private final class Accesses implements CodeTransform {
    private static final int LONGEST = 5;

    private final int memorySlot;
    private final ArrayDeque<CodeElement> latest = new ArrayDeque<>();

    Accesses(int memorySlot) {
      this.memorySlot = memorySlot;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      latest.addLast(element);
      if (element instanceof InvokeInstruction call && isOfFuel()) {
        switch (call.name().stringValue()) {
          case "readGlobal" -> read(code);
          case "writeGlobal" -> write(code);
          default -> {}
        }
      }
      while (latest.size() > LONGEST) {
        code.with(latest.removeFirst());
      }
    }

    @Override
    public void atEnd(CodeBuilder code) {
      latest.forEach(code::with);
      latest.clear();
    }

    /** Whether the call that came last has the fuel's index and the instance as arguments. */
    private boolean isOfFuel() {
      List<CodeElement> tail = new ArrayList<>(latest);
      int n = tail.size();
      return n >= 3
          && tail.get(n - 2) instanceof LoadInstruction load
          && load.slot() == memorySlot + 1
          && tail.get(n - 3) instanceof ConstantInstruction index
          && index.typeKind() == TypeKind.INT
          && index.constantValue().equals(fuelGlobal);
    }

    /** Whether the value to be written was just marked by a check. */
    private boolean isMarked() {
      List<CodeElement> tail = new ArrayList<>(latest);
      int n = tail.size();
      return n >= LONGEST
          && tail.get(n - 4) instanceof OperatorInstruction operator
          && operator.opcode() == Opcode.LSUB
          && tail.get(n - 5) instanceof ConstantInstruction constant
          && constant.constantValue() instanceof Long mark
          && mark > Meter.MARK / 2;
    }

    private void read(CodeBuilder code) {
      dropCall(code);
      code.aload(memorySlot).checkcast(MEMORY).getfield(MEMORY, FIELD, ConstantDescs.CD_long);
    }

    private void write(CodeBuilder code) {
      if (isMarked()) {
        return;
      }
      dropCall(code);
      code.aload(memorySlot).checkcast(MEMORY).dup_x2().pop();
      code.putfield(MEMORY, FIELD, ConstantDescs.CD_long);
    }

    /** Forgets the call and its two arguments, and lets through what came before. */
    private void dropCall(CodeBuilder code) {
      latest.removeLast();
      latest.removeLast();
      latest.removeLast();
      atEnd(code);
    }
  }
}
