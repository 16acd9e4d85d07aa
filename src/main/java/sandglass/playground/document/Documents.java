package sandglass.playground.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document.Language;
import sandglass.program.Opened;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramOpener;

/** The tabs: what is open, which one is in front, and the verbs that open, save and close them. */
public final class Documents {
  private final Threads threads;
  private final Builds builds;
  private final Notices notices;
  private final Prompts prompts;
  private final Consumer<Path> opened;
  private final Saving saving;
  private final LongSupplier moduleBytes;
  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>(this, "current");
  private Consumer<Place> reveal = place -> {};

  /**
   * @param opened is told each file that was opened or saved
   * @param moduleBytes the module size limit in bytes; asked on the FX thread
   */
  public Documents(
      Threads threads,
      Builds builds,
      Notices notices,
      Prompts prompts,
      Consumer<Path> opened,
      LongSupplier moduleBytes) {
    this.threads = threads;
    this.builds = builds;
    this.notices = notices;
    this.prompts = prompts;
    this.opened = opened;
    saving = new Saving(threads, notices, prompts, opened);
    this.moduleBytes = moduleBytes;
  }

  /** What is open, in the order of the tabs; the tabs may reorder it. */
  public ObservableList<Document> open() {
    return open;
  }

  /** The one in front; null when nothing is open. The tabs write it too. */
  public ObjectProperty<Document> current() {
    return current;
  }

  /** Who shows places in the text. */
  public void onReveal(Consumer<Place> shower) {
    reveal = shower;
  }

  /** Shows a place, bringing its document to the front. */
  public void reveal(Place place) {
    if (open.contains(place.document())) {
      current.set(place.document());
      reveal.accept(place);
    }
  }

  /** Adds a document and brings it to the front. */
  public Document add(Document document) {
    threads.assertFx();
    open.add(document);
    builds.watch(document);
    current.set(document);
    return document;
  }

  /** Opens a new, empty text. */
  public Document create(Language language) {
    String extension = language == Language.PYTHON ? ".py" : ".wat";
    String name = freeName("untitled", extension);
    return add(Document.ofText(Document.newId(), language, name, Optional.empty(), ""));
  }

  private String freeName(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? freeName(name, "") : freeName(name.substring(0, dot), name.substring(dot));
  }

  private String freeName(String stem, String extension) {
    for (int i = 1; ; i++) {
      String name = i == 1 ? stem + extension : stem + "-" + i + extension;
      if (open.stream().noneMatch(d -> d.name().get().equals(name))) {
        return name;
      }
    }
  }

  /** Asks for files and opens them. */
  public void askToOpen() {
    open(prompts.filesToOpen());
  }

  /** Opens files; those that are open already come to the front. */
  public void open(List<Path> files) {
    files.forEach(this::open);
  }

  /** Opens a file, or brings it to the front. */
  public void open(Path file) {
    threads.assertFx();
    Path path = file.toAbsolutePath().normalize();
    for (var document : open) {
      if (document.path().get().filter(path::equals).isPresent()) {
        current.set(document);
        return;
      }
    }
    long limit = moduleBytes.getAsLong();
    threads.background(() -> read(Document.newId(), path, limit), result -> show(path, result));
  }

  /**
   * Opens what was open before, in the same order.
   *
   * @param front the id of the one to bring to the front
   * @param then is called on the FX thread when all of them are there
   */
  public void restore(List<Draft> drafts, Optional<String> front, Runnable then) {
    threads.assertFx();
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> drafts.stream().map(draft -> restored(draft, limit)).toList(),
        results -> {
          for (var result : results) {
            result.document.ifPresent(this::add);
            if (result.document.isEmpty()) {
              notices.error(result.message);
            }
          }
          for (var document : open) {
            if (front.filter(document.id()::equals).isPresent()) {
              current.set(document);
            }
          }
          then.run();
        });
  }

  private static Read restored(Draft draft, long limit) {
    var document = draft.restore();
    if (document.isPresent()) {
      draft.path().ifPresent(file -> document.get().stamp(FileStamp.read(file)));
      return new Read(document, "");
    }
    return draft
        .path()
        .map(
            file -> {
              var opened = read(draft.id(), file, limit);
              opened.document.ifPresent(found -> found.runner().set(draft.runner()));
              return opened;
            })
        .orElse(new Read(Optional.empty(), draft.name() + " could not be restored."));
  }

  /**
   * Opens a copy of a file: a text that is to be saved elsewhere, or a module.
   *
   * @param then is told the document, on the FX thread, before it comes to the front
   */
  public void openCopy(Path file, Consumer<Document> then) {
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> read(Document.newId(), file, limit),
        result -> {
          result.document.ifPresent(
              original -> {
                var copy = original.copy(freeName(original.name().get()));
                then.accept(copy);
                add(copy);
              });
          if (result.document.isEmpty()) {
            notices.error(result.message);
          }
        });
  }

  /** What came of reading a file: a document, or a message. */
  private record Read(Optional<Document> document, String message) {}

  private static Read read(String id, Path path, long limit) {
    try {
      var found = ProgramOpener.open(path, limit);
      return new Read(Optional.of(document(id, found, Optional.of(path))), "");
    } catch (ProgramException e) {
      return new Read(Optional.empty(), e.getMessage());
    }
  }

  private void show(Path path, Read result) {
    if (result.document.isEmpty()) {
      notices.error(result.message);
      return;
    }
    add(result.document.get());
    opened.accept(path);
  }

  /** Opens what was copied: WebAssembly text, Python, or a module in base64. */
  public void paste(String text) {
    threads.assertFx();
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> {
          try {
            var found = ProgramOpener.paste(text, limit);
            return new Read(Optional.of(document(Document.newId(), found, Optional.empty())), "");
          } catch (ProgramException e) {
            return new Read(Optional.empty(), e.getMessage());
          }
        },
        result -> {
          result.document.ifPresent(this::add);
          if (result.document.isEmpty()) {
            notices.error(result.message);
          }
        });
  }

  private static Document document(String id, Opened found, Optional<Path> path) {
    return switch (found) {
      case Opened.Module(var program) -> binary(id, program, path);
      case Opened.Text(_, var written, var text) -> {
        var language = written == Opened.Language.WAT ? Language.WAT : Language.PYTHON;
        boolean crlf = text.contains("\r\n");
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String name =
            path.map(Documents::fileName)
                .orElse(language == Language.WAT ? "pasted.wat" : "pasted.py");
        var made = Document.ofText(id, language, name, path, lines);
        path.ifPresent(file -> made.stamp(FileStamp.of(file, crlf)));
        yield made;
      }
    };
  }

  private static Document binary(String id, Program program, Optional<Path> path) {
    String name = path.map(Documents::fileName).orElse("pasted.wasm");
    var named = new Program(name, program.wasm(), program.source());
    return Document.ofBinary(id, name, path, named);
  }

  static String fileName(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  /** Saves the text in its file; asks for one if it has none. */
  public void save(Document document) {
    saving.save(document, () -> {});
  }

  /** Asks where to save the text, and saves it there. */
  public void saveAs(Document document) {
    saving.saveAs(document);
  }

  /** Closes a tab; asks first what to do with a text that is not saved. */
  public void close(Document document) {
    threads.assertFx();
    if (document.dirty().get()) {
      switch (prompts.unsaved(document.name().get())) {
        case SAVE -> {
          saving.save(document, () -> remove(document));
          return;
        }
        case CANCEL -> {
          return;
        }
        case DISCARD -> {}
      }
    }
    remove(document);
  }

  private void remove(Document document) {
    int index = open.indexOf(document);
    if (index < 0) {
      return;
    }
    builds.unwatch(document);
    open.remove(index);
    if (current.get() == document || current.get() == null) {
      current.set(open.isEmpty() ? null : open.get(Math.min(index, open.size() - 1)));
    }
  }
}
