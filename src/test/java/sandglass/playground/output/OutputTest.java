package sandglass.playground.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.playground.common.TestThreads;
import sandglass.playground.common.Threads;

class OutputTest {
  private static final Duration TICK = Duration.ofMillis(50);

  private final TestThreads time = new TestThreads();
  private final Output output = new Output(time.threads());

  private static void print(OutputStream stream, String text) {
    print(stream, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void print(OutputStream stream, byte[] bytes) {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void showsTheFirstOutputAtOnceAndTheRestInBatches() {
    var stream = output.open();
    print(stream, "Name? ");
    assertEquals("Name? ", output.text());
    print(stream, "Bob\nHello");
    assertEquals("Name? ", output.text());
    time.pass(TICK);
    assertEquals("Name? Bob\nHello", output.text());
    assertEquals(2, output.extent().get().count());
    assertEquals(15, output.extent().get().bytes());
  }

  @Test
  void doesNothingWhileThereIsNothing() {
    var stream = output.open();
    print(stream, "a");
    time.pass(TICK.multipliedBy(3));
    var changes = new ArrayList<Output.Extent>();
    output.extent().addListener((o, before, now) -> changes.add(now));
    time.pass(Duration.ofSeconds(10));
    assertEquals(List.of(), changes);
    print(stream, "b");
    assertEquals("ab", output.text(), "awake again, at once");
  }

  @Test
  void asksTheWindowOnceHoweverMuchIsPrinted() throws IOException {
    var asked = new ConcurrentLinkedQueue<Runnable>();
    var threads = time.threads();
    var slow =
        new Output(
            new Threads(
                asked::add, threads.work(), threads.ticker(), threads.onFx(), threads.bugs()));
    try (var stream = slow.open()) {
      for (int i = 0; i < 1000; i++) {
        print(stream, "line\n");
      }
    }
    assertEquals(1, asked.size());
    asked.remove().run();
    assertEquals(1000, slow.extent().get().count());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsUtf8HoweverItIsCut(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = randomBytes(random);
      var stream = output.open();
      for (int at = 0; at < bytes.length; ) {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(40) + 1));
        print(stream, java.util.Arrays.copyOfRange(bytes, at, end));
        at = end;
        if (random.nextInt(4) == 0) {
          time.pass(TICK);
        }
      }
      output.complete();
      assertEquals(visible(new String(bytes, StandardCharsets.UTF_8)), output.text());
      assertEquals(bytes.length, output.extent().get().bytes());
    }
  }

  private static byte[] randomBytes(Random random) {
    var text = new StringBuilder();
    var garbage = random.nextInt(3) == 0;
    String[] words = {
      "a", "ß", "漢字", "😀", "e\u0301", "\n", "\r\n", "\t", "\u001b[31m", "\r", "\0"
    };
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (garbage) {
      for (int i = 0; i < bytes.length; i++) {
        if (random.nextInt(5) == 0) {
          bytes[i] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }

  /** What the Javadoc says of control characters, in other words. */
  private static String visible(String text) {
    var visible = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String last = line.replaceAll("\r+$", "").replaceAll("(?s)^.*\r", "");
      for (int i = 0; i < last.length(); i++) {
        char c = last.charAt(i);
        if (c < ' ' && c != '\t') {
          visible.append((char) (c + 0x2400));
        } else if (c == 0x7f) {
          visible.append('␡');
        } else if (String.valueOf(c).matches("[\u0080-\u009f\u2028-\u202e\u2066-\u2069]")) {
          visible.append(String.format("<U+%04X>", (int) c));
        } else {
          visible.append(c);
        }
      }
      visible.append('\n');
    }
    visible.setLength(visible.length() - 1);
    return visible.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10%\\r20%\\r100%\\n | 100%\\n",
        "one\\r\\ntwo\\r\\r\\n | one\\ntwo\\n",
        "a\\0b\\e[1m | a␀b␛[1m",
        "cash\\u202ehsac | cash<U+202E>hsac",
      })
  void makesControlCharactersVisible(String printed, String shown) {
    print(output.open(), unescape(printed));
    output.complete();
    assertEquals(unescape(shown), output.text());
  }

  private static String unescape(String text) {
    return text.replace("\\u202e", "\u202e").replace("\\e", "\u001b").translateEscapes();
  }

  @Test
  void breaksLongLinesAndJoinsThemInCopies() {
    String longLine = "x".repeat(25_000) + "😀".repeat(10_000);
    print(output.open(), "before\n" + longLine + "\nafter\n");
    output.complete();
    assertEquals("before\n" + longLine + "\nafter\n", output.text());
    assertTrue(output.goesOn(1));
    assertFalse(output.goesOn(0));
    var extent = output.extent().get();
    assertTrue(extent.count() > 5);
    for (long line = extent.first(); line < extent.end(); line++) {
      assertTrue(output.line(line).length() <= 10_001);
      assertTrue(output.line(line).codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000));
    }
  }

  @Test
  void keepsTheLastLinesAndCountsTheRest() {
    var small = new Output(time.threads(), 10, 50);
    var stream = small.open();
    print(stream, "first line\n");
    for (int i = 0; i < 100; i++) {
      print(stream, "%03d\n".formatted(i));
      assertTrue(small.backlog() <= 10);
      if (i % 7 == 0) {
        time.pass(TICK);
      }
    }
    print(stream, "end");
    small.complete();
    assertEquals("090\n091\n092\n093\n094\n095\n096\n097\n098\n099\nend", small.text());
    assertEquals(new Output.Extent(1, 91, 102, 414, 11 + 90 * 4), small.extent().get());
    print(small.open(), "x".repeat(30) + "\n" + "y".repeat(30) + "\n");
    assertEquals("y".repeat(30) + "\n", small.text());
    assertEquals(31, small.extent().get().droppedBytes());
  }

  @Test
  void leavesNoGapWhereTheWindowIsTooSlow() {
    var small = new Output(time.threads(), 10, 1000);
    var stream = small.open();
    print(stream, "old\n");
    for (int i = 0; i < 11; i++) {
      print(stream, i + "\n");
    }
    time.pass(TICK);
    assertEquals("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", small.text());
    assertEquals(2, small.extent().get().first());
  }

  @Test
  void ignoresWhatOlderRunsStillPrint() {
    var older = output.open();
    print(older, "old\n");
    var newer = output.open();
    print(older, "late\n");
    print(newer, "new\n");
    print(older, "later\n");
    time.pass(TICK);
    assertEquals("new\n", output.text());
    output.complete();
    print(newer, "after the end\n");
    time.pass(TICK);
    assertEquals("new\n", output.text());
  }

  @Test
  void clearsAndGoesOn() {
    var stream = output.open();
    print(stream, "gone\nand this");
    print(stream, " too");
    output.clear();
    assertEquals(0, output.extent().get().count());
    time.pass(TICK);
    print(stream, "here\n");
    time.pass(TICK);
    assertEquals("here\n", output.text());
  }

  @Test
  void isUnreadUntilSomebodyLooks() {
    var stream = output.open();
    assertFalse(output.unread().get());
    print(stream, "a");
    assertTrue(output.unread().get());
    output.watched().set(true);
    assertFalse(output.unread().get());
    print(stream, "b");
    output.complete();
    assertFalse(output.unread().get());
    output.watched().set(false);
    output.complete();
    assertFalse(output.unread().get(), "nothing new");
  }

  @Test
  void copiesAPart() {
    print(output.open(), "one\ntwo\nthree");
    var text = output.snapshot();
    assertEquals("ne\ntwo\nth", text.text(0, 1, 2, 2));
    assertEquals("w", text.text(1, 1, 1, 2));
    assertEquals("one\n", text.text(0, 0, 1, 0));
  }
}
