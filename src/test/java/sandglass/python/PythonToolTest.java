package sandglass.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandglass.sandbox.Streams;
import sandglass.tool.AllowedPaths;
import sandglass.tool.RunObserver;
import sandglass.tool.RunningCall;
import sandglass.tool.SandboxTools;
import sandglass.tool.SessionBounds;
import sandglass.tool.ToolCallJson;
import sandglass.tool.ToolException;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolResult;
import sandglass.tool.ToolService;

/** Calls of {@code python_wasi_runner} with CPython. */
class PythonToolTest {
  private static final ToolPolicy POLICY =
      ToolPolicy.DEFAULT
          .withPaths(AllowedPaths.ANY)
          .withLimits(
              ToolPolicy.DEFAULT.limits(),
              ToolPolicy.DEFAULT.scriptLimits().withTimeout(Duration.ofMinutes(2)));

  private static ToolService service;

  @BeforeAll
  static void start() {
    service =
        new ToolService(
            SandboxTools.of(CPython.sandbox(), CPython.interpreters(), POLICY, RunObserver.NONE));
  }

  @AfterAll
  static void close() {
    if (service != null) {
      service.close();
    }
  }

  private static ObjectNode code(String code) {
    return JsonNodeFactory.instance.objectNode().put("code", code);
  }

  private static RunningCall start(ObjectNode parameters)
      throws ToolException, InterruptedException {
    return start(service, parameters);
  }

  private static RunningCall start(ToolService by, ObjectNode parameters)
      throws ToolException, InterruptedException {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("tool", "python_wasi_runner");
    root.set("parameters", parameters);
    return by.start(ToolCallJson.read(root.toString()), Streams.NONE);
  }

  private static ToolResult run(ObjectNode parameters) {
    try {
      return start(parameters).result().join();
    } catch (ToolException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ToolException refused(ObjectNode parameters) {
    return assertThrows(ToolException.class, () -> start(parameters));
  }

  @Test
  void printsWhatTheScriptPrints() {
    ToolResult result = run(code("import math\nprint(f'10! = {math.factorial(10)}')"));
    assertTrue(result.success(), result.error());
    assertEquals("10! = 3628800\n", result.output());
    assertTrue(result.metadata().path("startup_fuel").asLong() > 0);
  }

  @Test
  void givesTheScriptArgumentsAndStdin() {
    ObjectNode parameters =
        code("import sys\nprint(sys.argv, sys.stdin.read())\nsys.exit(5)").put("stdin", "päivää");
    parameters.putArray("argv").add("a").add("b c");
    ToolResult result = run(parameters);
    assertEquals("['/script/main.py', 'a', 'b c'] päivää\n", result.output());
    assertEquals(Optional.of(5), result.exitCode());
    assertFalse(result.success());
    assertEquals("exited with code 5", result.error());
  }

  @Test
  void givesTheTracebackAsTheError() {
    ToolResult result = run(code("print('one')\n1/0"));
    assertEquals("one\n", result.output());
    assertEquals(Optional.of(1), result.exitCode());
    assertTrue(result.error().contains("File \"/script/main.py\", line 2"), result.error());
    assertTrue(result.error().endsWith("ZeroDivisionError: division by zero\n"), result.error());
  }

  @Test
  void letsTheScriptWriteToItsWorkingDirectory() {
    String script =
        """
        import os
        with open("x.txt", "w") as f:
            f.write("hello")
        os.mkdir("/workspace/sub")
        with open("/workspace/sub/y.txt", "w") as f:
            f.write("y")
        print(open("/workspace/x.txt").read(), sorted(os.listdir(".")), os.path.exists("sub/y.txt"))
        """;
    ToolResult one = run(code(script));
    assertEquals("hello ['sub', 'x.txt'] True\n", one.output(), one.error());
    var files = one.metadata().path("files");
    assertEquals(
        List.of("/workspace/sub/y.txt", "/workspace/x.txt"), files.findValuesAsText("path"));
    ToolResult two = run(code(script));
    assertEquals(one.output(), two.output());
    assertEquals(one.metadata().get("files"), two.metadata().get("files"));
  }

  /** By an interpreter that waits, or by one that starts now. */
  @Test
  void isTheSameWarmAndCold() throws Exception {
    var script = code("import os\nopen('x', 'w').write('1')\nprint(os.listdir('/workspace'))");
    ToolResult first = run(script);
    ToolResult warm = run(script);
    for (int i = 0; i < 8 && !warm.metadata().path("started_ahead").asBoolean(); i++) {
      TimeUnit.SECONDS.sleep(1L << i); // for the next one to have started, on a busy machine too
      warm = run(script);
    }
    assertTrue(warm.metadata().path("started_ahead").asBoolean());
    ToolResult cold;
    try (var other =
        new ToolService(
            SandboxTools.of(CPython.sandbox(), CPython.interpreters(), POLICY, RunObserver.NONE))) {
      cold = start(other, script).result().join();
    }
    assertFalse(cold.metadata().path("started_ahead").asBoolean());
    for (ToolResult each : List.of(first, cold)) {
      assertEquals(each.output(), warm.output());
      assertEquals(each.metadata().get("fuel_used"), warm.metadata().get("fuel_used"));
      assertEquals(each.metadata().get("startup_fuel"), warm.metadata().get("startup_fuel"));
      assertEquals(each.metadata().get("calls"), warm.metadata().get("calls"));
      assertEquals(each.metadata().get("files"), warm.metadata().get("files"));
    }
  }

  @Test
  void takesAnInterpreterByPath() {
    Path file = CPython.file();
    var parameters = code("import sys\nprint(sys.version_info[:2])");
    assertEquals("(3, 12)\n", run(parameters.put("interpreter_wasm_path", "" + file)).output());
  }

  @Test
  void remembersInASession() {
    var first = run(code("x = 41\ndef f(): return x + 1").put("session_id", "remembers"));
    assertTrue(first.success(), first.error());
    assertTrue(first.metadata().path("session").path("new").asBoolean());
    ObjectNode second = code("import sys\nprint(f(), sys.argv, input())");
    second.put("session_id", "remembers").put("stdin", "line").putArray("argv").add("z");
    ToolResult result = run(second);
    assertEquals("42 ['/script/main.py', 'z'] line\n", result.output(), result.error());
    var session = result.metadata().path("session");
    assertEquals("remembers", session.path("id").asText());
    assertFalse(session.path("new").asBoolean());
    assertEquals(2, session.path("calls").asInt());
    assertFalse(session.path("ended").asBoolean());
    ToolResult failed = run(code("f() / 0").put("session_id", "remembers"));
    assertEquals(Optional.of(1), failed.exitCode());
    assertTrue(failed.error().contains("ZeroDivisionError"), failed.error());
    assertEquals("42\n", run(code("print(f())").put("session_id", "remembers")).output());
    assertFalse(run(code("print(f())").put("session_id", "another")).success());
  }

  @Test
  void endsASessionWithACallThatTakesTooLong() {
    run(code("x = 1").put("session_id", "slow"));
    ToolResult late =
        run(code("while True: pass").put("session_id", "slow").put("timeout_seconds", 0.5));
    assertEquals("timed_out", late.metadata().path("outcome").path("kind").asText());
    assertTrue(late.error().contains("timeout of 500 ms"), late.error());
    assertTrue(late.error().contains("the session has ended"), late.error());
    assertTrue(late.metadata().path("session").path("ended").asBoolean());
    ToolResult next = run(code("print('x' in globals())").put("session_id", "slow"));
    assertEquals("False\n", next.output());
    assertTrue(next.metadata().path("session").path("new").asBoolean());
  }

  @Test
  void cancelsACallOfASessionAndOneThatWaitsItsTurn() throws Exception {
    run(code("x = 1").put("session_id", "cancelled"));
    RunningCall running = start(code("while True: pass").put("session_id", "cancelled"));
    RunningCall waiting = start(code("print(x)").put("session_id", "cancelled"));
    waiting.cancel();
    ToolResult stopped = waiting.result().get(1, TimeUnit.MINUTES);
    assertTrue(stopped.error().contains("before its turn"), stopped.error());
    assertFalse(running.result().isDone());
    running.cancel();
    ToolResult result = running.result().get(1, TimeUnit.MINUTES);
    assertEquals("cancelled", result.metadata().path("outcome").path("kind").asText());
  }

  @Test
  void takesTurnsInASession() throws Exception {
    run(code("n = 0").put("session_id", "turns"));
    var calls = new java.util.ArrayList<RunningCall>();
    for (int i = 0; i < 2; i++) {
      calls.add(start(code("n += 1\nprint(n)").put("session_id", "turns")));
    }
    assertEquals(
        IntStream.rangeClosed(1, 2).mapToObj(i -> i + "\n").toList(),
        calls.stream().map(call -> call.result().join().output()).toList());
  }

  @Test
  void makesRoomForNewSessionsAndEndsUnusedOnes() throws Exception {
    var bounds = new SessionBounds(1, Duration.ofSeconds(2));
    try (var small =
        new ToolService(
            SandboxTools.of(
                CPython.sandbox(), CPython.interpreters(), POLICY, RunObserver.NONE, bounds))) {
      assertTrue(isNew(small, "a"));
      assertTrue(isNew(small, "b"));
      RunningCall atWork = start(small, code("while True: pass").put("session_id", "b"));
      var busy =
          assertThrows(ToolException.class, () -> start(small, code("1").put("session_id", "c")));
      assertEquals(ToolException.Kind.BUSY, busy.kind());
      atWork.cancel();
      assertFalse(atWork.result().join().success());
      assertTrue(isNew(small, "a"));
      boolean again = false;
      for (int i = 0; i < 20 && !again; i++) {
        TimeUnit.MILLISECONDS.sleep(2_500);
        again = isNew(small, "a");
      }
      assertTrue(again);
    }
  }

  @Test
  void hasRoomAgainWhenTheResultIsKnown() throws Exception {
    var bounds = new SessionBounds(1, Duration.ofMinutes(1));
    try (var small =
        new ToolService(
            SandboxTools.of(
                CPython.sandbox(), CPython.interpreters(), POLICY, RunObserver.NONE, bounds))) {
      var next =
          start(small, code("x = 1").put("session_id", "a"))
              .result()
              .thenCompose(_ -> started(small, code("x = 2").put("session_id", "b")).result());
      assertTrue(next.get(1, TimeUnit.MINUTES).success());
    }
  }

  private static RunningCall started(ToolService by, ObjectNode parameters) {
    try {
      return start(by, parameters);
    } catch (ToolException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isNew(ToolService by, String session) throws Exception {
    ToolResult result = start(by, code("x = 1").put("session_id", session)).result().join();
    assertTrue(result.success(), result.error());
    return result.metadata().path("session").path("new").asBoolean();
  }

  @Test
  void namesTheFieldThatIsWrong() {
    check(
        code("1").put("interpreter_wasm_path", "/no/such.wasm"),
        "interpreter_wasm_path",
        "there is no such file");
    check(
        code("1").put("interpreter_wasm_path", "samples/c-word-count.c"),
        "interpreter_wasm_path",
        "not a WebAssembly module");
    check(
        code("1").put("interpreter_wasm_path", "x").put("interpreter_wasm_base64", "x"),
        "interpreter_wasm_base64",
        "beside");
    check(code("1").put("session_id", ""), "session_id", "1 to 100");
    check(code("1").put("session_id", "a\nb"), "session_id", "control");
    check(JsonNodeFactory.instance.objectNode(), "code", "is missing");
  }

  private static void check(ObjectNode parameters, String field, String message) {
    ToolException e = refused(parameters);
    assertEquals(ToolException.Kind.INVALID, e.kind());
    assertEquals("parameters." + field, e.problems().getFirst().path());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
