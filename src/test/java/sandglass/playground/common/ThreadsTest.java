package sandglass.playground.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private final TestThreads direct = new TestThreads();
  private final List<String> shown = new ArrayList<>();

  @Test
  void worksInTheBackgroundAndShowsOnTheFxThread() {
    var threads = direct.threads();
    threads.background(
        () -> {
          assertThrows(IllegalStateException.class, threads::assertFx);
          threads.assertBackground();
          return "found";
        },
        found -> {
          threads.assertFx();
          assertThrows(IllegalStateException.class, threads::assertBackground);
          shown.add(found);
        });
    assertEquals(List.of("found"), shown);
    assertEquals(List.of(), direct.bugs());
  }

  @Test
  void losesNothingThatIsThrown() {
    direct
        .threads()
        .background(
            () -> {
              throw new IllegalStateException("a bug");
            },
            found -> shown.add("something"));
    direct
        .threads()
        .background(
            () -> {
              throw new OutOfMemoryError("a large thing");
            },
            found -> shown.add("something"));
    assertEquals(List.of(), shown);
    assertInstanceOf(IllegalStateException.class, direct.bugs().get(0));
    assertInstanceOf(OutOfMemoryError.class, direct.bugs().get(1));
  }

  @Test
  void showsTheLatestOnlyEvenIfTheOneBeforeWasDone() {
    Queue<Runnable> later = new ArrayDeque<>();
    var now = direct.threads();
    var threads = new Threads(later::add, now.work(), now.ticker(), now.onFx(), now.bugs());
    var slot = threads.latest();
    slot.background(() -> "old", shown::add);
    slot.background(() -> "new", shown::add);
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertEquals(List.of("new"), shown);
  }

  @Test
  void showsNothingOfWhatWasCancelled() {
    Queue<Runnable> later = new ArrayDeque<>();
    var now = direct.threads();
    var threads = new Threads(later::add, now.work(), now.ticker(), now.onFx(), now.bugs());
    var pending = threads.background(() -> "done already", shown::add);
    pending.cancel();
    later.remove().run();
    assertEquals(List.of(), shown);
  }
}
