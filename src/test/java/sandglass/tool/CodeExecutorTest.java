package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sandglass.tool.Calls.call;
import static sandglass.tool.Calls.kind;
import static sandglass.tool.Calls.module;
import static sandglass.tool.Calls.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.GivenFolder;
import sandglass.interpreter.TestInterpreters;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.tool.ToolException.Kind;

/** Calls of {@code code_executor}: what comes of them, and what is refused. */
class CodeExecutorTest {
  private static final Sandbox sandbox = Sandbox.inMemory();
  private static final String HELLO = Calls.sample("hello.wat");

  @TempDir private Path folder;
  private ToolService service = Calls.service(sandbox, ToolPolicy.DEFAULT);

  @AfterEach
  void closeService() {
    service.close();
  }

  @AfterAll
  static void closeSandbox() {
    sandbox.close();
  }

  private ToolResult run(ToolCall call) {
    return Calls.run(service, call);
  }

  private void policy(ToolPolicy policy) {
    service.close();
    service = Calls.service(sandbox, policy);
  }

  @Test
  void answersTheGuidesCall() {
    ToolResult result =
        run(call("code_executor", parameters().put("wasm_base64", HELLO).put("stdin", "")));
    assertTrue(result.success(), result.error());
    assertEquals("code_executor", result.tool());
    assertEquals("Hello from WASI!\n", result.output());
    assertEquals("", result.error());
    assertEquals(Optional.of(0), result.exitCode());
    assertEquals(6, result.metadata().path("fuel_used").asInt());
    assertFalse(result.metadata().has("stdout"));
    assertFalse(result.metadata().has("stderr"));
    assertEquals(0, result.metadata().path("stdout_dropped_bytes").asInt());
  }

  /** With two preopens of one folder, {@code /workspace} and {@code .}, in this order. */
  @Test
  void usesTheFuelThatWasmtimeDoesWithTheSameFolders() throws IOException {
    byte[] module = Files.readAllBytes(Path.of("samples", "c-word-count.wasm"));
    ObjectNode parameters =
        parameters()
            .put("wasm_base64", Base64.getEncoder().encodeToString(module))
            .put("stdin", "one two\nthree");
    ToolResult result = run(call("code_executor", parameters));
    assertEquals("1 lines, 3 words, 13 bytes\n1 one\n1 three\n1 two\n", result.output());
    assertEquals(37_890, result.metadata().path("fuel_used").asInt()); // wasmtime 49.0.0
  }

  @Test
  void givesTheModuleItsArgumentsAndStdin() {
    ObjectNode parameters = parameters().put("wasm_base64", Calls.base64(Calls.ECHO));
    parameters.put("stdin", "näin\n").putArray("argv").add("-v").add("").add("a b");
    assertEquals("module.wasm\n-v\n\na b\nnäin\n", run(call("code_executor", parameters)).output());
  }

  @Test
  void runsAFileBelowAnAllowedFolder() throws IOException {
    policy(ToolPolicy.DEFAULT.withPaths(AllowedPaths.of(List.of(folder))));
    Path file = folder.resolve("hello.wasm");
    Files.write(file, Base64.getDecoder().decode(HELLO));
    assertEquals("Hello from WASI!\n", run(path(file)).output());
  }

  private static ToolCall path(Path file) {
    return call("code_executor", parameters().put("wasm_path", file.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | parameters | wasm_base64 or wasm_path is missing; give one of them",
        "{'wasm_base64': 'AA', 'wasm_path': '/x'} | parameters.wasm_path | is given beside wasm_base64",
        "{'wasm_base64': 7} | parameters.wasm_base64 | must be a text, not a number",
        "{'wasm_base64': null} | parameters | is missing; give one of them",
        "{'wasm_base64': ''} | parameters.wasm_base64 | the base64 text is empty",
        "{'wasm_base64': 'A!AA'} | parameters.wasm_base64 | line 1, column 2: '!' is not a base64",
        "{'wasm_base64': 'aGVsbG8='} | parameters.wasm_base64 | not a WebAssembly module but text",
        "{'wasm_base64': 'AGFzbQEAAAABBQ=='} | parameters.wasm_base64 | truncated",
        "{'wasm_path': ''} | parameters.wasm_path | is empty; give a file's path",
        "{'wasm_bas64': 'AA', 'wasm_path': 'x'} | parameters.wasm_bas64 | did you mean wasm_base64?",
        "{'wasm_path': 'x', 'argv': 'a'} | parameters.argv | must be a list, not a text",
        "{'wasm_path': 'x', 'argv': ['a', 1]} | parameters.argv[1] | must be a text, not a number",
        "{'wasm_path': 'x', 'argv': ['a\\u0000']} | parameters.argv | argument 0 holds a NUL",
        "{'wasm_path': 'x', 'stdin': []} | parameters.stdin | must be a text, not a list",
        "{'wasm_path': 'x', 'timeout_seconds': 0} | parameters.timeout_seconds | above 0 and at most 30",
        "{'wasm_path': 'x', 'timeout_seconds': -1} | parameters.timeout_seconds | above 0",
        "{'wasm_path': 'x', 'timeout_seconds': 31} | parameters.timeout_seconds | at most 30",
        "{'wasm_path': 'x', 'timeout_seconds': 1e999999999} | parameters.timeout_seconds | at most 30",
        "{'wasm_path': 'x', 'timeout_seconds': 1e-99999} | parameters.timeout_seconds | above 0",
        "{'wasm_path': 'x', 'timeout_seconds': '5'} | parameters.timeout_seconds | must be a number",
      })
  void namesTheFieldThatIsWrong(String parameters, String field, String message) throws Exception {
    var call =
        ToolCallJson.read(
            "{'tool': 'code_executor', 'parameters': %s}".formatted(parameters).replace('\'', '"'));
    var refused = assertThrows(ToolException.class, () -> service.start(call, Streams.NONE));
    assertEquals(Kind.INVALID, refused.kind());
    assertEquals(field, refused.problems().getFirst().path());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
    assertEquals(0, service.activeCalls());
  }

  @Test
  void refusesPathsOutsideAndSaysWhatIsAllowed() throws IOException {
    Path hello = Files.write(folder.resolve("hello.wasm"), Base64.getDecoder().decode(HELLO));
    forbidden(path(hello), "no path is allowed here");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    policy(ToolPolicy.DEFAULT.withPaths(AllowedPaths.of(List.of(inside))));
    forbidden(path(hello), "lies outside of what is allowed (" + inside + ")");
    forbidden(path(folder.resolve("nothing.wasm")), "lies outside");
  }

  private void forbidden(ToolCall call, String message) {
    var refused = assertThrows(ToolException.class, () -> service.start(call, Streams.NONE));
    assertEquals(Kind.FORBIDDEN, refused.kind());
    assertEquals("parameters.wasm_path", refused.problems().getFirst().path());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void saysOfAMissingFileInsideThatItIsNotThere() {
    policy(ToolPolicy.DEFAULT.withPaths(AllowedPaths.of(List.of(folder))));
    var call = path(folder.resolve("nothing.wasm"));
    var refused = assertThrows(ToolException.class, () -> service.start(call, Streams.NONE));
    assertEquals(Kind.INVALID, refused.kind());
    assertTrue(refused.getMessage().contains("there is no such file"), refused.getMessage());
  }

  @Test
  void refusesALargeModuleBeforeItIsDecoded() {
    String large = "A".repeat(51 * (1 << 20) / 3 * 4) + "!"; // which decoding would complain of
    var call = module(large);
    var refused = assertThrows(ToolException.class, () -> service.start(call, Streams.NONE));
    assertEquals("parameters.wasm_base64", refused.problems().getFirst().path());
    assertTrue(
        refused.getMessage().contains("has 51 MiB, more than the 50 MiB that a module may have"),
        refused.getMessage());
  }

  @Test
  void tellsHowAGuestFailed() {
    ToolResult trap = run(module(Calls.sample("trap-unreachable.wat")));
    assertFalse(trap.success());
    assertEquals(Optional.empty(), trap.exitCode());
    assertTrue(trap.error().startsWith("trapped: unreachable"), trap.error());
    assertEquals(Optional.of("trapped"), kind(trap));
    ToolResult fuel = run(module(Calls.base64(Calls.SPIN)));
    assertTrue(fuel.error().startsWith("used up its fuel of 100,000,000 units"), fuel.error());
    ToolResult rejected = run(module(Calls.base64("(module)")));
    assertEquals(Optional.of("rejected"), kind(rejected));
    assertTrue(rejected.error().contains("_start"), rejected.error());
  }

  @Test
  void putsTheOutcomeBeforeStderr() {
    String text =
        """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $w (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\\08\\00\\00\\00\\03\\00\\00\\00no\\n")
          (func (export "_start")
            (drop (call $w (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 16)))
            %s))
        """;
    assertEquals("trapped: unreachable, in function 2 ($_start)\nno\n", error(text, "unreachable"));
    assertEquals("no\n", error(text, "(call $exit (i32.const 3))"));
    ToolResult well = run(module(Calls.base64(text.formatted(""))));
    assertTrue(well.success());
    assertEquals("no\n", well.error());
  }

  private String error(String text, String then) {
    ToolResult result = run(module(Calls.base64(text.formatted(then))));
    assertFalse(result.success());
    return result.error();
  }

  @Test
  void saysTheStatusWhereTheGuestSaysNothing() {
    String text =
        """
        (module
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (func (export "_start") (call $exit (i32.const 3))))
        """;
    ToolResult result = run(module(Calls.base64(text)));
    assertEquals(Optional.of(3), result.exitCode());
    assertEquals("exited with code 3", result.error());
  }

  @Test
  void replacesOutputThatIsNoUtf8() {
    String text =
        """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $w (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\\08\\00\\00\\00\\03\\00\\00\\00a\\ffb")
          (func (export "_start")
            (drop (call $w (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))
        """;
    assertEquals("a\ufffdb", run(module(Calls.base64(text))).output());
  }

  @Test
  void letsACallAskForLessTime() {
    policy(ToolPolicy.DEFAULT.withLimits(Limits.DEFAULT.withFuel(Limits.MAX_FUEL), Limits.DEFAULT));
    ToolResult result =
        run(
            call(
                "code_executor",
                parameters()
                    .put("wasm_base64", Calls.base64(Calls.SPIN))
                    .put("timeout_seconds", 0.25)));
    assertEquals(Optional.of("timed_out"), kind(result));
    assertTrue(result.error().contains("timeout of 250 ms"), result.error());
  }

  @Test
  void keepsMetadataSmall() {
    String text =
        """
        (module
          (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
          (memory 1)
          (func (export "_start") (local $i i32)
            (loop $on
              (drop (call $yield))
              (drop (memory.grow (i32.const 0)))
              (br_if $on (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 20000))))))
        """;
    var metadata = run(module(Calls.base64(text))).metadata();
    assertEquals(100, metadata.path("calls").size());
    assertEquals(19_900, metadata.path("calls_dropped").asInt());
    assertEquals(100, metadata.path("memory_growths").size());
    assertEquals(19_900, metadata.path("memory_growths_dropped").asInt());
  }

  @Test
  void listsWhatIsWrittenToTheWorkspaceOnce() {
    ToolResult result = run(module(Calls.base64(writer(4))));
    assertTrue(result.success(), result.error());
    var files = result.metadata().path("files");
    assertEquals(1, files.size(), files::toString);
    assertEquals("/workspace/x", files.path(0).path("path").asText());
    assertEquals("created", files.path(0).path("change").asText());
    assertEquals(Optional.of("trapped"), kind(run(module(Calls.base64(writer(5))))));
  }

  /** Makes a file {@code x} by one descriptor and traps unless it is there by the workspace's. */
  private static String writer(int fd) {
    return """
        (module
          (import "wasi_snapshot_preview1" "path_open"
            (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "path_filestat_get"
            (func $stat (param i32 i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "x")
          (func (export "_start")
            (if (call $open (i32.const %d) (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 1)
                (i64.const 0x42) (i64.const 0) (i32.const 0) (i32.const 16))
              (then unreachable))
            (if (call $stat (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 64))
              (then unreachable))))
        """
        .formatted(fd);
  }

  @Test
  void showsTheFoldersOfThePolicyBesideTheWorkspace() throws Exception {
    Files.writeString(folder.resolve("note.txt"), "a note");
    var capsules = new ArrayList<CapsuleFile>();
    var policy =
        new ToolPolicy(
            Limits.DEFAULT,
            Limits.DEFAULT,
            AllowedPaths.NONE,
            Map.of("HOME", "/tmp"),
            List.of(new Folder(folder, "/data", false)),
            Clock.OFF,
            Random.OFF);
    service.close();
    service =
        new ToolService(
            SandboxTools.of(
                sandbox,
                TestInterpreters.none(),
                policy,
                (tool, capsule, report) -> capsules.add(capsule)));
    ToolResult result = run(module(Calls.base64(writer(4))));
    assertTrue(result.success(), result.error());
    CapsuleFile capsule = capsules.getFirst();
    assertEquals(Map.of("HOME", "/tmp"), capsule.world().env());
    assertEquals(Clock.OFF, capsule.world().clock());
    var folders = capsule.world().folders();
    assertEquals(List.of("/workspace", "/data"), folders.stream().map(GivenFolder::guest).toList());
    assertEquals(List.of("."), folders.getFirst().also());
    var there = (GivenFolder.Files.There) folders.get(1).files();
    assertEquals(64, there.sha256().length());
  }

  @Test
  void sendsOutputWhileItRuns() throws Exception {
    var live = new ByteArrayOutputStream();
    ToolResult result = service.start(module(HELLO), new Streams(live, live)).result().join();
    assertEquals(result.output(), live.toString(StandardCharsets.UTF_8));
  }

  @Test
  void cancelsAGuest() throws Exception {
    policy(
        ToolPolicy.DEFAULT.withLimits(
            Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(9)),
            Limits.DEFAULT));
    RunningCall running = service.start(module(Calls.base64(Calls.SPIN)), Streams.NONE);
    running.cancel();
    ToolResult result = running.result().join();
    assertEquals(Optional.of("cancelled"), kind(result));
    running.cancel();
    assertTrue(run(module(HELLO)).success());
  }
}
