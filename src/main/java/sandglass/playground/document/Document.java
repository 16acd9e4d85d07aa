package sandglass.playground.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import sandglass.program.Program;

/** One tab: a text that a person edits, or a module that came as a binary. */
public final class Document {
  /** What a document is written in. */
  public enum Language {
    /** WebAssembly text. */
    WAT,
    /** Python. */
    PYTHON,
    /** None: the document is a module, and has no text. */
    BINARY
  }

  /** What runs a Python document. */
  public enum Runner {
    /** It is compiled to WebAssembly. */
    COMPILED,
    /** The CPython of the catalog. */
    CPYTHON,
    /** An interpreter that a person has chosen. */
    OTHER,
    /** The one that the document's capsule names, with the packages that it names. */
    CAPSULE
  }

  private final String id;
  private final Optional<Program> binary;
  private final Language language;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyObjectWrapper<Optional<Path>> path =
      new ReadOnlyObjectWrapper<>(this, "path", Optional.empty());
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper savedText = new ReadOnlyStringWrapper(this, "savedText", "");
  private final BooleanBinding dirty = Bindings.notEqual(text, savedText);
  private final ReadOnlyObjectWrapper<Build> build =
      new ReadOnlyObjectWrapper<>(this, "build", Build.PENDING);
  private final ReadOnlyObjectWrapper<Optional<Build.Good>> lastGood =
      new ReadOnlyObjectWrapper<>(this, "lastGood", Optional.empty());

  private final ObjectProperty<Runner> runner =
      new SimpleObjectProperty<>(this, "runner", Runner.COMPILED);

  private final ReadOnlyObjectWrapper<Optional<Origin>> origin =
      new ReadOnlyObjectWrapper<>(this, "origin", Optional.empty());

  private FileStamp stamp = FileStamp.NONE;

  private Document(
      String id, Language language, String name, Optional<Path> path, Optional<Program> binary) {
    this.id = id;
    this.language = language;
    this.binary = binary;
    this.name.set(name);
    this.path.set(path);
  }

  /**
   * A document whose text is saved as it is.
   *
   * @param id a name that no other document has, also in other sessions; see {@link #newId}
   * @param text with {@code \n} between its lines
   */
  public static Document ofText(
      String id, Language language, String name, Optional<Path> path, String text) {
    var document = new Document(id, language, name, path, Optional.empty());
    document.text.set(text);
    document.savedText.set(text);
    return document;
  }

  /** A document that is a module. */
  public static Document ofBinary(String id, String name, Optional<Path> path, Program module) {
    return new Document(id, Language.BINARY, name, path, Optional.of(module));
  }

  /** The same without a file, so that it is not overwritten; a module keeps its file. */
  Document copy(String newName) {
    var file = language == Language.BINARY ? path.get() : Optional.<Path>empty();
    var copy = new Document(newId(), language, newName, file, binary);
    copy.text.set(text.get());
    copy.runner.set(runner.get());
    copy.savedText.set(text.get());
    return copy;
  }

  /** A name that no other document has. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** What its draft is kept under. */
  public String id() {
    return id;
  }

  /** What it is written in. */
  public Language language() {
    return language;
  }

  /** Its file's name without the folder, or such as {@code untitled.wat}. */
  public ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /** Its file; empty if it has never been saved. */
  public ReadOnlyObjectProperty<Optional<Path>> path() {
    return path.getReadOnlyProperty();
  }

  /** Its text; the editor writes it. Empty for a binary. */
  public StringProperty text() {
    return text;
  }

  /** Whether its text is not the file's. */
  public ObservableBooleanValue dirty() {
    return dirty;
  }

  /** What came of compiling the text as it is now. */
  public ReadOnlyObjectProperty<Build> build() {
    return build.getReadOnlyProperty();
  }

  /** The last build that can run; an error typed since does not take it away. */
  public ReadOnlyObjectProperty<Optional<Build.Good>> lastGood() {
    return lastGood.getReadOnlyProperty();
  }

  /** What runs it, if it is Python; a person chooses it. */
  public ObjectProperty<Runner> runner() {
    return runner;
  }

  /** Whether it is Python that an interpreter runs, so that it need not compile. */
  public boolean isInterpreted() {
    return language == Language.PYTHON && runner.get() != Runner.COMPILED;
  }

  /** The capsule that it came from, and is saved in; empty for a program of its own. */
  public ReadOnlyObjectProperty<Optional<Origin>> origin() {
    return origin.getReadOnlyProperty();
  }

  /** Says which capsule it came from. */
  Document from(Origin capsule) {
    origin.set(Optional.of(capsule));
    return this;
  }

  /** It was saved in a capsule: its text is the file's now. */
  public void savedInCapsule(Origin capsule, Path file, String content) {
    origin.set(Optional.of(capsule));
    path.set(Optional.of(file));
    savedText.set(content);
  }

  /** The module that a binary document is. */
  public Optional<Program> binary() {
    return binary;
  }

  /** What the file was like when it was read or written last. */
  FileStamp stamp() {
    return stamp;
  }

  void stamp(FileStamp value) {
    stamp = value;
  }

  /** What its text is compared with. */
  String savedText() {
    return savedText.get();
  }

  void built(Build result) {
    // First, so that whoever is told of the build finds the module there.
    if (result instanceof Build.Good good) {
      lastGood.set(Optional.of(good));
    }
    build.set(result);
  }

  void saved(Optional<Path> file, String fileName, String content) {
    path.set(file);
    name.set(fileName);
    savedText.set(content);
  }

  @Override
  public String toString() {
    return name.get();
  }
}
