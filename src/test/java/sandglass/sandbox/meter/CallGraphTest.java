package sandglass.sandbox.meter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sandglass.sandbox.meter.ModuleStructure.Section;

/** Which functions always come back. Function 0 is imported in each of these. */
class CallGraphTest {
  private static final int CALL = 0x10;
  private static final int DROP = 0x1A;
  private static final int END = 0x0B;
  private static final int I32_CONST = 0x41;

  @Test
  void whatOnlyCallsWhatComesBackComesBack() {
    CallGraph graph = graph(calls(2), calls(3), plain(), calls(1), calls(0), calls(5));
    assertTrue(graph.returns(1) && graph.returns(2) && graph.returns(3) && graph.returns(4));
    assertFalse(graph.returns(0) || graph.returns(5) || graph.returns(6));
  }

  @Test
  void takesRecursionForComingBackUnlessItReachesTheHost() {
    CallGraph graph = graph(calls(2), calls(1), calls(4), calls(3, 0));
    assertTrue(graph.returns(1) && graph.returns(2));
    assertFalse(graph.returns(3) || graph.returns(4));
  }

  @Test
  void refusesFunctionsThatAreNotThere() {
    assertThrows(InvalidModuleException.class, () -> graph(calls(2)));
  }

  /**
   * Each function calls the next, and the last the host: what a pass over all calls would crawl.
   */
  @Test
  void walksALongChainOfCallsOnce() {
    int length = 200_000;
    var bodies = new ByteSink[length];
    for (int i = 0; i < length; i++) {
      bodies[i] = calls(i + 1 < length ? i + 2 : 0);
    }
    CallGraph graph = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> graph(bodies));
    assertFalse(graph.returns(1) || graph.returns(length));
  }

  private static CallGraph graph(ByteSink... bodies) {
    var code = new ByteSink(16).u32(bodies.length);
    for (ByteSink body : bodies) {
      code.sized(body);
    }
    byte[] bytes = code.toByteArray();
    return new CallGraph(bytes, new Section(Sections.CODE, "code", 0, bytes.length), 1);
  }

  private static ByteSink calls(int... functions) {
    var body = new ByteSink(16).u32(0);
    for (int function : functions) {
      body.u8(CALL).u32(function);
    }
    return body.u8(END);
  }

  private static ByteSink plain() {
    return new ByteSink(16).u32(0).u8(I32_CONST).u8(7).u8(DROP).u8(END);
  }
}
