package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.meter.FunctionSizes;
import sandglass.sandbox.meter.Meter;
import sandglass.sandbox.meter.Metered;
import sandglass.sandbox.meter.Splitter;

/** No function is interpreted because it is large, and none is left to HotSpot's interpreter. */
class MethodSizesTest {
  /** HotSpot's HugeMethodLimit, in bytes. */
  private static final int HUGE = 8_000;

  static Stream<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    for (String folder :
        List.of("src/test/resources/fuel", "src/test/resources/bench", "samples")) {
      try (var files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".wasm")).forEach(modules::add);
      }
    }
    return modules.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void compilesEveryFunction(Path file) throws Exception {
    Metered metered = Meter.meter(Files.readAllBytes(file));
    CompiledModule compiled =
        ModuleCompiler.compile(metered, Splitter.TARGET, new PreparationProgress());
    if (metered.vectors()) {
      assertTrue(compiled.refusal().orElseThrow().contains("vector"));
      return;
    }
    if (compiled.refusal().isPresent()) {
      // Chicory's compiler fails on some valid modules: so the report says.
      assertTrue(compiled.refusal().get().contains("compiler fails"), compiled.refusal().get());
      return;
    }
    assertEquals(Map.of(), compiled.interpreted());
    methodSizes(compiled)
        .forEach((name, size) -> assertTrue(size <= HUGE, () -> name + " has " + size + " bytes"));
  }

  /** A switch of so many cases, each of which does something, in a loop. */
  private static String largeSwitch(int cases) {
    var text = new StringBuilder("(module (memory 1) (func (export \"run\") (param $n i32)");
    text.append("(result i32) (local $i i32) (local $sum i32) (local $f f64) (loop $next ");
    text.append("(block $end ").append("(block ".repeat(cases));
    text.append("(br_table");
    for (int i = 0; i < cases; i++) {
      text.append(' ').append(i);
    }
    text.append(' ').append(cases).append("(local.get $i))");
    for (int i = 0; i < cases; i++) {
      text.append(
          ") (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (i32.const ");
      text.append(i * 7 + 1).append("))) ");
      text.append("(i32.store (i32.const ").append(4 * i).append(") (local.get $sum)) ");
      text.append("(local.set $f (f64.add (local.get $f) (f64.const ").append(i).append(".5))) ");
      if (i % 5 == 0) {
        text.append("(if (i32.eq (local.get $sum) (i32.const ").append(i).append(")) (then ");
        text.append("(return (i32.const -1)))) ");
      }
      text.append(i % 3 == 0 ? "(br $end) " : "");
    }
    text.append(") (local.set $i (i32.add (local.get $i) (i32.const 1)))");
    text.append("(br_if $next (i32.lt_u (local.get $i) (local.get $n))))");
    return text.append("(i32.add (local.get $sum) (i32.trunc_sat_f64_s (local.get $f)))))")
        .toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200, 500})
  void runsALargeSwitchAsTheInterpreterDoes(int cases) throws Exception {
    byte[] module = ProgramLoader.fromText("switch.wat", largeSwitch(cases), 1 << 20).wasm();
    CompiledModule compiled =
        ModuleCompiler.compile(Meter.meter(module), Splitter.TARGET, new PreparationProgress());
    assertEquals(Map.of(), compiled.interpreted());
    methodSizes(compiled)
        .forEach((name, size) -> assertTrue(size <= HUGE, () -> name + " has " + size + " bytes"));
    Report interpreted = run(module, cases, Engine.INTERPRETER);
    Report split = run(module, cases, Engine.COMPILED);
    assertEquals(interpreted.outcome(), split.outcome());
    assertEquals(interpreted.results(), split.results());
    assertEquals(interpreted.fuelUsed(), split.fuelUsed());
  }

  @Test
  void estimatesTheSizeOfMethods() throws Exception {
    byte[] module =
        ProgramLoader.fromBytes(
                "rust",
                Files.readAllBytes(Path.of("samples/rust-primes.wasm")),
                Limits.DEFAULT.moduleBytes())
            .wasm();
    CompiledModule compiled =
        ModuleCompiler.compile(Meter.meter(module), 1 << 20, new PreparationProgress());
    Map<String, Integer> sizes = methodSizes(compiled);
    for (var entry : FunctionSizes.of(module)) {
      int real = sizes.get("func_" + entry.function());
      if (real > 2_000) {
        double ratio = (double) entry.jvmBytes() / real;
        assertTrue(ratio > 0.97 && ratio < 1.3, () -> entry + " is " + real + " bytes");
      }
    }
  }

  private static Report run(byte[] module, int argument, Engine engine) {
    try (var sandbox = Sandbox.inMemory()) {
      var entry = new Entry.Invoke("run", List.of(String.valueOf(argument)));
      var capsule = new Capsule("switch", module, entry, Limits.DEFAULT, World.EMPTY, engine);
      return sandbox.start(capsule, Streams.NONE).report().join();
    }
  }

  private static Map<String, Integer> methodSizes(CompiledModule compiled) {
    Map<String, Integer> sizes = new HashMap<>();
    for (byte[] bytes : compiled.classes().values()) {
      for (var method : ClassFile.of().parse(bytes).methods()) {
        String name = method.methodName().stringValue();
        if (name.startsWith("func_")) {
          method
              .findAttribute(Attributes.code())
              .ifPresent(code -> sizes.put(name, code.codeLength()));
        }
      }
    }
    return sizes;
  }
}
