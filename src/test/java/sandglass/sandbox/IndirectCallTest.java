package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Trapped;
import sandglass.sandbox.meter.Meter;
import sandglass.sandbox.meter.Metered;

/**
 * Calls through tables with so many functions of one type that the engine's switch is too large.
 */
class IndirectCallTest {
  /** Bytes; HotSpot compiles no larger method. */
  private static final int COMPILABLE = 8_000;

  private static final Pattern NAMES = Pattern.compile("call_indirect_|apply");

  /** The first is of another type; the others return their number plus their arguments. */
  private static String module(int functions) {
    var wat =
        new StringBuilder("(module (memory 1) (type $t (func (param i32 i64) (result i64)))\n");
    wat.append("(func $f0)\n");
    for (int i = 1; i < functions; i++) {
      wat.append("(func $f").append(i).append(" (type $t) (i64.add (i64.const ").append(i);
      wat.append(") (i64.add (i64.extend_i32_s (local.get 0)) (local.get 1))))\n");
    }
    int empty = functions;
    wat.append("(table ").append(empty + 1).append(" funcref) (elem (i32.const 0)");
    for (int i = 0; i < functions; i++) {
      wat.append(" $f").append(i);
    }
    wat.append(")\n(func (export \"call\") (param i32) (result i64)\n");
    wat.append("(call_indirect (type $t) (i32.const -7) (i64.const 1000000) (local.get 0)))\n");
    // Every function once, and the sum of what they return.
    wat.append("(func (export \"all\") (result i64) (local $i i32) (local $sum i64)\n");
    wat.append("(local.set $i (i32.const 1)) (loop (local.set $sum (i64.add (local.get $sum)\n");
    wat.append("(call_indirect (type $t) (i32.const 0) (i64.const 0) (local.get $i))))\n");
    wat.append("(br_if 0 (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1)))\n");
    wat.append("(i32.const ").append(functions).append(")))) (local.get $sum)))");
    return wat.toString();
  }

  // Above 1,024 of a type, the engine divides its switch itself.
  @ParameterizedTest
  @ValueSource(ints = {5, 30, 700, 1_025, 2_000})
  void callsTheRightOneOrTraps(int functions) {
    Attack attack = Attack.by(module(functions));
    assertEquals(
        "i64:" + (functions - 1L) * functions / 2, run(attack.invoking("all")), "sum of all");
    for (int i : new int[] {1, 2, functions / 2, functions - 1}) {
      assertEquals(
          "i64:" + (1_000_000 - 7 + i), run(attack.invoking("call", Integer.toString(i))), "one");
    }
    assertTraps(attack, 0, "indirect call type mismatch");
    assertTraps(attack, functions, "uninitialized element");
    assertTraps(attack, functions + 1, "undefined element");
    assertTraps(attack, -1, "undefined element");
  }

  private static String run(Attack attack) {
    Report report = attack.run(Engine.COMPILED);
    assertEquals(new Exited(0), report.outcome());
    return report.results().getFirst();
  }

  private static void assertTraps(Attack attack, int element, String reason) {
    Attack.assertEnds(
        Trapped.class,
        attack.invoking("call", Integer.toString(element)).run(Engine.COMPILED),
        reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 2_000})
  void leavesNoMethodTooLargeToBeCompiled(int functions) throws IOException {
    Metered metered = Meter.meter(Attack.compile(module(functions)));
    var rewriter = new CodeRewriter(metered.fuelGlobal(), true);
    int before = 0;
    for (var entry : compiled(metered.module()).entrySet()) {
      before = Math.max(before, longestIndirectCall(entry.getValue()));
      byte[] rewritten = rewriter.rewrite(entry.getKey(), entry.getValue());
      int longest = longestIndirectCall(rewritten);
      assertTrue(longest < 400, entry.getKey() + ": " + longest);
      assertTrue(ClassFile.of().verify(rewritten).isEmpty(), entry.getKey());
    }
    assertTrue(before > COMPILABLE, "not large in the first place: " + before);
  }

  @Test
  void keepsClassesOfNoInterest() throws IOException {
    Metered metered = Meter.meter(Attack.compile(module(5)));
    compiled(metered.module())
        .forEach(
            (name, bytes) -> {
              if (name.endsWith("Shaded.class")) {
                assertTrue(
                    new CodeRewriter(metered.fuelGlobal(), true).rewrite(name, bytes) == bytes);
              }
            });
  }

  private static int longestIndirectCall(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .filter(method -> NAMES.matcher(method.methodName().stringValue()).lookingAt())
        .mapToInt(IndirectCallTest::length)
        .max()
        .orElse(0);
  }

  private static int length(MethodModel method) {
    return method.findAttribute(Attributes.code()).orElseThrow().codeLength();
  }

  private static Map<String, byte[]> compiled(byte[] module) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    MachineFactoryCompiler.builder(Parser.parse(module)).withCache(new Kept(classes)).compile();
    return classes;
  }

  private record Kept(Map<String, byte[]> classes) implements Cache {
    @Override
    public byte[] get(String key) {
      return null;
    }

    @Override
    public void putIfAbsent(String key, byte[] jar) throws IOException {
      try (var in = new JarInputStream(new ByteArrayInputStream(jar))) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          if (entry.getName().endsWith(".class")) {
            classes.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }
}
