package sandglass.tool.grpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import sandglass.tool.ToolCaller;
import sandglass.tool.grpc.proto.AgentServiceGrpc;

/** A server on a port of its own, and a client that is connected to it. */
final class ServedTools implements AutoCloseable {
  static final AgentOptions ANY_PORT = AgentOptions.DEFAULT.withPort(0);

  private final AgentServer server;
  private final ManagedChannel channel;
  private final List<AnsweredCall> answered = new CopyOnWriteArrayList<>();
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();

  ServedTools(ToolCaller tools) throws IOException {
    this(tools, ANY_PORT);
  }

  ServedTools(ToolCaller tools, AgentOptions options) throws IOException {
    server = AgentServer.start(tools, options, answered::add, bugs::add);
    channel = connect();
  }

  /** Another connection; to be shut down by who asks for it. */
  ManagedChannel connect() {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  AgentServer server() {
    return server;
  }

  ManagedChannel channel() {
    return channel;
  }

  AgentServiceGrpc.AgentServiceBlockingStub blocking() {
    return AgentServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  AgentServiceGrpc.AgentServiceStub async() {
    return AgentServiceGrpc.newStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  List<AnsweredCall> answered() {
    return answered;
  }

  /** What must not happen. */
  List<Throwable> bugs() {
    return bugs;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.close();
  }
}
