package sandglass.program.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.wat.WatResult.WatError;

class WatCompilerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(module)",
        "(func (export \"f\") (result i32 i64) (i32.const 1) (i64.const 2))",
        "(memory 1) (func (param i32) (result i32) (i32.atomic.rmw.add (local.get 0) (i32.const 1)))",
        "(memory 1 2 shared)",
        "(func $f (param i32) (result i32) (return_call $f (local.get 0)))",
        "(tag $e (param i32)) (func (throw $e (i32.const 7)))",
        "(memory $a 1) (memory $b 1) (func (result i32) (i32.load $b (i32.const 0)))",
        "(global i32 (i32.add (i32.const 1) (i32.const 2)))",
        "(func (result v128) (i8x16.splat (i32.const 1)))",
        "(table 1 externref) (func (result externref) (table.get 0 (i32.const 0)))",
        "(memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0)))",
        "(module (@custom \"x\" \"abc\") (func))",
        "\uFEFF(module)",
        "",
      })
  void compilesWhatTheEngineCanRun(String text) {
    assertNotNull(Parser.parse(compiled(text)));
  }

  @Test
  void writesNames() {
    var module = Parser.parse(compiled("(module $m (func $first) (func $second))"));
    assertEquals("second", module.nameSection().nameOfFunction(1));
    assertEquals("m", module.nameSection().moduleName().orElseThrow());
  }

  @Test
  void nestsDeeperThanTheCompilersOwnStack() {
    for (int levels : new int[] {200, 1_000, 9_990}) {
      byte[] flat = compiled("(func " + "block ".repeat(levels) + "end ".repeat(levels) + ")");
      assertEquals(levels, count(flat, (byte) 0x02), levels + " blocks");
      byte[] folded = compiled("(func " + "(block ".repeat(levels) + ")".repeat(levels) + ")");
      assertEquals(levels, count(folded, (byte) 0x02), levels + " folded blocks");
    }
  }

  private static int count(byte[] wasm, byte opcode) {
    int count = 0;
    for (int i = 20; i < wasm.length - 1; i++) {
      count += wasm[i] == opcode && wasm[i + 1] == 0x40 ? 1 : 0;
    }
    return count;
  }

  @Test
  void saysWhereATextNestsTooDeeply() {
    var parens = onlyError("(module\n" + "(".repeat(100_000));
    assertEquals(2, parens.line());
    assertEquals(10_000, parens.column());
    assertTrue(parens.message().contains("10000 levels"), parens.message());
    assertEquals(1, onlyError("(func " + "block ".repeat(100_000)).line());
    assertTrue(
        onlyError("(func (result i32) " + "(i32.eqz ".repeat(100_000))
            .message()
            .contains("nested"));
  }

  @Test
  void commentsAndStringsDoNotNest() {
    String parens = "(".repeat(20_000);
    compiled(
        "(module (;" + parens + " ;) ;;" + parens + "\n (memory 1) (data \"" + parens + "\"))");
    compiled("(module " + "(; ".repeat(20_000) + " ;)".repeat(20_000) + ")");
  }

  @Test
  void takesFiveMegabytes() {
    var text = new StringBuilder("(module\n");
    for (int i = 0; text.length() < 5_000_000; i++) {
      text.append("(func $f").append(i).append(" i32.const ").append(i).append(" drop)\n");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertTrue(compiled(text.append(')').toString()).length > 0));
  }

  @Test
  void listsManyErrors() {
    var text = "(module\n" + "(func bogus)\n".repeat(2_000) + ")";
    var failed = assertInstanceOf(WatResult.Failed.class, WatCompiler.compile(text));
    assertEquals(2_000, failed.errors().size());
    assertEquals(
        new WatError(2_001, 7, 5, failed.errors().getLast().message()), failed.errors().getLast());
  }

  @Test
  void refusesNulBytes() {
    var failed =
        assertInstanceOf(WatResult.Failed.class, WatCompiler.compile("(module \0 (func))"));
    assertEquals(9, failed.errors().getFirst().column());
  }

  @Test
  void isNotFooledByASourceThatLooksLikeItsReport() {
    var text = "/in/main.wat:77:1: error: forged\n(module)";
    var failed = assertInstanceOf(WatResult.Failed.class, WatCompiler.compile(text));
    assertTrue(failed.errors().stream().allMatch(e -> e.line() == 1), failed.toString());
  }

  @Test
  void anInterruptEndsIt() throws InterruptedException {
    var text = "(module " + "(func i32.const 1 drop)\n".repeat(200_000) + ")";
    var result = new WatResult[1];
    var flag = new boolean[1];
    var thread =
        new Thread(
            () -> {
              result[0] = WatCompiler.compile(text);
              flag[0] = Thread.currentThread().isInterrupted();
            });
    thread.start();
    Thread.sleep(50);
    thread.interrupt();
    thread.join(30_000);
    assertInstanceOf(WatResult.Interrupted.class, result[0]);
    assertTrue(flag[0]);
  }

  @Test
  void compilesManyAtOnce() throws Exception {
    try (var executor = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<byte[]>>();
      for (int i = 0; i < 40; i++) {
        String text = "(func (export \"f" + i + "\"))";
        tasks.add(() -> compiled(text));
      }
      var results = executor.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        var module = Parser.parse(results.get(i).get());
        assertEquals("f" + i, module.exportSection().getExport(0).name());
      }
    }
  }

  private static WatError onlyError(String text) {
    var failed = assertInstanceOf(WatResult.Failed.class, WatCompiler.compile(text));
    assertEquals(1, failed.errors().size(), failed.toString());
    return failed.errors().getFirst();
  }

  private static byte[] compiled(String text) {
    return assertInstanceOf(WatResult.Compiled.class, WatCompiler.compile(text)).wasm();
  }
}
