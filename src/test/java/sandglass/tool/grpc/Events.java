package sandglass.tool.grpc;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sandglass.tool.grpc.proto.ToolCallEvent;
import sandglass.tool.grpc.proto.ToolCallRequest;

/** A client of the streaming call that keeps what it gets, and reads as fast as it is told. */
final class Events implements ClientResponseObserver<ToolCallRequest, ToolCallEvent> {
  private final List<ToolCallEvent> events = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private int first = -1;
  private ClientCallStreamObserver<ToolCallRequest> call;
  private Throwable failure;

  /** Reads so many events, then no more until {@link #readOn}. */
  Events reading(int count) {
    first = count;
    return this;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<ToolCallRequest> stream) {
    call = stream;
    if (first >= 0) {
      stream.disableAutoRequestWithInitial(first);
    }
  }

  void readOn() {
    call.request(Integer.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(ToolCallEvent event) {
    events.add(event);
  }

  @Override
  public synchronized void onError(Throwable e) {
    failure = e;
    over.countDown();
  }

  @Override
  public void onCompleted() {
    over.countDown();
  }

  /** All, once it is over. */
  List<ToolCallEvent> await() throws InterruptedException {
    if (!over.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the stream does not end");
    }
    return soFar();
  }

  synchronized List<ToolCallEvent> soFar() {
    return List.copyOf(events);
  }

  synchronized Throwable failure() {
    return failure;
  }

  /** What came of stdout, or of stderr. */
  synchronized byte[] bytes(ToolCallEvent.EventCase stream) {
    var all = new ByteArrayOutputStream();
    for (var event : events) {
      if (event.getEventCase() == stream) {
        var piece =
            stream == ToolCallEvent.EventCase.STDOUT ? event.getStdout() : event.getStderr();
        all.writeBytes(piece.toByteArray());
      }
    }
    return all.toByteArray();
  }
}
