package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;

class MessageBudgetTest {
  private final MessageBudget budget = new MessageBudget(1_000);

  @Test
  void boundsAllRequestsTogetherAndForgetsThoseThatAreOver() {
    var one = budget.newServerStreamTracer("m", new Metadata());
    var two = budget.newServerStreamTracer("m", new Metadata());
    one.inboundWireSize(600);
    two.inboundWireSize(400);
    var refused = assertThrows(StatusRuntimeException.class, () -> two.inboundUncompressedSize(1));
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, refused.getStatus().getCode());
    two.streamClosed(Status.CANCELLED);
    one.inboundUncompressedSize(400);
    one.streamClosed(Status.OK);
    one.inboundUncompressedSize(5_000); // read after its end: nobody's any more
    var three = budget.newServerStreamTracer("m", new Metadata());
    assertDoesNotThrow(() -> three.inboundWireSize(1_000));
  }
}
