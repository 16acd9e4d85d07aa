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
import sandglass.interpreter.Interpreters;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document.Language;

/** The tabs: what is open, which one is in front, and the verbs that open, save and close them. */
public final class Documents {
  private final Threads threads;
  private final Builds builds;
  private final Notices notices;
  private final Prompts prompts;
  private final Consumer<Path> opened;
  private final Saving saving;
  private final DocumentReader reader;
  private final LongSupplier moduleBytes;
  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>(this, "current");
  private Consumer<Place> reveal = place -> {};
  private Consumer<Path> missing = file -> {};
  private Consumer<Path> settings = file -> {};

  /**
   * @param interpreters where Python is found for tool calls that bring none
   * @param opened is told each file that was opened or saved
   * @param moduleBytes the module size limit in bytes; asked on the FX thread
   */
  public Documents(
      Threads threads,
      Builds builds,
      Notices notices,
      Prompts prompts,
      Interpreters interpreters,
      Consumer<Path> opened,
      LongSupplier moduleBytes) {
    this.threads = threads;
    this.builds = builds;
    this.notices = notices;
    this.prompts = prompts;
    this.opened = opened;
    reader = new DocumentReader(interpreters);
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

  /** Who is told of files that are not there any more. */
  public void onMissing(Consumer<Path> action) {
    missing = action;
  }

  /** Who takes settings files, which are no documents. */
  public void onSettings(Consumer<Path> action) {
    settings = action;
  }

  /** Who saves documents that came from capsules. */
  public void onCapsule(CapsuleSaver saver) {
    saving.onCapsule(saver);
  }

  /** Saves documents that came from capsules, as capsules; used on the FX thread. */
  public interface CapsuleSaver {
    /**
     * Saves one.
     *
     * @param elsewhere whether to ask for another file
     * @param then is called once it is saved
     */
    void save(Document document, boolean elsewhere, Runnable then);
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
    if (DocumentReader.isSettings(path)) {
      settings.accept(path);
      return;
    }
    for (var document : open) {
      if (document.path().get().filter(path::equals).isPresent()) {
        current.set(document);
        return;
      }
    }
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> reader.read(Document.newId(), path, limit), result -> show(path, result));
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
        () -> drafts.stream().map(draft -> reader.restore(draft, limit)).toList(),
        results -> {
          for (var result : results) {
            result.document().ifPresent(this::add);
            if (result.document().isEmpty()) {
              notices.error(result.message());
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

  /**
   * Opens a copy of a file: a text that is to be saved elsewhere, or a module.
   *
   * @param then is told the document, on the FX thread, when it is in front
   */
  public void openCopy(Path file, Consumer<Document> then) {
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> reader.read(Document.newId(), file, limit),
        result -> {
          result
              .document()
              .ifPresent(
                  original -> {
                    var copy = original.copy(freeName(original.name().get()));
                    add(copy);
                    then.accept(copy);
                  });
          if (result.document().isEmpty()) {
            notices.error(result.message());
          }
        });
  }

  private void show(Path path, DocumentReader.Read result) {
    if (result.document().isEmpty()) {
      refused(result);
      if (result.missing()) {
        missing.accept(path);
      }
      return;
    }
    add(result.document().get());
    opened.accept(path);
  }

  /** What is wrong with a capsule or a call may take many lines. */
  private void refused(DocumentReader.Read result) {
    notices.errors(result.message(), prompts);
  }

  /**
   * Opens what was copied: WebAssembly text, Python, a module in base64, a capsule or a tool call.
   */
  public void paste(String text) {
    threads.assertFx();
    long limit = moduleBytes.getAsLong();
    threads.background(
        () -> reader.paste(text, limit),
        result -> {
          result.document().ifPresent(this::add);
          if (result.document().isEmpty()) {
            refused(result);
          }
        });
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

  /**
   * Writes the capsule that a document is saved in, in the background, and says so if that fails.
   *
   * @param file where to; if it is the document's own, and somebody else has changed it, it is not
   *     overwritten unasked
   * @param done is called once it is written
   */
  public void write(Document document, Path file, String content, Runnable done) {
    boolean own = document.path().get().filter(file::equals).isPresent();
    var expected = own ? document.stamp() : FileStamp.NONE;
    saving.write(
        file,
        content,
        expected,
        stamp -> {
          done.run();
          if (document.path().get().filter(file::equals).isPresent()) {
            document.stamp(stamp);
          }
        });
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
