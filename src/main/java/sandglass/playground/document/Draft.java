package sandglass.playground.document;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A document of a {@link Session}. Has a text where it was not saved, and otherwise a path, where
 * the text is to be read.
 *
 * @param id the document's
 * @param language the document's
 * @param name the document's
 * @param path the document's file; empty if it has never been saved
 * @param dirty whether the text differs from the saved one
 * @param text the unsaved text; empty where the file has it
 * @param savedText what the text is an edit of: when saving, what the document's file held when it
 *     was read; when restoring, what it holds now. {@code ""} where there is no file
 * @param caret where the caret was
 * @param runner what runs the document, if it is Python
 */
public record Draft(
    String id,
    Document.Language language,
    String name,
    Optional<Path> path,
    boolean dirty,
    Optional<String> text,
    String savedText,
    Caret caret,
    Document.Runner runner) {

  /** A document that is compiled, as those that no person has chosen otherwise for. */
  public Draft(
      String id,
      Document.Language language,
      String name,
      Optional<Path> path,
      boolean dirty,
      Optional<String> text,
      String savedText,
      Caret caret) {
    this(id, language, name, path, dirty, text, savedText, caret, Document.Runner.COMPILED);
  }

  /**
   * Where a caret is.
   *
   * @param line from 1
   * @param column in characters (code points), from 1
   */
  public record Caret(int line, int column) {
    /** The first character of a text. */
    public static final Caret START = new Caret(1, 1);

    /** Moves what is before the start to it. */
    public Caret {
      line = Math.max(1, line);
      column = Math.max(1, column);
    }
  }

  /** The document as it is now. */
  static Draft of(Document document, Caret caret) {
    boolean dirty = document.dirty().get();
    boolean unsaved = dirty || document.path().get().isEmpty();
    boolean hasText = document.language() != Document.Language.BINARY;
    return new Draft(
        document.id(),
        document.language(),
        document.name().get(),
        document.path().get(),
        dirty,
        unsaved && hasText ? Optional.of(document.text().get()) : Optional.empty(),
        document.savedText(),
        caret,
        document.runner().get());
  }

  /**
   * The document as it was, dirty if it was; empty if its text is in its file alone, which is then
   * to be opened like any other.
   */
  public Optional<Document> restore() {
    return text.map(
        unsaved -> {
          var document = Document.ofText(id, language, name, path, dirty ? savedText : unsaved);
          document.text().set(unsaved);
          document.runner().set(runner);
          return document;
        });
  }
}
