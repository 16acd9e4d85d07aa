package sandglass.playground.world;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.capsule.Content;
import sandglass.playground.common.Threads;
import sandglass.sandbox.wasi.Stdin;

/** What the guest reads on stdin, as a person sets it. */
public final class StdinModel {
  /** Where it comes from. */
  public enum Mode {
    /** Nowhere: stdin is at its end. */
    NONE,
    /** A text that is written beforehand. */
    TEXT,
    /** A file. */
    FILE,
    /** What a person types while the guest waits. */
    LIVE,
    /** Bytes of a capsule that are no text to be written here, or too long for that. */
    GIVEN
  }

  private final Threads.Latest checks;
  private final Runnable changed;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.NONE);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final StringProperty fileText = new SimpleStringProperty(this, "fileText", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final ReadOnlyObjectWrapper<Content.Here> given =
      new ReadOnlyObjectWrapper<>(this, "given", (Content.Here) Content.NONE);
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());

  StdinModel(Threads threads, Runnable changed) {
    this.changed = changed;
    checks = threads.latest();
    mode.addListener(property -> check());
    fileText.addListener(property -> check());
    text.addListener(property -> changed.run());
  }

  /** Where it comes from; a person chooses it. */
  public ObjectProperty<Mode> mode() {
    return mode;
  }

  /** The text that the guest reads in mode {@link Mode#TEXT}; a person writes it. */
  public StringProperty text() {
    return text;
  }

  /** The path of the file that the guest reads in mode {@link Mode#FILE}, as a person writes it. */
  public StringProperty fileText() {
    return fileText;
  }

  /** What is wrong in the mode that is chosen; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** The last file that could be read. */
  public ReadOnlyObjectProperty<Optional<Path>> file() {
    return file.getReadOnlyProperty();
  }

  /** What the guest reads in mode {@link Mode#GIVEN}. */
  public ReadOnlyObjectProperty<Content.Here> given() {
    return given.getReadOnlyProperty();
  }

  /** Looks at the file again, in the background. */
  public void check() {
    checks.cancel();
    if (mode.get() != Mode.FILE) {
      say("");
      return;
    }
    if (fileText.get().isBlank()) {
      say("Choose the file that the guest reads");
      return;
    }
    try {
      Path path = Path.of(fileText.get().strip());
      checks.background(() -> FileCheck.file(path), message -> checked(path, message));
    } catch (InvalidPathException e) {
      say("This is not a path: " + e.getReason());
    }
  }

  private void checked(Path path, String message) {
    if (message.isEmpty()) {
      file.set(Optional.of(path));
    }
    say(message);
  }

  private void say(String message) {
    error.set(message);
    changed.run();
  }

  void set(StdinState state) {
    text.set(state.text());
    given.set(state.given());
    if (!fileText.get().equals(state.fileText())) {
      file.set(Optional.empty());
      fileText.set(state.fileText());
    }
    mode.set(state.mode());
  }

  StdinState state() {
    return new StdinState(mode.get(), text.get(), fileText.get(), given.get());
  }

  /**
   * What the run gets.
   *
   * @param live what it gets in mode {@link Mode#LIVE}
   */
  Stdin stdin(Stdin live) {
    return switch (mode.get()) {
      case NONE -> Stdin.EMPTY;
      case TEXT -> Stdin.of(text.get());
      case FILE -> file.get().map(StdinModel::reading).orElse(Stdin.EMPTY);
      case LIVE -> live;
      case GIVEN -> Stdin.of(given.get().bytes());
    };
  }

  private static Stdin reading(Path path) {
    return new Stdin(() -> Files.newInputStream(path));
  }
}
