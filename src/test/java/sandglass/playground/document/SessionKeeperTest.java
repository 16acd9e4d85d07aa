package sandglass.playground.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.playground.common.Notices;
import sandglass.playground.common.TestThreads;
import sandglass.playground.common.Threads;

class SessionKeeperTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path home;

  private final TestThreads time = new TestThreads();
  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>();
  private final Notices notices = new Notices();
  private SessionStore store;
  private SessionKeeper keeper;

  @BeforeEach
  void openStore() {
    store = SessionStore.open(home);
    keeper = new SessionKeeper(time.threads(), store, open, current, notices);
    time.pass(SECOND);
  }

  @AfterEach
  void closeStore() {
    store.close();
    assertEquals(List.of(), time.bugs());
  }

  private Document add(String id) {
    var document =
        Document.ofText(id, Document.Language.WAT, "untitled.wat", Optional.empty(), "(module)");
    open.add(document);
    current.set(document);
    return document;
  }

  private Session kept() {
    store.close();
    try (var reader = SessionStore.open(home)) {
      return reader.load().session();
    } finally {
      store = SessionStore.open(home);
    }
  }

  private String text(String id) throws IOException {
    return Files.readString(home.resolve("session").resolve(id + ".txt"));
  }

  @Test
  void keepsEveryChangeWithinASecond() throws IOException {
    var document = add("a");
    time.pass(SECOND);
    assertEquals("(module)", text("a"));
    for (int i = 0; i < 3; i++) {
      document.text().set("text " + i);
      time.pass(SECOND);
      assertEquals("text " + i, text("a"));
    }
    var second = add("b");
    keeper.caretAt(second, 5, 9);
    time.pass(SECOND);
    keeper.caretAt(second, 6, 1);
    time.pass(SECOND);
    var session = kept();
    assertEquals(Optional.of("b"), session.current());
    assertEquals(new Draft.Caret(6, 1), session.drafts().get(1).caret());
    assertEquals(Draft.Caret.START, session.drafts().getFirst().caret());
  }

  @Test
  void forgetsAClosedDocumentAndDoesNotListenToItAnyMore() {
    var document = add("a");
    add("b");
    time.pass(SECOND);
    open.remove(document);
    time.pass(SECOND);
    assertEquals(List.of("b"), kept().drafts().stream().map(Draft::id).toList());
    var index = home.resolve("session").resolve("session.json");
    assertTrue(index.toFile().setLastModified(0));
    document.text().set("more");
    time.pass(SECOND);
    assertEquals(0, index.toFile().lastModified());
  }

  @Test
  void forgetsTheTextOnceItIsInAFile() {
    var document = add("a");
    time.pass(SECOND);
    document.saved(Optional.of(home.resolve("a.wat")), "a.wat", "(module)");
    time.pass(SECOND);
    assertFalse(Files.exists(home.resolve("session").resolve("a.txt")));
    var draft = kept().drafts().getFirst();
    assertEquals(Optional.empty(), draft.text());
    assertEquals("a.wat", draft.name());
  }

  @Test
  void writesLittleForManyChangesAndFlushesTheLast() throws IOException {
    var tasks = new ArrayList<Runnable>();
    var threads = time.threads();
    var counted =
        new Threads(
            threads.fx(), new Collector(tasks), threads.ticker(), () -> true, threads.bugs());
    keeper.stop();
    keeper = new SessionKeeper(counted, store, open, current, notices);
    var document = add("a");
    for (int i = 0; i < 1_000; i++) {
      document.text().set("x".repeat(i));
    }
    time.pass(SECOND);
    assertEquals(1, tasks.size());
    document.text().set("the last");
    assertTrue(keeper.flush(LONG), "although the background never came to it");
    assertEquals("the last", text("a"));
  }

  @Test
  void saysOnceThatItCannotSave() throws IOException {
    var document = add("a");
    Path folder = home.resolve("session");
    time.pass(SECOND);
    Files.createDirectories(folder.resolve("b.txt").resolve("in the way"));
    var second = add("b");
    time.pass(SECOND);
    assertTrue(notices.shown().get().isPresent());
    notices.clear();
    second.text().set("again");
    time.pass(SECOND);
    assertEquals(Optional.empty(), notices.shown().get());
    open.remove(second);
    document.text().set("works");
    time.pass(SECOND);
    assertEquals("works", text("a"));
  }

  /** A background that never comes to anything. */
  private static final class Collector extends AbstractExecutorService {
    private final List<Runnable> tasks;

    Collector(List<Runnable> tasks) {
      this.tasks = tasks;
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
