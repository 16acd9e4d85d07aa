package sandglass.bench;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sandglass.interpreter.Interpreters;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.tool.RunObserver;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;
import sandglass.tool.grpc.AgentOptions;
import sandglass.tool.grpc.AgentServer;
import sandglass.tool.grpc.AnsweredCall;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.ToolCallRequest;

/**
 * How many calls of {@code hello} a second the gRPC server answers over loopback, and in what time,
 * beside bare runs of the same module in the same process: what a call costs over its run.
 * Argument: how many seconds to measure each (5). Clients and server share this machine's
 * processors; each client has a connection of its own and calls again as soon as it is answered.
 */
public final class ServeTimes {
  private static final String HELLO = "Hello from WASI!\n";

  /** Calls before those that are measured, where they come in time. */
  private static final int WARM_CALLS = 5_000;

  private ServeTimes() {}

  /** Measures all and prints the table. */
  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 5;
    byte[] module = ProgramLoader.load(Path.of("samples", "hello.wat"), 1 << 20).wasm();
    try (var sandbox = Sandbox.inMemory();
        var tools =
            new ToolService(
                SandboxTools.of(
                    sandbox, Interpreters.ofThisUser(), ToolPolicy.DEFAULT, RunObserver.NONE),
                Runtime.getRuntime().availableProcessors(),
                100);
        var server =
            AgentServer.start(
                tools,
                AgentOptions.DEFAULT.withPort(0),
                AnsweredCall.UNWATCHED,
                Throwable::printStackTrace)) {
      System.out.printf("%-24s%12s%10s%10s%n", "hello", "calls/s", "p50 ms", "p99 ms");
      for (int clients : new int[] {1, 4, 16}) {
        measure("bare run", clients, seconds, () -> bare(sandbox, module));
      }
      for (int clients : new int[] {1, 4, 16}) {
        measure("gRPC", clients, seconds, () -> client(server.port(), module));
      }
    }
  }

  private static Callable<?> bare(Sandbox sandbox, byte[] module) {
    var capsule =
        new Capsule("hello.wat", module, Entry.START, Limits.DEFAULT, World.EMPTY, Engine.COMPILED);
    return () -> {
      var report = sandbox.start(capsule, Streams.NONE).report().join();
      check(report.outcome().equals(new Outcome.Exited(0)) && report.stdout().text().equals(HELLO));
      return null;
    };
  }

  private static Client client(int port, byte[] module) {
    var channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    var stub = AgentServiceGrpc.newBlockingStub(channel);
    var text = Value.newBuilder().setStringValue(Base64.getEncoder().encodeToString(module));
    var request =
        ToolCallRequest.newBuilder()
            .setToolName("code_executor")
            .setParameters(Struct.newBuilder().putFields("wasm_base64", text.build()))
            .build();
    return new Client(channel, stub, request);
  }

  private record Client(
      ManagedChannel channel,
      AgentServiceGrpc.AgentServiceBlockingStub stub,
      ToolCallRequest request)
      implements Callable<Void>, AutoCloseable {
    @Override
    public Void call() {
      check(stub.executeTool(request).getOutput().equals(HELLO));
      return null;
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("a call did not do what it should");
    }
  }

  private static void measure(
      String what, int clients, double seconds, Callable<Callable<?>> connect) throws Exception {
    long warm = 0;
    for (int i = 0; i < 10 && warm < WARM_CALLS; i++) { // until it is compiled
      warm += run(clients, seconds / 2, connect).length;
    }
    long begun = System.nanoTime();
    long[] nanos = run(clients, seconds, connect);
    double took = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "%-24s%12.0f%10.2f%10.2f%n",
        what + ", " + clients + (clients == 1 ? " client" : " clients"),
        nanos.length / took,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6);
  }

  /** The time of each call, in nanoseconds. */
  private static long[] run(int clients, double seconds, Callable<Callable<?>> connect)
      throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Future<List<Long>>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> calls(connect.call(), end)));
      }
      return all.stream().map(ServeTimes::get).flatMap(List::stream).mapToLong(n -> n).toArray();
    }
  }

  private static List<Long> get(Future<List<Long>> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> calls(Callable<?> call, long end) throws Exception {
    List<Long> nanos = new ArrayList<>();
    try {
      for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
        call.call();
        nanos.add(System.nanoTime() - begun);
      }
      return nanos;
    } finally {
      if (call instanceof AutoCloseable client) {
        client.close();
      }
    }
  }
}
