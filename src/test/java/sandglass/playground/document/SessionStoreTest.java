package sandglass.playground.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStoreTest {
  @TempDir Path home;

  private static Draft draft(
      String id, String name, Optional<Path> path, String base, String text) {
    boolean dirty = !text.equals(base);
    return new Draft(
        id,
        Document.Language.WAT,
        name,
        path,
        dirty,
        dirty || path.isEmpty() ? Optional.of(text) : Optional.empty(),
        base,
        new Draft.Caret(3, 7),
        Document.Runner.CPYTHON);
  }

  private static Draft untitled(String id, String text) {
    return draft(id, "untitled.wat", Optional.empty(), "", text);
  }

  private void save(Draft... drafts) throws IOException {
    try (var store = SessionStore.open(home)) {
      store.load();
      store.save(new Session(List.of(drafts), Optional.of(drafts[0].id())));
    }
  }

  private SessionStore.Restored load() {
    try (var store = SessionStore.open(home)) {
      return store.load();
    }
  }

  private Path session() {
    return home.resolve("session");
  }

  @Test
  void beginsWithNothing() {
    var restored = load();
    assertEquals(Session.EMPTY, restored.session());
    assertEquals(List.of(), restored.notices());
  }

  @Test
  void restoresWhatWasOpen() throws IOException {
    Path file = Files.writeString(home.resolve("a.wat"), "(module)\r\n");
    var clean = draft("clean", "a.wat", Optional.of(file), "(module)\n", "(module)\n");
    var dirty = draft("dirty", "a.wat", Optional.of(file), "(module)\n", "(module) ;; Grüße 🏖");
    var binary =
        new Draft(
            "binary",
            Document.Language.BINARY,
            "b.wasm",
            Optional.of(home.resolve("b.wasm")),
            false,
            Optional.empty(),
            "",
            Draft.Caret.START);
    save(dirty, untitled("new", ";; new"), clean, binary);
    var restored = load();
    assertEquals(List.of(), restored.notices());
    assertEquals(Optional.of("dirty"), restored.session().current());
    var drafts = restored.session().drafts();
    assertEquals(
        List.of("dirty", "new", "clean", "binary"), drafts.stream().map(Draft::id).toList());
    assertEquals(new Draft.Caret(3, 7), drafts.getFirst().caret());
    assertEquals(Document.Runner.CPYTHON, drafts.getFirst().runner());
    assertEquals(Optional.empty(), drafts.get(2).restore());
    assertEquals(Optional.empty(), drafts.get(3).restore());

    Document document = drafts.getFirst().restore().orElseThrow();
    assertEquals("(module) ;; Grüße 🏖", document.text().get());
    assertTrue(document.dirty().get());
    assertEquals(Optional.of(file), document.path().get());
    document.text().set("(module)\n");
    assertFalse(document.dirty().get());
  }

  @Test
  void saysThatAFileHasChangedUnderItsDraft() throws IOException {
    Path file = Files.writeString(home.resolve("a.wat"), "old");
    save(draft("id", "a.wat", Optional.of(file), "old", "mine"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertEquals(List.of(), load().notices(), "its time alone is no change");

    Files.writeString(file, "theirs");
    var restored = load();
    assertEquals(1, restored.notices().size());
    assertTrue(restored.notices().getFirst().startsWith("a.wat was changed on disk"));
    Document document = restored.session().drafts().getFirst().restore().orElseThrow();
    assertEquals("mine", document.text().get());
    assertTrue(document.dirty().get());

    Files.delete(file);
    restored = load();
    assertTrue(restored.notices().getFirst().startsWith("a.wat is no longer"));
    assertEquals(Optional.of("mine"), restored.session().drafts().getFirst().text());
  }

  @Test
  void offersTextsOfADamagedListAsUntitledDocuments() throws IOException {
    save(untitled("one", "(module $one)"), untitled("two", "print('two')\n"));
    byte[] whole = Files.readAllBytes(session().resolve("session.json"));
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(session().resolve("session.json"), Arrays.copyOf(whole, length));
      var restored = load();
      assertEquals(1, restored.notices().size());
      var drafts = restored.session().drafts();
      assertEquals(
          List.of("one untitled.wat", "two untitled.py"),
          drafts.stream().map(d -> d.id() + " " + d.name()).sorted().toList());
      assertTrue(drafts.getFirst().restore().orElseThrow().dirty().get());
    }
  }

  @Test
  void survivesAnyList() throws IOException {
    save(untitled("one", "(module)"));
    var random = new Random(1);
    Path list = session().resolve("session.json");
    byte[] whole = Files.readAllBytes(list);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(96));
      }
      Files.write(list, damaged);
      assertEquals(
          "(module)",
          load().session().drafts().stream()
              .flatMap(d -> d.text().stream())
              .findFirst()
              .orElseThrow());
    }
    Files.delete(list);
    Files.createDirectory(list);
    assertEquals(1, load().session().drafts().size());
  }

  @Test
  void forgetsTheTextOfAClosedDocumentButNoStrangersFile() throws IOException {
    Files.createDirectories(session());
    Path stranger = Files.writeString(session().resolve("not ours!.txt"), "keep me");
    save(untitled("one", "1"), untitled("two", "2"));
    save(untitled("two", "2"));
    assertFalse(Files.exists(session().resolve("one.txt")));
    assertTrue(Files.exists(session().resolve("two.txt")));
    assertTrue(Files.exists(stranger));
  }

  @Test
  void writesATextOnlyWhenItChanges() throws IOException {
    try (var store = SessionStore.open(home)) {
      var text = session().resolve("one.txt");
      store.save(new Session(List.of(untitled("one", "1")), Optional.empty()));
      var old = FileTime.fromMillis(0);
      Files.setLastModifiedTime(text, old);
      store.save(new Session(List.of(untitled("one", "1")), Optional.empty()));
      assertEquals(old, Files.getLastModifiedTime(text));
      store.save(new Session(List.of(untitled("one", "2")), Optional.empty()));
      assertEquals("2", Files.readString(text));
    }
  }

  @Test
  void staysInItsFolderWhateverTheId() throws IOException {
    save(untitled("../../evil", "text"));
    assertFalse(Files.exists(home.resolve("../evil.txt")));
    assertEquals(Optional.of("text"), load().session().drafts().getFirst().text());
    assertEquals("../../evil", load().session().drafts().getFirst().id());
  }

  @Test
  void givesEachWindowItsOwnFolderAndReusesWhatACrashLeft() throws IOException {
    try (var first = SessionStore.open(home);
        var second = SessionStore.open(home)) {
      first.save(new Session(List.of(untitled("a", "first")), Optional.empty()));
      second.save(new Session(List.of(untitled("b", "second")), Optional.empty()));
    }
    try (var first = SessionStore.open(home);
        var second = SessionStore.open(home);
        var third = SessionStore.open(home)) {
      assertEquals("a", first.load().session().drafts().getFirst().id());
      assertEquals("b", second.load().session().drafts().getFirst().id());
      assertEquals(Session.EMPTY, third.load().session());
    }
  }

  @Test
  void worksWithoutAFolderAndSaysSo() throws IOException {
    home = Files.writeString(home.resolve("file"), "not a folder");
    try (var store = SessionStore.open(home)) {
      assertFalse(store.isKeeping());
      assertEquals(1, store.load().notices().size());
      store.save(new Session(List.of(untitled("a", "text")), Optional.empty()));
    }
  }
}
