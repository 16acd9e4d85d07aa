package sandglass.tool.grpc;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import sandglass.tool.ToolCaller;

/**
 * Serves tool calls over gRPC, until it is closed. There is no authentication: whoever reaches the
 * address may call. Safe for use from any thread.
 */
public final class AgentServer implements AutoCloseable {
  /** The service's name, as reflection and health know it. */
  public static final String SERVICE = "shannon.agent.AgentService";

  private static final int CALLS_PER_CONNECTION = 256;
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Server server;
  private final AgentService service;
  private final CallsUnderWay underWay;
  private final HealthStatusManager health;
  private final ExecutorService threads;
  private final EventLoopGroup loops;
  private final Duration grace;
  private final AtomicBoolean closed = new AtomicBoolean();

  private AgentServer(
      ToolCaller tools,
      AgentOptions options,
      Consumer<AnsweredCall> watcher,
      Consumer<Throwable> bugs)
      throws IOException {
    var address = new InetSocketAddress(options.host(), options.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(options.host());
    }
    grace = options.grace();
    underWay = new CallsUnderWay();
    threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc call ", 0).factory());
    service =
        new AgentService(tools, new CallHandler(tools, underWay, threads, watcher, bugs), underWay);
    health = new HealthStatusManager();
    // Java's own sockets: netty's native ones would be unpacked into a temporary folder.
    loops =
        new MultiThreadIoEventLoopGroup(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
            new DefaultThreadFactory("grpc", true),
            NioIoHandler.newFactory());
    // No bound smaller than one request, which counts twice: as it comes, and as it is read.
    long budget =
        Math.max(Runtime.getRuntime().maxMemory() / 2, 2L * options.maxMessageBytes() + (1 << 20));
    server =
        NettyServerBuilder.forAddress(address)
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .executor(threads)
            .addService(service)
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance())
            .addService(olderReflection())
            .addStreamTracerFactory(new MessageBudget(budget))
            .maxInboundMessageSize(options.maxMessageBytes())
            .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
            .maxConnectionIdle(10, TimeUnit.MINUTES)
            // A client that is gone without a word is found out, and its guests stopped.
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .maxRstFramesPerWindow(2_000, 10)
            .handshakeTimeout(20, TimeUnit.SECONDS)
            .build();
    health.setStatus(SERVICE, io.grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING);
    try {
      server.start();
    } catch (IOException e) {
      var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      threads.shutdown();
      throw e;
    }
  }

  /** For clients of before 2023, such as older grpcurls. */
  @SuppressWarnings("deprecation")
  private static io.grpc.BindableService olderReflection() {
    return ProtoReflectionService.newInstance();
  }

  /**
   * Starts to serve.
   *
   * @param tools what takes the calls; not closed by this
   * @param watcher is told of each call that was answered; on any thread, and must not wait
   * @param bugs is given what must not happen, on any thread
   * @throws IOException if the address cannot be listened on: {@link UnknownHostException} if there
   *     is none of that name, {@link java.net.BindException} as its cause, or itself, if the port
   *     is taken
   */
  public static AgentServer start(
      ToolCaller tools,
      AgentOptions options,
      Consumer<AnsweredCall> watcher,
      Consumer<Throwable> bugs)
      throws IOException {
    return new AgentServer(tools, options, watcher, bugs);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /**
   * Takes no more calls, gives those that are under way the time of {@link AgentOptions#grace()},
   * then cancels them and answers what came of that. Returns when all is over; an interrupt makes
   * it sooner.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    service.stopping();
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!underWay.awaitNone(grace)) {
        underWay.cancelAll();
        boolean _ = underWay.awaitNone(STOP);
      }
      // Answers are on their way; those who only watch are not waited for.
      boolean _ = server.awaitTermination(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    underWay.cancelAll();
    var _ = loops.shutdownGracefully(0, STOP.toMillis(), TimeUnit.MILLISECONDS);
    try {
      boolean _ = server.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
      boolean _ = loops.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdown();
  }
}
