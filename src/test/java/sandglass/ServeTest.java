package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sandglass.program.ProgramLoader;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.HealthCheckRequest;
import sandglass.tool.grpc.proto.ToolCallRequest;

/** A server in a process of its own: how it is told to stop, and what it leaves. */
@DisabledOnOs(OS.WINDOWS)
class ServeTest {
  private static final String SERVING = "sandglass: serving shannon.agent.AgentService on ";

  @TempDir private Path folder;
  private Path temporary;
  private Process process;
  private BufferedReader out;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    var line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:-UsePerfData",
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + temporary,
                "sandglass.Main",
                "serve",
                "--port",
                "0",
                "--fuel",
                "1000000G",
                "--timeout",
                "1h",
                "--grace",
                "1s",
                "--verbose",
                "--record",
                folder.resolve("runs").toString()));
    process = new ProcessBuilder(line).redirectError(folder.resolve("err.txt").toFile()).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    String said = out.readLine();
    assertTrue(said != null && said.startsWith(SERVING + "127.0.0.1:"), said + errors());
    int port = Integer.parseInt(said.substring(said.lastIndexOf(':') + 1));
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  @AfterEach
  void stop() throws Exception {
    channel.shutdownNow();
    process.destroyForcibly();
    process.waitFor();
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("err.txt"));
  }

  private static ToolCallRequest execute(String sample) throws Exception {
    byte[] module = ProgramLoader.load(Path.of("samples", sample), 1 << 20).wasm();
    var text = Value.newBuilder().setStringValue(Base64.getEncoder().encodeToString(module));
    return ToolCallRequest.newBuilder()
        .setToolName("code_executor")
        .setParameters(Struct.newBuilder().putFields("wasm_base64", text.build()))
        .build();
  }

  private void awaitRunning() throws InterruptedException {
    var stub = AgentServiceGrpc.newBlockingStub(channel);
    while (stub.healthCheck(HealthCheckRequest.getDefaultInstance()).getActiveCalls() == 0) {
      Thread.sleep(10);
    }
  }

  private List<String> left(Path where) throws IOException {
    try (var files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void endsWithStatusZeroAfterTheCallsUnderWay() throws Exception {
    var stub = AgentServiceGrpc.newFutureStub(channel);
    var hello = stub.executeTool(execute("hello.wat")).get(60, TimeUnit.SECONDS);
    assertEquals("Hello from WASI!\n", hello.getOutput());
    var endless = stub.executeTool(execute("loop.wat"));
    awaitRunning();
    process.destroy(); // SIGTERM
    var result = endless.get(60, TimeUnit.SECONDS);
    assertEquals(
        "cancelled",
        result
            .getMetadata()
            .getFieldsOrThrow("outcome")
            .getStructValue()
            .getFieldsOrThrow("kind")
            .getStringValue());
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it is still running");
    assertEquals(0, process.exitValue());
    var lines = errors();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches("code_executor: exited, 6 fuel, [0-9.]+ ms"), lines.get(0));
    assertTrue(lines.get(1).startsWith("code_executor: cancelled, "), lines.get(1));
    assertEquals(List.of(), left(temporary));
    var runs = left(folder.resolve("runs"));
    assertEquals(2, runs.size(), runs.toString());
    assertTrue(runs.get(0).endsWith("-0001-code_executor-exited.sandglass.json"), runs.get(0));
    assertTrue(runs.get(1).endsWith("-0002-code_executor-cancelled.sandglass.json"), runs.get(1));
  }

  @Test
  void leavesNoTemporaryFilesWhenItIsKilled() throws Exception {
    var stub = AgentServiceGrpc.newFutureStub(channel);
    var endless = stub.executeTool(execute("loop.wat"));
    awaitRunning();
    assertEquals(List.of(), left(temporary));
    process.destroyForcibly(); // SIGKILL
    var e =
        Assertions.assertThrows(ExecutionException.class, () -> endless.get(60, TimeUnit.SECONDS));
    assertTrue(e.getCause() instanceof StatusRuntimeException, e.toString());
    process.waitFor();
    assertEquals(List.of(), left(temporary));
    assertEquals(List.of(), left(folder.resolve("runs")));
  }
}
