package sandglass.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes the classes that Chicory compiled faster, one by one. In all of them:
 *
 * <ul>
 *   <li>Interruption is no longer polled at every call and loop: the fuel is checked there too, and
 *       {@link FuelGlobal} polls whenever a slice is used up, which takes microseconds.
 *   <li>A comparison whose answer only decides a branch becomes the branch's own (see {@link
 *       Comparison}).
 *   <li>What {@link Math} does with a NaN no longer depends on how hot it is (see {@link
 *       CompiledMath}).
 *   <li>A call through a table no longer ends in a method too large to be compiled (see {@link
 *       IndirectCalls}).
 * </ul>
 *
 * <p>Where the module has a memory, which is a {@link FlatMemory} here, its accesses go straight to
 * it (see {@link CompiledAccess}), and so do those to the fuel and to the other globals, which
 * Chicory looks for in the instance each time.
 *
 * <p>A class that has no room for what this adds stays as it is, and runs as well, but slower.
 */
final class CodeRewriter {
  private static final String ACCESS = CompiledAccess.class.getName().replace('.', '/');
  private static final String MATH = CompiledMath.class.getName().replace('.', '/');
  private static final String OPCODES = "com/dylibso/chicory/runtime/OpcodeImpl";
  private static final String MEMORY = "Lcom/dylibso/chicory/runtime/Memory;";

  /** The suffix of the class of helpers that Chicory gives each module. */
  private static final String HELPERS = "Shaded";

  /** More than are ever appended to a class. */
  private static final int ROOM = 64;

  private static final Set<String> MEMORY_ACCESS =
      Set.of(
          "memoryReadByte",
          "memoryReadShort",
          "memoryReadInt",
          "memoryReadLong",
          "memoryReadFloat",
          "memoryReadDouble",
          "memoryWriteByte",
          "memoryWriteShort",
          "memoryWriteInt",
          "memoryWriteLong",
          "memoryWriteFloat",
          "memoryWriteDouble");

  /** The operations that {@link CompiledMath} has. */
  private static final Set<String> FLOATS =
      Set.of(
          "F32_MIN",
          "F32_MAX",
          "F32_CEIL",
          "F32_FLOOR",
          "F32_TRUNC",
          "F32_NEAREST",
          "F64_MIN",
          "F64_MAX",
          "F64_CEIL",
          "F64_FLOOR",
          "F64_TRUNC",
          "F64_NEAREST");

  private final int fuelGlobal;
  private final boolean hasMemory;

  /**
   * @param fuelGlobal index of the meter's global
   * @param hasMemory whether the module has a memory; each is a {@link FlatMemory}
   */
  CodeRewriter(int fuelGlobal, boolean hasMemory) {
    this.fuelGlobal = fuelGlobal;
    this.hasMemory = hasMemory;
  }

  /**
   * Rewrites a class; may give the very bytes that it was given.
   *
   * @param name the class's name or that of its file
   * @param bytes the class file as Chicory made it
   */
  byte[] rewrite(String name, byte[] bytes) {
    if (name.endsWith(HELPERS) || name.endsWith(HELPERS + ".class")) {
      return bytes;
    }
    var file = new ClassPatch(bytes);
    if (!file.hasRoomFor(ROOM)) {
      return bytes;
    }
    HelperCall[] calls = calls(file);
    if (calls == null) {
      return bytes;
    }
    var code = new CodePatch(file, calls, replacements(file), fuelGlobal, hasMemory);
    file.forEachMethod(code::patch);
    byte[] patched = file.toBytes();
    return code.hasLargeIndirectCall() ? IndirectCalls.divide(patched) : patched;
  }

  /**
   * For each constant that is a method, what a call of it is. The memory's methods change here, and
   * those of floating-point numbers.
   *
   * @return {@code null} if nothing is to change
   */
  private HelperCall[] calls(ClassPatch file) {
    Map<Integer, String> owners = new HashMap<>();
    var calls = new HelperCall[file.constants()];
    int access = 0;
    int math = 0;
    boolean any = false;
    for (int i = 1; i < calls.length; i++) {
      if (!file.isMethod(i)) {
        continue;
      }
      String owner = owners.computeIfAbsent(file.owner(i), file::className);
      if (!owner.endsWith(HELPERS) && !owner.equals(OPCODES)) {
        continue;
      }
      String method = file.methodName(i);
      any = true;
      if (hasMemory && MEMORY_ACCESS.contains(method)) {
        access = access > 0 ? access : file.addClass(ACCESS);
        file.setOwner(i, access);
      } else if (owner.equals(OPCODES) && FLOATS.contains(method)) {
        math = math > 0 ? math : file.addClass(MATH);
        file.setOwner(i, math);
      } else {
        calls[i] = HelperCall.of(method).orElse(null);
      }
    }
    return any ? calls : null;
  }

  private static CodePatch.Replacements replacements(ClassPatch file) {
    int access = file.addClass(ACCESS);
    int ints = file.addClass("java/lang/Integer");
    int longs = file.addClass("java/lang/Long");
    return new CodePatch.Replacements(
        file.addMethod(access, "fuel", "(" + MEMORY + ")J"),
        file.addMethod(access, "fuel", "(J" + MEMORY + ")V"),
        file.addMethod(access, "spent", "(J" + MEMORY + ")V"),
        file.addMethod(access, "global", "(I" + MEMORY + ")J"),
        file.addMethod(access, "global", "(JI" + MEMORY + ")V"),
        file.addMethod(ints, "compareUnsigned", "(II)I"),
        file.addMethod(longs, "compareUnsigned", "(JJ)I"));
  }
}
