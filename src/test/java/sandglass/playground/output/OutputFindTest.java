package sandglass.playground.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sandglass.playground.common.TestThreads;
import sandglass.playground.output.OutputFind.Match;

class OutputFindTest {
  private final TestThreads time = new TestThreads();
  private final Output output = new Output(time.threads());
  private final OutputFind find = new OutputFind(time.threads(), output);
  private final OutputStream stream = output.open();

  private void print(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    time.pass(Duration.ofSeconds(1));
  }

  @Test
  void stepsAround() throws IOException {
    print("Apple\npear [apple]\nÄPFEL");
    find.query().set("apple");
    assertEquals(2, find.found().get().matches().size());
    assertEquals(new Match(0, 0, 5), find.found().get().currentMatch());
    find.next();
    assertEquals(new Match(1, 6, 11), find.found().get().currentMatch());
    find.next();
    assertEquals(new Match(0, 0, 5), find.found().get().currentMatch());
    find.previous();
    assertEquals(1, find.found().get().current());
    find.query().set("äpf");
    assertEquals(new Match(2, 0, 3), find.found().get().currentMatch());
    find.query().set("[");
    assertEquals(new Match(1, 5, 6), find.found().get().currentMatch());
    find.query().set("");
    assertEquals(OutputFind.Found.NOTHING, find.found().get());
    find.next();
    assertNull(find.found().get().currentMatch());
  }

  @Test
  void findsAgainInWhatComes() throws IOException {
    print("a\n");
    find.query().set("a");
    print("b\na");
    assertEquals(2, find.found().get().matches().size());
    assertEquals(0, find.found().get().current(), "stays where it was");
    output.clear();
    assertTrue(find.found().get().matches().isEmpty());
  }

  @Test
  void stopsAtVeryMany() throws IOException {
    print("a".repeat(30_000));
    find.query().set("a");
    assertEquals(OutputFind.MAX_MATCHES, find.found().get().matches().size());
    assertTrue(find.found().get().more());
  }
}
