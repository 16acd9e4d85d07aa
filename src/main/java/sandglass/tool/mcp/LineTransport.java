package sandglass.tool.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The one session of a pair of streams. The SDK's own transport for streams ends the session at the
 * first line that is not JSON, drops what is not written yet when its input ends, and takes lines
 * of 16 MiB at most; and nothing in the SDK acts on {@code notifications/cancelled}. Here a request
 * that is cancelled is unsubscribed from, which reaches whatever works for it.
 */
final class LineTransport implements McpServerTransportProvider, McpServerTransport {
  private static final String CANCELLED = "notifications/cancelled";

  private final McpJsonMapper mapper;
  private final MessageLine line;
  private final Outgoing outgoing;
  private final Gate gate;
  private final Requests requests;
  private McpServerSession session;
  private volatile String version = "";

  /**
   * @param maxBytes the most bytes that all requests under way may have together
   */
  LineTransport(
      McpJsonMapper mapper, MessageLine line, Outgoing outgoing, Gate gate, long maxBytes) {
    this.mapper = mapper;
    this.line = line;
    this.outgoing = outgoing;
    this.gate = gate;
    this.requests = new Requests(maxBytes);
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(this);
  }

  /** Reads messages and has them answered, until the input ends. */
  void readAll() throws IOException {
    while (line.next()) {
      for (var read : Incoming.read(line)) {
        switch (read) {
          case Incoming.Read.Message(var message) -> take(message);
          case Incoming.Read.Refused(var id, var failure) -> outgoing.send(failure.to(id));
          case Incoming.Read.Garbage(var failure) -> outgoing.send(failure.toNobody());
        }
      }
    }
  }

  private void take(JSONRPCMessage message) {
    switch (message) {
      case JSONRPCRequest request -> take(request);
      case JSONRPCNotification cancelled when cancelled.method().equals(CANCELLED) -> {
        if (cancelled.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
          requests.cancel(params.get("requestId"));
        }
      }
      default -> session.handle(message).subscribe(_ -> {}, _ -> {});
    }
  }

  private void take(JSONRPCRequest request) {
    boolean initialized = !version.isEmpty();
    var failure =
        gate.check(request, initialized).or(() -> requests.open(request.id(), line.length()));
    if (failure.isPresent()) {
      outgoing.send(failure.get().to(request.id()));
    } else if (!initialized && request.method().equals(McpSchema.METHOD_PING)) {
      requests.answered(request.id());
      outgoing.send(JSONRPCResponse.result(request.id(), Map.of()));
    } else {
      requests.work(request.id(), session.handle(request).subscribe(_ -> {}, _ -> {}));
    }
  }

  /** Sends a message of the session. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> send(message));
  }

  private void send(JSONRPCMessage message) {
    if (message instanceof JSONRPCResponse response) {
      requests.answered(response.id());
      if (response.result() instanceof InitializeResult result) {
        begin(result);
      }
    }
    outgoing.send(Dialect.of(message, version));
  }

  // The session keeps all requests waiting until it hears that the client has seen this answer;
  // with a client that never says so, for ever.
  private void begin(InitializeResult result) {
    version = result.protocolVersion();
    session
        .handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
        .subscribe(_ -> {}, _ -> {});
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session.sendNotification(method, params);
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty(); // the streams are the command's
  }

  @Override
  public void close() {}

  @Override
  public java.util.List<String> protocolVersions() {
    return McpServerTransport.super.protocolVersions();
  }
}
