package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import sandglass.tool.grpc.proto.ToolCallEvent;
import sandglass.tool.grpc.proto.ToolCallEvent.EventCase;
import sandglass.tool.grpc.proto.ToolCallRequest;

/** Output on its way to a client: in order, whole, and never more in memory than is bounded. */
class StreamedOutputTest {
  private static final ToolCallRequest REQUEST =
      ToolCallRequest.newBuilder().setToolName("fake").build();

  @Test
  void sendsOutputWhileTheGuestRunsAndTheResponseLast() throws Exception {
    var seen = new CountDownLatch(1);
    var tools =
        new FakeTools(
            (call, live) -> {
              FakeTools.write(live, "first");
              assertTrue(seen.await(30, TimeUnit.SECONDS), "the client got nothing yet");
              live.stderr().write("second".getBytes(StandardCharsets.UTF_8));
              FakeTools.write(live, "third");
              return FakeTools.result("firstthird");
            });
    try (var served = new ServedTools(tools)) {
      var events = new Events();
      served.async().executeToolStreaming(REQUEST, events);
      Await.until("the first piece has come", () -> !events.soFar().isEmpty());
      seen.countDown();
      var all = events.await();
      assertNull(events.failure());
      assertEquals("first", all.get(0).getStdout().toStringUtf8());
      assertEquals("second", all.get(1).getStderr().toStringUtf8());
      assertEquals("third", all.get(2).getStdout().toStringUtf8());
      assertEquals("firstthird", all.get(3).getResponse().getOutput());
      assertEquals(4, all.size());
    }
  }

  @Test
  void losesNothingAndKeepsTheOrder() throws Exception {
    var wanted = new ByteArrayOutputStream();
    var tools =
        new FakeTools(
            (call, live) -> {
              var random = new Random(7);
              for (int i = 0; i < 3_000; i++) {
                byte[] bytes = new byte[random.nextInt(4_000)];
                random.nextBytes(bytes);
                wanted.writeBytes(bytes);
                live.stdout().write(bytes);
              }
              return FakeTools.result("");
            });
    try (var served = new ServedTools(tools)) {
      var events = new Events();
      served.async().executeToolStreaming(REQUEST, events);
      events.await();
      assertNull(events.failure());
      assertArrayEquals(wanted.toByteArray(), events.bytes(EventCase.STDOUT));
    }
  }

  @Test
  void makesAGuestWaitForASlowReader() throws Exception {
    long total = 50L << 20;
    var written = new AtomicLong();
    var tools =
        new FakeTools(
            (call, live) -> {
              byte[] bytes = new byte[1_000];
              for (long left = total; left > 0; left -= bytes.length) {
                live.stdout().write(bytes);
                written.addAndGet(bytes.length);
              }
              return FakeTools.result("");
            });
    try (var served = new ServedTools(tools)) {
      var events = new Events().reading(1);
      served.async().executeToolStreaming(REQUEST, events);
      Await.until("the first piece has come", () -> !events.soFar().isEmpty());
      long before;
      do {
        before = written.get();
        Thread.sleep(200);
      } while (before != written.get());
      assertEquals(1, tools.running());
      // What the pipe, gRPC and both sockets hold.
      assertTrue(written.get() < 16 << 20, written + " bytes were taken for nobody");
      events.readOn();
      events.await();
      assertNull(events.failure());
      assertTrue(events.bytes(EventCase.STDOUT).length >= total);
    }
  }

  @Test
  void putsSmallWritesTogetherWhileTheReaderIsSlow() throws Exception {
    var pipe = new OutputPipe();
    var streams = pipe.streams();
    for (int i = 0; i < 100_000; i++) {
      streams.stdout().write('x');
    }
    streams.stderr().write('y');
    streams.stdout().write('z');
    pipe.end();
    int pieces = 0;
    long bytes = 0;
    var event = pipe.take(() -> false);
    while (event.isPresent()) {
      pieces++;
      ToolCallEvent e = event.get();
      bytes += e.getStdout().size() + e.getStderr().size();
      event = pipe.take(() -> false);
    }
    assertEquals(100_002, bytes);
    assertEquals(4, pieces);
  }
}
