package sandglass.playground.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Builds;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Preparation.End;

class PreparationsTest {
  /** Nothing is said of what is ready sooner. */
  private static final Duration SHORT = Duration.ofMillis(290);

  private static final Duration LONG = Duration.ofMillis(500);

  private final TestThreads threads = new TestThreads();
  private final Builds builds = new Builds(threads.threads(), () -> 1 << 20);
  private final List<TestPreparation> begun = new ArrayList<>();
  private final List<Document> open = new ArrayList<>();
  private final SimpleBooleanProperty running = new SimpleBooleanProperty();
  private Engine engine = Engine.COMPILED;
  private Optional<Document> front = Optional.empty();
  private long moduleBytes = 1 << 20;
  private final Preparations preparations =
      new Preparations(
          threads.threads(),
          (module, engine) -> {
            begun.add(new TestPreparation(module, engine));
            return begun.getLast();
          },
          () -> moduleBytes,
          running);

  @AfterEach
  void nothingIsThrown() {
    assertEquals(List.of(), threads.bugs());
  }

  /** Opens a document with a module of its own and shows it. */
  private Document opens(String name) {
    var document =
        Document.ofText(Document.newId(), Language.WAT, name, Optional.empty(), module(name));
    builds.watch(document);
    assertTrue(document.lastGood().get().isPresent());
    open.add(document);
    shows(document);
    return document;
  }

  private static String module(String name) {
    return "(module (func (export \"" + name + "\")))";
  }

  private void shows(Document document) {
    front = Optional.of(document);
    follows();
  }

  private void follows() {
    preparations.follow(open, front, engine);
  }

  private void writes(Document document, String text) {
    document.text().set(text);
    follows();
    threads.pass(LONG);
    follows();
  }

  private Optional<String> text() {
    return preparations.status().get().map(PrepareStatus::text);
  }

  @Test
  void saysHowFarItIsAndThatItIsReady() {
    opens("a.wat");
    begun.getFirst().reach(0.437);
    threads.pass(LONG);
    var going =
        assertInstanceOf(PrepareStatus.Going.class, preparations.status().get().orElseThrow());
    assertEquals("Compiling a.wat…", going.text());
    assertEquals("43 %", Percent.of(going.progress()));
    assertTrue(preparations.going().get());
    begun.getFirst().reach(1);
    begun.getFirst().end(End.READY);
    threads.pass(LONG);
    assertTrue(text().orElseThrow().startsWith("Compiled a.wat in "), text().orElseThrow());
    assertFalse(preparations.going().get());
    follows();
    assertTrue(text().isPresent(), "until something happens");
    running.set(true);
    assertEquals(Optional.empty(), text());
  }

  @Test
  void saysNothingOfWhatIsReadySoon() {
    var said = new ArrayList<>();
    preparations.status().addListener((o, before, now) -> now.ifPresent(said::add));
    opens("a.wat");
    threads.pass(SHORT);
    begun.getFirst().end(End.READY);
    threads.pass(LONG);
    assertEquals(List.of(), said);
  }

  @Test
  void leavesItToTheRunToSayWhatIsWrong() {
    opens("a.wat");
    threads.pass(LONG);
    begun.getFirst().end(End.REFUSED);
    threads.pass(LONG);
    assertEquals(Optional.empty(), text());
    follows();
    assertEquals(1, begun.size());
  }

  @Test
  void doesNotTellOfAReadyModuleWhileARunTellsOfItself() {
    opens("a.wat");
    threads.pass(LONG);
    running.set(true);
    begun.getFirst().end(End.READY);
    threads.pass(LONG);
    running.set(false);
    assertEquals(Optional.empty(), text());
  }

  @Test
  void isNotBegunAgainAfterAPersonCancelled() {
    var document = opens("a.wat");
    threads.pass(LONG);
    preparations.cancel();
    assertTrue(begun.getFirst().isCancelled());
    assertEquals(Optional.empty(), text());
    follows();
    opens("b.wat");
    shows(document);
    assertEquals(2, begun.size(), "a.wat once, b.wat once");
    writes(document, module("other"));
    assertEquals(3, begun.size(), "another module");
    preparations.cancel();
    assertFalse(begun.getLast().isCancelled(), "nobody has been shown it yet");
  }

  @Test
  void cancelsWhatTheNextModuleReplaces() {
    var document = opens("a.wat");
    threads.pass(LONG);
    document.text().set("(oops");
    follows();
    assertFalse(begun.getFirst().isCancelled(), "the last good one can still be run");
    writes(document, module("other"));
    assertTrue(begun.getFirst().isCancelled());
    assertEquals(2, begun.size());
    writes(document, module("other") + " ;; a word");
    assertFalse(begun.getLast().isCancelled(), "the same module");
    assertEquals(2, begun.size());
  }

  @Test
  void cancelsWhatTheOtherEngineWouldNotRun() {
    opens("a.wat");
    engine = Engine.INTERPRETER;
    follows();
    assertTrue(begun.getFirst().isCancelled());
    assertEquals(Engine.INTERPRETER, begun.getLast().engine());
    threads.pass(LONG);
    assertEquals(Optional.of("Preparing a.wat…"), text());
  }

  @Test
  void cancelsWhatIsClosed() {
    var document = opens("a.wat");
    threads.pass(LONG);
    open.remove(document);
    front = Optional.empty();
    follows();
    assertTrue(begun.getFirst().isCancelled());
    assertEquals(Optional.empty(), text());
  }

  @Test
  void goesOnBehindAnotherTabIfItWasShown() {
    var long1 = opens("a.wat");
    threads.pass(LONG);
    var short1 = opens("b.wat");
    assertFalse(begun.get(0).isCancelled());
    assertEquals(Optional.of("Compiling a.wat…"), text(), "who wonders what is busy sees it");
    threads.pass(SHORT);
    shows(long1);
    assertTrue(begun.get(1).isCancelled(), "flipped through");
    assertEquals(2, begun.size(), "a.wat was not begun again");
    shows(short1);
    assertEquals(3, begun.size());
    begun.get(0).end(End.READY);
    begun.get(2).end(End.READY);
    threads.pass(LONG);
    assertTrue(text().orElseThrow().startsWith("Compiled a.wat in "), text().orElseThrow());
    shows(long1);
    assertEquals(Optional.empty(), text(), "no news any more");
  }

  @Test
  void goesOnBehindForTheFurthestOnly() {
    opens("a.wat");
    begun.get(0).reach(0.8);
    threads.pass(LONG);
    opens("b.wat");
    begun.get(1).reach(0.2);
    threads.pass(LONG);
    assertEquals(Optional.of("Compiling b.wat…"), text(), "what is in front comes first");
    opens("c.wat");
    assertFalse(begun.get(0).isCancelled());
    assertTrue(begun.get(1).isCancelled());
    threads.pass(LONG);
    assertEquals(Optional.of("Compiling c.wat…"), text());
    preparations.cancel();
    assertEquals(Optional.of("Compiling a.wat…"), text());
    preparations.cancel();
    assertEquals(Optional.empty(), text());
  }

  @Test
  void doesNotBeginWhatTheLimitForbids() {
    moduleBytes = 8;
    opens("a.wat");
    assertEquals(0, begun.size());
    moduleBytes = 1 << 20;
    follows();
    assertEquals(1, begun.size());
  }

  @Test
  void stopsForGood() {
    var document = opens("a.wat");
    threads.pass(LONG);
    preparations.stop();
    assertTrue(begun.getFirst().isCancelled());
    shows(document);
    assertEquals(1, begun.size());
    assertEquals(Optional.empty(), text());
  }
}
