package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.TestInterpreters;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** Calls and guests for tests of tools. */
public final class Calls {
  /** Prints its arguments, a line each, then copies stdin. */
  static final String ECHO =
      """
      (module
        (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "args_get" (func $args (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 2)
        (func (export "_start") (local $i i32)
          (drop (call $sizes (i32.const 0) (i32.const 4)))
          (drop (call $args (i32.const 1024) (i32.const 2048)))
          (i32.store (i32.const 16) (i32.const 2048))
          (i32.store (i32.const 20) (i32.load (i32.const 4)))
          (loop $bytes
            (if (i32.eqz (i32.load8_u (i32.add (i32.const 2048) (local.get $i))))
              (then (i32.store8 (i32.add (i32.const 2048) (local.get $i)) (i32.const 10))))
            (br_if $bytes
              (i32.lt_u
                (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.load (i32.const 4)))))
          (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24)))
          (i32.store (i32.const 16) (i32.const 65536))
          (loop $more
            (i32.store (i32.const 20) (i32.const 65536))
            (drop (call $read (i32.const 0) (i32.const 16) (i32.const 1) (i32.const 24)))
            (if (i32.load (i32.const 24))
              (then
                (i32.store (i32.const 20) (i32.load (i32.const 24)))
                (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24)))
                (br $more))))))
      """;

  /** Runs until it is stopped. */
  static final String SPIN = "(module (func (export \"_start\") (loop $on (br $on))))";

  private Calls() {}

  /** A module in base64. */
  public static String base64(String wat) {
    try {
      return Base64.getEncoder()
          .encodeToString(ProgramLoader.fromText("test.wat", wat, 1 << 20).wasm());
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  /** A file of {@code samples}, as base64 of its module. */
  public static String sample(String name) {
    try {
      return Base64.getEncoder()
          .encodeToString(ProgramLoader.load(Path.of("samples", name), 1 << 20).wasm());
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  /** An object to fill in. */
  static ObjectNode parameters() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ToolCall call(String tool, ObjectNode parameters) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("tool", tool);
    root.set("parameters", parameters);
    try {
      return ToolCallJson.read(root.toString());
    } catch (ToolException e) {
      throw new AssertionError(e);
    }
  }

  /** A call of {@code code_executor}. */
  static ToolCall module(String base64) {
    return call(CodeExecutor.NAME, parameters().put("wasm_base64", base64));
  }

  /** Runs a call to its end. */
  static ToolResult run(ToolCaller caller, ToolCall call) {
    try {
      return caller.start(call, Streams.NONE).result().join();
    } catch (ToolException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The tools, without any interpreter. */
  static ToolService service(Sandbox sandbox, ToolPolicy policy) {
    return service(sandbox, policy, TestInterpreters.none());
  }

  static ToolService service(Sandbox sandbox, ToolPolicy policy, Interpreters interpreters) {
    return new ToolService(
        SandboxTools.of(sandbox, interpreters, policy, RunObserver.NONE), 2, 200);
  }

  /** How the run ended. */
  static Optional<String> kind(ToolResult result) {
    return Optional.ofNullable(result.metadata().path("outcome").path("kind").textValue());
  }
}
