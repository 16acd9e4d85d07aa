package sandglass.playground.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.interpreter.TestInterpreters;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.TestPrompts;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document.Language;
import sandglass.program.ProgramLoader;

class DocumentsTest {
  private static final long LIMIT = 1 << 20;

  private final TestThreads threads = new TestThreads();
  private final Notices notices = new Notices();
  private final TestPrompts answers = new TestPrompts();
  private final List<Path> recent = new ArrayList<>();
  private final Documents documents =
      new Documents(
          threads.threads(),
          new Builds(threads.threads(), () -> LIMIT),
          notices,
          answers,
          TestInterpreters.none(),
          recent::add,
          () -> LIMIT);

  @TempDir Path folder;

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private String notice() {
    return notices.shown().get().map(Notice::text).orElse("");
  }

  @Test
  void opensATextWithErrorsAsAText() throws Exception {
    var file = file("a.wat", "(module (oops))");
    documents.open(file);
    var document = documents.current().get();
    assertEquals("a.wat", document.name().get());
    assertEquals("(module (oops))", document.text().get());
    assertFalse(document.dirty().get());
    assertEquals(List.of(file), recent);
  }

  @Test
  void opensAFileOnce() throws Exception {
    var file = file("a.wat", "(module)");
    documents.open(file);
    documents.create(Language.WAT);
    documents.open(folder.resolve("x").resolve("..").resolve("a.wat"));
    assertEquals(2, documents.open().size());
    assertEquals("a.wat", documents.current().get().name().get());
  }

  @Test
  void opensModulesAndModulesInBase64() throws Exception {
    byte[] module = ProgramLoader.fromText("m", "(module)", LIMIT).wasm();
    documents.open(Files.write(folder.resolve("m.wasm"), module));
    assertEquals(Language.BINARY, documents.current().get().language());
    documents.open(file("m.txt", Base64.getMimeEncoder().encodeToString(module)));
    assertEquals(Language.BINARY, documents.current().get().language());
    documents.paste(Base64.getEncoder().encodeToString(module));
    assertEquals("pasted.wasm", documents.current().get().name().get());
    assertEquals(3, documents.open().size());
  }

  @Test
  void opensPastedTextInItsLanguage() {
    documents.paste("\n ;; a comment\n(module)");
    assertEquals(Language.WAT, documents.current().get().language());
    documents.paste("def f(x):\n    return x\n");
    assertEquals(Language.PYTHON, documents.current().get().language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AGFzbQEAAAA*garbage | base64
          hello, you          | not WebAssembly text, Python or a module in base64
          ''                  | is empty
          """)
  void refusesPastedGarbage(String text, String expected) {
    documents.paste(text == null ? "" : text);
    assertTrue(documents.open().isEmpty());
    assertTrue(notice().contains(expected), notice());
  }

  @Test
  void refusesWhatIsNoProgramAndSaysWhy() throws Exception {
    documents.open(folder);
    assertTrue(notice().contains("is a folder"), notice());
    documents.open(folder.resolve("missing.wat"));
    assertTrue(notice().contains("no such file"), notice());
    documents.open(Files.write(folder.resolve("i.wat"), new byte[] {(byte) 0xff, (byte) 0xfe, 40}));
    assertTrue(notice().contains("UTF-16"), notice());
    documents.open(
        Files.write(
            folder.resolve("p.wasm"),
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0}));
    assertTrue(notice().contains("PNG image"), notice());
    documents.open(Files.write(folder.resolve("t.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0}));
    assertTrue(notice().contains("truncated"), notice());
    try (var large =
        Files.newByteChannel(
            folder.resolve("large.wasm"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      large.position(2L << 30).write(ByteBuffer.wrap(new byte[] {1}));
    }
    documents.open(folder.resolve("large.wasm"));
    assertTrue(notice().contains("2 GiB"), notice());
    assertTrue(documents.open().isEmpty());
    assertTrue(recent.isEmpty());
  }

  @Test
  void savesWithTheLineEndsOfTheFile() throws Exception {
    var file = file("a.wat", "(module\r\n)\r\n");
    documents.open(file);
    var document = documents.current().get();
    assertEquals("(module\n)\n", document.text().get());
    document.text().set("(module\n\n)\n");
    assertTrue(document.dirty().get());
    documents.save(document);
    assertEquals("(module\r\n\r\n)\r\n", Files.readString(file));
    assertFalse(document.dirty().get());
    document.text().set("(module)");
    documents.save(document);
    assertEquals("(module)", Files.readString(file), "twice, without a false alarm");
    assertEquals("", notice());
  }

  @Test
  void doesNotOverwriteWhatSomebodyElseChanged() throws Exception {
    var file = file("a.wat", "(module)");
    documents.open(file);
    var document = documents.current().get();
    document.text().set("(module (memory 1))");
    Files.writeString(file, "(module (memory 2))");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    documents.save(document);
    assertEquals("(module (memory 2))", Files.readString(file));
    assertTrue(notice().contains("changed by another program"), notice());
    notices.shown().get().orElseThrow().fixes().getFirst().action().run();
    assertEquals("(module (memory 1))", Files.readString(file));
    assertFalse(document.dirty().get());
  }

  @Test
  void asksWhereToSaveANewText() {
    var document = documents.create(Language.WAT);
    document.text().set("(module)");
    documents.save(document);
    assertTrue(document.dirty().get(), "cancelled");
    answers.chosen = Optional.of(folder.resolve("b.wat"));
    documents.save(document);
    assertEquals("b.wat", document.name().get());
    assertFalse(document.dirty().get());
    answers.chosen = Optional.of(folder.resolve("no").resolve("b.wat"));
    documents.saveAs(document);
    assertTrue(notice().contains("no such folder"), notice());
  }

  @Test
  void asksBeforeItClosesWhatIsNotSaved() throws Exception {
    var document = documents.create(Language.WAT);
    documents.create(Language.WAT);
    document.text().set("(module (memory 1))");
    documents.close(document);
    assertEquals(2, documents.open().size(), "cancelled");
    answers.unsaved = Prompts.Unsaved.SAVE;
    answers.chosen = Optional.of(folder.resolve("a.wat"));
    documents.close(document);
    assertEquals("(module (memory 1))", Files.readString(folder.resolve("a.wat")));
    assertEquals(1, documents.open().size());
    documents.current().get().text().set("x");
    answers.unsaved = Prompts.Unsaved.DISCARD;
    documents.close(documents.current().get());
    assertTrue(documents.open().isEmpty());
    assertNull(documents.current().get());
  }

  @Test
  void revealsPlacesInTheirDocument() {
    var shown = new ArrayList<Place>();
    documents.onReveal(shown::add);
    var first = documents.create(Language.WAT);
    documents.create(Language.WAT);
    var place = new Place(first, 1, 2, 3);
    documents.reveal(place);
    assertSame(first, documents.current().get());
    assertEquals(List.of(place), shown);
    documents.close(first);
    documents.reveal(place);
    assertEquals(1, shown.size(), "its document is closed");
  }

  @Test
  void keepsTextsThatWereOpenedAsTheyAre() throws Exception {
    byte[] text = "\uFEFF(module) ;; ä 😀".getBytes(StandardCharsets.UTF_8);
    documents.open(Files.write(folder.resolve("bom.wat"), text));
    assertEquals("(module) ;; ä 😀", documents.current().get().text().get());
  }

  @Test
  void keepsTheLineEndsOfARestoredFile() throws Exception {
    var file = file("a.wat", "(module\r\n)\r\n");
    var draft =
        new Draft(
            Document.newId(),
            Language.WAT,
            "a.wat",
            Optional.of(file),
            true,
            Optional.of("(module\n\n)\n"),
            "(module\n)\n",
            Draft.Caret.START);
    documents.restore(List.of(draft), Optional.empty(), () -> {});
    var document = documents.current().get();
    assertTrue(document.dirty().get());
    documents.save(document);
    assertEquals("(module\r\n\r\n)\r\n", Files.readString(file));
  }
}
