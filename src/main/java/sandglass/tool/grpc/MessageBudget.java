package sandglass.tool.grpc;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all requests that are being received or under way together, so that many
 * large ones at once cannot use up the memory: the one that goes beyond is refused while it comes
 * in.
 */
final class MessageBudget extends ServerStreamTracer.Factory {
  private final AtomicLong used = new AtomicLong();
  private final long maxBytes;

  /**
   * @param maxBytes of all requests together, as they came and as they are read
   */
  MessageBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new Share();
  }

  /** What one call takes. */
  private final class Share extends ServerStreamTracer {
    private long mine;
    private boolean closed;

    @Override
    public void inboundWireSize(long bytes) {
      take(bytes);
    }

    @Override
    public void inboundUncompressedSize(long bytes) {
      take(bytes);
    }

    private synchronized void take(long bytes) {
      if (closed) {
        return;
      }
      mine += bytes;
      if (used.addAndGet(bytes) > maxBytes) {
        throw Status.RESOURCE_EXHAUSTED
            .withDescription(
                "the requests under way have more than "
                    + maxBytes
                    + " bytes together; try again later, or name modules by wasm_path")
            .asRuntimeException();
      }
    }

    @Override
    public synchronized void streamClosed(Status status) {
      closed = true;
      used.addAndGet(-mine);
      mine = 0;
    }
  }
}
