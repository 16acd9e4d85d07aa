package sandglass.tool.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sandglass.sandbox.Streams;
import sandglass.tool.RunningCall;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolException;
import sandglass.tool.ToolResult;
import sandglass.tool.grpc.proto.ToolCallEvent;
import sandglass.tool.grpc.proto.ToolCallResponse;

/**
 * Executes calls, each on a thread of its own that may wait. A client that goes away, cancels, or
 * whose deadline passes ends its call at once, whether that waits or runs.
 */
final class CallHandler {
  private final ToolCaller tools;
  private final CallsUnderWay underWay;
  private final Executor threads;
  private final Consumer<AnsweredCall> watcher;
  private final Consumer<Throwable> bugs;

  /**
   * @param threads makes a thread for each call
   * @param watcher is told of each call that was answered
   * @param bugs is given what must not happen
   */
  CallHandler(
      ToolCaller tools,
      CallsUnderWay underWay,
      Executor threads,
      Consumer<AnsweredCall> watcher,
      Consumer<Throwable> bugs) {
    this.tools = tools;
    this.underWay = underWay;
    this.threads = threads;
    this.watcher = watcher;
    this.bugs = bugs;
  }

  /** The result at the end. */
  void execute(IncomingCall request, StreamObserver<ToolCallResponse> observer) {
    begin(request, (ServerCallStreamObserver<ToolCallResponse>) observer, new Unary());
  }

  /** The output as it comes, then the result. */
  void executeStreaming(IncomingCall request, StreamObserver<ToolCallEvent> observer) {
    var client = (ServerCallStreamObserver<ToolCallEvent>) observer;
    var pipe = new OutputPipe();
    client.setOnReadyHandler(pipe::ready);
    Context.current().addListener(_ -> pipe.abandon(), Runnable::run);
    begin(request, client, new Streaming(pipe));
  }

  /** How a call is answered. */
  private sealed interface Manner<M> {
    /** Where output goes while the guest runs. */
    Streams live();

    /** Called once it runs; may wait until it has ended. */
    void follow(RunningCall running, ServerCallStreamObserver<M> client);

    /** The last message. */
    M last(ToolCallResponse response);
  }

  private record Unary() implements Manner<ToolCallResponse> {
    @Override
    public Streams live() {
      return Streams.NONE;
    }

    @Override
    public void follow(RunningCall running, ServerCallStreamObserver<ToolCallResponse> client) {}

    @Override
    public ToolCallResponse last(ToolCallResponse response) {
      return response;
    }
  }

  private record Streaming(OutputPipe pipe) implements Manner<ToolCallEvent> {
    @Override
    public Streams live() {
      return pipe.streams();
    }

    @Override
    public void follow(RunningCall running, ServerCallStreamObserver<ToolCallEvent> client) {
      var _ = running.result().whenComplete((_, _) -> pipe.end());
      var event = pipe.take(client::isReady);
      while (event.isPresent()) {
        client.onNext(event.get());
        event = pipe.take(client::isReady);
      }
    }

    @Override
    public ToolCallEvent last(ToolCallResponse response) {
      return ToolCallEvent.newBuilder().setResponse(response).build();
    }
  }

  private <M> void begin(
      IncomingCall request, ServerCallStreamObserver<M> client, Manner<M> manner) {
    long begun = System.nanoTime();
    var call = new AgentCall();
    client.setOnCancelHandler(() -> {}); // the context tells sooner; without one, answering throws
    underWay.add(call);
    Context.current().addListener(_ -> call.cancel(), Runnable::run);
    threads.execute(
        () -> {
          try {
            answer(call, request, client, manner, begun);
          } finally {
            underWay.remove(call);
          }
        });
  }

  private <M> void answer(
      AgentCall call,
      IncomingCall request,
      ServerCallStreamObserver<M> client,
      Manner<M> manner,
      long begun) {
    String tool = request.call().tool();
    try {
      if (!request.problems().isEmpty()) {
        throw Statuses.invalid(request.problems().list());
      }
      var running = call.start(tools, request.call(), manner.live());
      manner.follow(running, client);
      var result = running.result().get();
      if (client.isCancelled()) {
        watch(tool, "gone", fuel(result), begun);
        return;
      }
      client.onNext(manner.last(Responses.of(result)));
      client.onCompleted();
      watch(tool, outcome(result), fuel(result), begun);
    } catch (ToolException e) {
      refuse(tool, client, Statuses.of(e), begun);
    } catch (StatusRuntimeException e) {
      refuse(tool, client, e, begun);
    } catch (InterruptedException e) {
      refuse(
          tool,
          client,
          Status.CANCELLED.withDescription("cancelled before it ran").asRuntimeException(),
          begun);
    } catch (ExecutionException | RuntimeException | Error e) {
      bugs.accept(e instanceof ExecutionException ? e.getCause() : e);
      refuse(
          tool,
          client,
          Status.INTERNAL
              .withDescription("internal error; the server has said more")
              .asRuntimeException(),
          begun);
    }
  }

  private void refuse(
      String tool, ServerCallStreamObserver<?> client, StatusRuntimeException status, long begun) {
    try {
      if (!client.isCancelled()) {
        client.onError(status);
      }
    } catch (IllegalStateException e) {
      bugs.accept(e); // it had been answered, and the answer failed
    }
    watch(tool, status.getStatus().getCode().name(), OptionalLong.empty(), begun);
  }

  private void watch(String tool, String outcome, OptionalLong fuel, long begun) {
    watcher.accept(
        new AnsweredCall(tool, outcome, fuel, Duration.ofNanos(System.nanoTime() - begun)));
  }

  private static String outcome(ToolResult result) {
    String kind = result.metadata().path("outcome").path("kind").asText("");
    return kind.isEmpty() ? (result.success() ? "done" : "failed") : kind;
  }

  private static OptionalLong fuel(ToolResult result) {
    var fuel = result.metadata().path("fuel_used");
    return fuel.isNumber() ? OptionalLong.of(fuel.longValue()) : OptionalLong.empty();
  }
}
