package sandglass.sandbox;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A switch between many functions, by their indices, as a tree of static methods. Each takes the
 * function's own arguments and then its index. Those at the leaves call the functions; the others
 * call one another by the index's next few bits.
 */
final class SwitchTree {
  /** Functions; with these, no method is above what HotSpot inlines. */
  static final int LARGEST_LEAF = 20;

  /** Bits of the index that one method looks at. */
  private static final int BITS = 5;

  private static final String MISMATCH = "throwIndirectCallTypeMismatch";
  private static final MethodTypeDesc THROWER =
      MethodTypeDesc.of(ClassDesc.of(RuntimeException.class.getName()));
  private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  private final ClassBuilder builder;
  private final ClassDesc owner;
  private final String name;
  private final MethodTypeDesc type;
  private final ClassDesc helpers;
  private int methods;

  /** The functions whose indices have the same bits above the lowest {@code shift}. */
  private record Branch(int number, NavigableMap<Integer, MethodRefEntry> functions) {}

  /**
   * @param builder gets the methods
   * @param owner its class
   * @param name what the methods' names begin with
   * @param type a function's type, with the index at its end
   * @param helpers Chicory's class that makes the exception for a function of another type
   */
  SwitchTree(
      ClassBuilder builder, ClassDesc owner, String name, MethodTypeDesc type, ClassDesc helpers) {
    this.builder = builder;
    this.owner = owner;
    this.name = name;
    this.type = type;
    this.helpers = helpers;
  }

  /** Adds a tree; gives the name of its topmost method. */
  String add(NavigableMap<Integer, MethodRefEntry> functions) {
    String method = name + "_" + methods++;
    add(method, functions);
    return method;
  }

  /** Adds a tree whose topmost method has a name of its own. */
  void add(String method, NavigableMap<Integer, MethodRefEntry> functions) {
    if (functions.size() <= LARGEST_LEAF) {
      builder.withMethodBody(method, type, PUBLIC_STATIC, code -> leaf(code, functions));
      return;
    }
    int first = functions.firstKey();
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(functions.lastKey() - first);
    int shift = Math.max(0, width - BITS);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < 1 << BITS; i++) {
      var below =
          functions.subMap(first + (i << shift), true, first + ((i + 1) << shift) - 1, true);
      if (!below.isEmpty()) {
        branches.add(new Branch(i, new TreeMap<>(below)));
      }
    }
    List<String> below = branches.stream().map(branch -> add(branch.functions())).toList();
    builder.withMethodBody(
        method, type, PUBLIC_STATIC, code -> branch(code, first, shift, branches, below));
  }

  private void leaf(CodeBuilder code, NavigableMap<Integer, MethodRefEntry> functions) {
    int index = loadArguments(code);
    code.iload(index);
    Label mismatch = code.newLabel();
    List<SwitchCase> cases =
        functions.keySet().stream().map(key -> SwitchCase.of(key, code.newLabel())).toList();
    code.lookupswitch(mismatch, cases);
    for (SwitchCase one : cases) {
      code.labelBinding(one.target());
      code.invokestatic(functions.get(one.caseValue())).return_(kind());
    }
    throwMismatch(code, mismatch);
  }

  private void branch(
      CodeBuilder code, int first, int shift, List<Branch> branches, List<String> below) {
    int index = loadArguments(code);
    code.iload(index); // an argument
    code.iload(index);
    if (first != 0) {
      code.loadConstant(first).isub();
    }
    if (shift != 0) {
      code.loadConstant(shift).iushr();
    }
    Label mismatch = code.newLabel();
    List<SwitchCase> cases =
        branches.stream().map(branch -> SwitchCase.of(branch.number(), code.newLabel())).toList();
    code.tableswitch(0, branches.getLast().number(), mismatch, cases);
    for (int i = 0; i < cases.size(); i++) {
      code.labelBinding(cases.get(i).target());
      call(code, below.get(i));
    }
    throwMismatch(code, mismatch);
  }

  /** Calls a method of the tree with what is on the stack, and returns what it returns. */
  void call(CodeBuilder code, String method) {
    code.invokestatic(owner, method, type).return_(kind());
  }

  private TypeKind kind() {
    return TypeKind.from(type.returnType());
  }

  /** Puts the function's arguments on the stack; gives the slot of its index. */
  private int loadArguments(CodeBuilder code) {
    int slot = 0;
    for (int i = 0; i < type.parameterCount() - 1; i++) {
      TypeKind argument = TypeKind.from(type.parameterType(i));
      code.loadLocal(argument, slot);
      slot += argument.slotSize();
    }
    return slot;
  }

  private void throwMismatch(CodeBuilder code, Label label) {
    code.labelBinding(label).invokestatic(helpers, MISMATCH, THROWER).athrow();
  }
}
