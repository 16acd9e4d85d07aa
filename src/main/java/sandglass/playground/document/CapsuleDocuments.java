package sandglass.playground.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.capsule.Contents;
import sandglass.data.DataException;
import sandglass.data.DataReader;
import sandglass.data.Node;
import sandglass.interpreter.Interpreters;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.DocumentReader.Read;
import sandglass.program.InputFile;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.program.ProgramOpener;
import sandglass.sandbox.Quantities;

/**
 * Makes documents of capsules, and of tool calls, which are shown as capsules. Reads files.
 *
 * @param interpreters where Python is found for calls that bring none
 */
record CapsuleDocuments(Interpreters interpreters) {
  /** What is a program by its name is not looked into. */
  private static final Set<String> PROGRAMS =
      Set.of("wat", "wast", "wasm", "py", "b64", "base64", "txt");

  /** Whether a file is to be read as JSON: by its name, or else by its first character. */
  static boolean looksLikeJson(Path path) {
    String name = Documents.fileName(path).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (extension.equals("json") || PROGRAMS.contains(extension)) {
      return extension.equals("json");
    }
    try (var in = Files.newInputStream(path)) {
      int first = in.read();
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        first = in.read();
      }
      return first == '{';
    } catch (IOException e) {
      return false; // whoever reads it says why
    }
  }

  Read open(String id, Path path) throws ProgramException {
    byte[] bytes = InputFile.read(path, CapsuleReader.MAX_BYTES);
    try {
      var text = new String(bytes, StandardCharsets.UTF_8);
      var origin = origin(path.toString(), text, Optional.ofNullable(path.getParent()));
      // A call is not overwritten by what became of it.
      var own = origin.tool().isEmpty() ? Optional.of(path) : Optional.<Path>empty();
      return new Read(document(id, own, origin));
    } catch (DataException | CapsuleException e) {
      return Read.failed(e.getMessage());
    } catch (InterruptedException e) {
      throw new ProgramException.Interrupted(path.toString());
    }
  }

  Read paste(String text) throws ProgramException {
    try {
      return new Read(
          document(
              Document.newId(), Optional.empty(), origin("pasted text", text, Optional.empty())));
    } catch (DataException | CapsuleException e) {
      return Read.failed(e.getMessage());
    } catch (InterruptedException e) {
      throw new ProgramException.Interrupted("pasted text");
    }
  }

  /**
   * An edited text of a capsule, with the rest of the capsule again. Where the capsule cannot be
   * read any more the text is kept, without a file, so that it does not take the capsule's place.
   */
  Document restore(Draft draft, Document text) {
    var path = draft.path().orElseThrow();
    try {
      var again = open(draft.id(), path).document();
      if (again.isPresent() && again.get().language() == draft.language()) {
        var document = again.get();
        document.text().set(text.text().get());
        document.runner().set(draft.runner());
        return document;
      }
    } catch (ProgramException e) {
      // Gone or damaged: the text is all that there is.
    }
    var alone = Document.ofText(draft.id(), draft.language(), draft.name(), Optional.empty(), "");
    alone.text().set(text.text().get());
    if (draft.runner() != Runner.CAPSULE) {
      alone.runner().set(draft.runner());
    }
    return alone;
  }

  /**
   * What a capsule or a call says.
   *
   * @param name what to call it in messages
   */
  private Origin origin(String name, String text, Optional<Path> base)
      throws DataException, CapsuleException, InterruptedException {
    Node root = DataReader.json(name, text);
    if (ToolCalls.isOne(root)) {
      return ToolCalls.origin(name, root, base, interpreters);
    }
    if (!CapsuleReader.isMarked(root)) {
      throw new DataException(
          name,
          "is JSON, but no capsule and no tool call; a capsule begins with"
              + " {\"sandglass\": \"capsule\", and a call has \"tool\" and \"parameters\"");
    }
    return OriginReader.origin(name, CapsuleReader.read(name, root), base, Optional.empty());
  }

  private static Document document(String id, Optional<Path> path, Origin origin)
      throws ProgramException, CapsuleException, InterruptedException {
    var file = origin.file();
    var document =
        switch (file.program()) {
          case CapsuleFile.Code.Wat(var text) -> text(id, Language.WAT, path, file, text);
          case CapsuleFile.Code.Python(var text) -> text(id, Language.PYTHON, path, file, text);
          case CapsuleFile.Code.Script script -> {
            var made = text(id, Language.PYTHON, path, file, script.text());
            made.runner().set(origin.runner());
            yield made;
          }
          case CapsuleFile.Code.Module(var content) -> {
            // One that is larger than it may be is rejected when it runs, as it was.
            byte[] bytes =
                new Contents(origin.base())
                    .bytes(content, "program.module", CapsuleReader.MAX_BYTES);
            Program module = ProgramLoader.fromBytes(file.name(), bytes, CapsuleReader.MAX_BYTES);
            yield Document.ofBinary(id, file.name(), path, module);
          }
        };
    path.ifPresent(where -> document.stamp(FileStamp.of(where, false)));
    return document.from(origin);
  }

  private static Document text(
      String id, Language language, Optional<Path> path, CapsuleFile file, String text)
      throws ProgramException {
    if (text.length() > ProgramOpener.MAX_TEXT_BYTES) {
      throw new ProgramException.Rejected(
          file.name(),
          "has %s of text, too much to edit here (at most %s); run the capsule by `sandglass run`"
              .formatted(
                  Quantities.formatBytes(text.length()),
                  Quantities.formatBytes(ProgramOpener.MAX_TEXT_BYTES)));
    }
    return Document.ofText(id, language, file.name(), path, DocumentReader.lines(text));
  }
}
