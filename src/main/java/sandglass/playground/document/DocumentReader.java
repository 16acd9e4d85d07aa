package sandglass.playground.document;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import sandglass.interpreter.Interpreters;
import sandglass.playground.document.Document.Language;
import sandglass.program.Opened;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramOpener;

/**
 * Makes documents of files, of pasted texts and of what was left from last time. Reads files.
 *
 * @param interpreters where Python is found for tool calls that bring none
 */
record DocumentReader(Interpreters interpreters) {

  /**
   * What came of reading something.
   *
   * @param document the document; empty if it is none
   * @param message then what is wrong, on one line or many
   * @param missing whether the file is not there at all
   */
  record Read(Optional<Document> document, String message, boolean missing) {
    Read(Document document) {
      this(Optional.of(document), "", false);
    }

    static Read failed(String message) {
      return new Read(Optional.empty(), message, false);
    }
  }

  private CapsuleDocuments capsules() {
    return new CapsuleDocuments(interpreters);
  }

  /** Whether a file's name is that of a settings file. */
  static boolean isSettings(Path path) {
    String name = Documents.fileName(path).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  Read read(String id, Path path, long limit) {
    try {
      if (CapsuleDocuments.looksLikeJson(path)) {
        return capsules().open(id, path);
      }
      var found = ProgramOpener.open(path, limit);
      return new Read(document(id, found, Optional.of(path)));
    } catch (ProgramException e) {
      boolean missing = !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      return new Read(Optional.empty(), e.getMessage(), missing);
    }
  }

  Read paste(String text, long limit) {
    try {
      if (text.stripLeading().startsWith("{")) {
        return capsules().paste(text);
      }
      var found = ProgramOpener.paste(text, limit);
      return new Read(document(Document.newId(), found, Optional.empty()));
    } catch (ProgramException e) {
      return Read.failed(e.getMessage());
    }
  }

  /** What was left from last time: a text that was not saved, or else what its file holds now. */
  Read restore(Draft draft, long limit) {
    var document = draft.restore();
    if (document.isEmpty()) {
      var opened =
          draft
              .path()
              .map(file -> read(draft.id(), file, limit))
              .orElse(Read.failed(draft.name() + " could not be restored."));
      opened.document.ifPresent(found -> found.runner().set(draft.runner()));
      return opened;
    }
    if (draft.path().filter(CapsuleDocuments::looksLikeJson).isPresent()) {
      return new Read(capsules().restore(draft, document.get()));
    }
    draft.path().ifPresent(file -> document.get().stamp(FileStamp.read(file)));
    return new Read(document.get());
  }

  private static Document document(String id, Opened found, Optional<Path> path) {
    return switch (found) {
      case Opened.Module(var program) -> {
        String name = path.map(Documents::fileName).orElse("pasted.wasm");
        var named = new Program(name, program.wasm(), program.source());
        yield Document.ofBinary(id, name, path, named);
      }
      case Opened.Text(_, var written, var text) -> {
        var language = written == Opened.Language.WAT ? Language.WAT : Language.PYTHON;
        String name =
            path.map(Documents::fileName)
                .orElse(language == Language.WAT ? "pasted.wat" : "pasted.py");
        var made = Document.ofText(id, language, name, path, lines(text));
        path.ifPresent(file -> made.stamp(FileStamp.of(file, text.contains("\r\n"))));
        yield made;
      }
    };
  }

  /** A text with {@code \n} between its lines. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
