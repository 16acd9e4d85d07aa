package sandglass.tool.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Sandbox;
import sandglass.tool.AllowedPaths;
import sandglass.tool.RunObserver;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;
import sandglass.tool.grpc.proto.ToolCallRequest;

/** The real tools with a sandbox of their own, and requests for them. */
final class Guests implements AutoCloseable {
  /** Loops without end would use up the usual fuel before a test can stop them. */
  static final Limits ENDLESS =
      Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(2));

  private final Sandbox sandbox = Sandbox.inMemory();
  private final ToolService tools;

  Guests(Limits limits, int concurrency, int queue, Path... allowed) {
    this(limits, concurrency, queue, RunObserver.NONE, allowed);
  }

  Guests(Limits limits, int concurrency, int queue, RunObserver observer, Path... allowed) {
    var policy =
        ToolPolicy.DEFAULT.withLimits(limits, limits).withPaths(AllowedPaths.of(List.of(allowed)));
    var interpreters = new Interpreters(new Store(Path.of("no", "such", "folder")), _ -> null);
    tools =
        new ToolService(
            SandboxTools.of(sandbox, interpreters, policy, observer), concurrency, queue);
  }

  ToolService tools() {
    return tools;
  }

  static byte[] sample(String name) throws Exception {
    return ProgramLoader.load(Path.of("samples", name), 1 << 20).wasm();
  }

  static byte[] wat(String text) throws Exception {
    return ProgramLoader.fromText("test.wat", text, 1 << 20).wasm();
  }

  static ToolCallRequest execute(byte[] module) {
    return call("wasm_base64", text(Base64.getEncoder().encodeToString(module)), "stdin", text(""));
  }

  static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }

  /**
   * A call of {@code code_executor}.
   *
   * @param fields names and {@code Value}s in turn
   */
  static ToolCallRequest call(Object... fields) {
    var parameters = Struct.newBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      parameters.putFields((String) fields[i], (Value) fields[i + 1]);
    }
    return ToolCallRequest.newBuilder()
        .setToolName("code_executor")
        .setParameters(parameters)
        .build();
  }

  @Override
  public void close() {
    tools.close();
    sandbox.close();
  }
}
