package sandglass.playground.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document.Language;
import sandglass.program.Program;

class BuildsTest {
  private static final String GOOD = "(module (func (export \"_start\")))";

  private final TestThreads threads = new TestThreads();
  private long moduleBytes = 1 << 20;
  private final Builds builds = new Builds(threads.threads(), () -> moduleBytes);

  private static Document wat(String text) {
    return Document.ofText(Document.newId(), Language.WAT, "a.wat", Optional.empty(), text);
  }

  @Test
  void buildsWhatIsOpened() {
    var document = wat(GOOD);
    builds.watch(document);
    var good = assertInstanceOf(Build.Good.class, document.build().get());
    assertEquals("_start", good.module().exports().getFirst().name());
  }

  @Test
  void buildsAfterAPauseAndKeepsTheLastGoodModule() {
    var document = wat(GOOD);
    builds.watch(document);
    var before = document.lastGood().get();
    document.text().set("(module (func (export \"_start\") nonsense))");
    assertInstanceOf(Build.Pending.class, document.build().get());
    threads.pass(Duration.ofMillis(100));
    assertInstanceOf(Build.Pending.class, document.build().get(), "not while being typed");
    threads.pass(Builds.PAUSE);
    var failed = assertInstanceOf(Build.Failed.class, document.build().get());
    assertEquals(1, failed.errors().getFirst().line());
    assertSame(before, document.lastGood().get());
  }

  @Test
  void answersWithTheBuildOfTheTextAsItIsNow() {
    var document = wat(GOOD);
    builds.watch(document);
    document.text().set("(module");
    List<Build> answers = new ArrayList<>();
    builds.current(document, answers::add);
    assertInstanceOf(Build.Failed.class, answers.getFirst(), "without waiting for the pause");
    assertEquals(1, answers.size());
  }

  @Test
  void triesAgainWhenALimitHasBeenRaised() {
    moduleBytes = 10;
    var document = wat(GOOD);
    builds.watch(document);
    assertInstanceOf(Build.Refused.class, document.build().get());
    moduleBytes = 1000;
    List<Build> answers = new ArrayList<>();
    builds.current(document, answers::add);
    assertInstanceOf(Build.Good.class, answers.getFirst());
  }

  @Test
  void compilesPython() {
    var document =
        Document.ofText(Document.newId(), Language.PYTHON, "a.py", Optional.empty(), "print(1)");
    builds.watch(document);
    var good = assertInstanceOf(Build.Good.class, document.build().get());
    assertTrue(good.program().python().isPresent());
  }

  @Test
  void tellsPythonThatOnlyCpythonRunsFromWhatIsWrong() {
    var document =
        Document.ofText(Document.newId(), Language.PYTHON, "a.py", Optional.empty(), "import os\n");
    builds.watch(document);
    var failed = assertInstanceOf(Build.Failed.class, document.build().get());
    assertTrue(failed.errors().getFirst().refused());
  }

  @Test
  void buildsNoMoreWhatWasClosed() {
    var document = wat(GOOD);
    builds.watch(document);
    builds.unwatch(document);
    document.text().set("(module");
    threads.pass(Duration.ofSeconds(1));
    assertInstanceOf(Build.Good.class, document.build().get());
  }

  @Test
  void aBugInABuildIsToldAndEndsTheWait() {
    var broken = new Program("a.wasm", null, Optional.empty());
    var document = Document.ofBinary(Document.newId(), "a.wasm", Optional.empty(), broken);
    builds.watch(document);
    assertInstanceOf(Build.Refused.class, document.build().get());
    assertInstanceOf(NullPointerException.class, threads.bugs().getFirst());
    List<Build> answers = new ArrayList<>();
    builds.current(document, answers::add);
    assertEquals(1, answers.size());
  }

  @Test
  void saysWhatIsWrongWithAHundredThousandParentheses() {
    var document = wat("(".repeat(100_000));
    builds.watch(document);
    var failed = assertInstanceOf(Build.Failed.class, document.build().get());
    assertTrue(!failed.errors().getFirst().message().isBlank());
    assertEquals(List.of(), threads.bugs());
  }
}
