package sandglass.sandbox;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Divides the methods that call through a table. Chicory gives each type of function a method that
 * looks up the function and switches between all functions of the type; in a large module it has
 * tens of kilobytes, and HotSpot compiles none above 8,000 bytes. Here the switch becomes a {@link
 * SwitchTree} of methods small enough to be inlined where they are called.
 */
final class IndirectCalls {
  private static final String CALL_INDIRECT = "call_indirect_";

  /** What Chicory calls a method that is a part of such a switch; it needs parts above 1,024. */
  private static final String PART = "apply";

  /** Bytes; HotSpot inlines no larger method, however often it is called. */
  private static final int LONGEST_METHOD = 325;

  private IndirectCalls() {}

  /**
   * Whether to divide a method.
   *
   * @param length bytes of its code
   */
  static boolean isLarge(String method, int length) {
    return length > LONGEST_METHOD && isIndirectCall(method);
  }

  private static boolean isIndirectCall(String method) {
    return method.startsWith(CALL_INDIRECT) || method.equals(PART);
  }

  /** Divides all large methods of a class. */
  static byte[] divide(byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method
              && isIndirectCall(method.methodName().stringValue())) {
            divide(method, builder, model.thisClass().asSymbol());
          } else {
            builder.with(element);
          }
        });
  }

  private static void divide(MethodModel method, ClassBuilder builder, ClassDesc owner) {
    CodeModel code = method.code().orElseThrow();
    LookupSwitchInstruction lookup = null;
    Label label = null;
    Map<Label, MethodRefEntry> calls = new HashMap<>();
    for (CodeElement element : code) {
      switch (element) {
        case LookupSwitchInstruction found -> lookup = found;
        case LabelTarget target -> label = target.label();
        case InvokeInstruction call -> {
          if (lookup != null && label != null && call.method() instanceof MethodRefEntry called) {
            calls.putIfAbsent(label, called);
          }
        }
        default -> {}
      }
    }
    if (lookup == null || lookup.cases().size() <= SwitchTree.LARGEST_LEAF) {
      builder.with(method);
      return;
    }
    NavigableMap<Integer, MethodRefEntry> functions = new TreeMap<>();
    for (SwitchCase one : lookup.cases()) {
      functions.put(one.caseValue(), calls.get(one.target()));
    }
    MethodTypeDesc function = functions.firstEntry().getValue().typeSymbol();
    var tree =
        new SwitchTree(
            builder,
            owner,
            method.methodName().stringValue(),
            function.insertParameterTypes(function.parameterCount(), ConstantDescs.CD_int),
            calls.get(lookup.defaultTarget()).owner().asSymbol());
    if (method.methodName().equalsString(PART)) {
      // Its arguments are those of a tree's method; Chicory loads them from wrong places.
      tree.add(method.methodName().stringValue(), functions);
    } else {
      String root = tree.add(functions);
      builder.transformMethod(
          method,
          MethodTransform.transformingCode(
              CodeTransform.ofStateful(() -> new Replacement(tree, root))));
    }
  }

  /** Replaces the switch and its cases by a call. */
  private static final class Replacement implements CodeTransform {
    private final SwitchTree tree;
    private final String root;
    private boolean skipping;

    Replacement(SwitchTree tree, String root) {
      this.tree = tree;
      this.root = root;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof LookupSwitchInstruction) {
        tree.call(code, root);
        skipping = true;
      }
      if (!skipping) {
        code.with(element);
      } else if (element instanceof ThrowInstruction) {
        skipping = false; // the last of its cases throws
      }
    }
  }
}
