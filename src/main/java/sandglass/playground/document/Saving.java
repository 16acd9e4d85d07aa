package sandglass.playground.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document.Language;
import sandglass.playground.files.WholeFile;

/**
 * Saves texts in their files, with the line ends that the files had. A file that somebody else has
 * changed is not overwritten unasked.
 */
final class Saving {
  private final Threads threads;
  private final Notices notices;
  private final Prompts prompts;
  private final Consumer<Path> saved;
  private Documents.CapsuleSaver capsules = (document, elsewhere, then) -> {};

  /**
   * @param saved is told each file that was saved
   */
  Saving(Threads threads, Notices notices, Prompts prompts, Consumer<Path> saved) {
    this.threads = threads;
    this.notices = notices;
    this.prompts = prompts;
    this.saved = saved;
  }

  /** Who saves documents that came from capsules. */
  void onCapsule(Documents.CapsuleSaver saver) {
    capsules = saver;
  }

  /** Asks where to save the text, and saves it there. */
  void saveAs(Document document) {
    if (document.origin().get().isPresent()) {
      capsules.save(document, true, () -> {});
      return;
    }
    ask(document).ifPresent(file -> write(document, file, FileStamp.NONE, () -> {}));
  }

  /** Saves the text in its file; asks for one if it has none. */
  void save(Document document, Runnable then) {
    threads.assertFx();
    if (document.origin().get().isPresent()) {
      capsules.save(document, false, then);
      return;
    }
    if (document.language() == Language.BINARY) {
      return;
    }
    var file = document.path().get();
    if (file.isPresent()) {
      write(document, file.get(), document.stamp(), then);
    } else {
      ask(document).ifPresent(chosen -> write(document, chosen, FileStamp.NONE, then));
    }
  }

  private Optional<Path> ask(Document document) {
    if (document.language() == Language.BINARY) {
      return Optional.empty();
    }
    return prompts.fileToSave("Save " + document, document.name().get());
  }

  private void write(Document document, Path file, FileStamp expected, Runnable then) {
    String text = document.text().get();
    String content = expected.crlf() ? text.replace("\n", "\r\n") : text;
    write(
        file,
        content,
        expected,
        stamp -> {
          document.stamp(stamp);
          document.saved(Optional.of(file), Documents.fileName(file), text);
          then.run();
        });
  }

  /**
   * Writes a text in the background, and says so if that fails.
   *
   * @param expected what the file was like when it was read; {@link FileStamp#NONE} if it was just
   *     chosen, and may be overwritten
   * @param done is told what the file is like once it is written
   */
  void write(Path file, String content, FileStamp expected, Consumer<FileStamp> done) {
    threads.background(
        () -> {
          var there = FileStamp.of(file, expected.crlf());
          if (expected.modifiedMillis() != 0 && Files.exists(file) && expected.differs(there)) {
            return new Written(Optional.empty(), Optional.empty());
          }
          try {
            write(file, content);
            var stamp = FileStamp.of(file, expected.crlf());
            return new Written(Optional.of(stamp), Optional.empty());
          } catch (IOException e) {
            return new Written(Optional.empty(), Optional.of(WholeFile.reason(e)));
          }
        },
        result -> written(file, content, expected, result, done));
  }

  /** Writes a text in UTF-8; where the file is a link, to what it leads to. */
  private static void write(Path file, String content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    WholeFile.write(target, bytes, true);
  }

  /** What came of writing a file; neither if somebody else has changed it. */
  private record Written(Optional<FileStamp> stamp, Optional<String> failure) {}

  private void written(
      Path file, String content, FileStamp expected, Written result, Consumer<FileStamp> done) {
    if (result.stamp.isPresent()) {
      saved.accept(file);
      done.accept(result.stamp.get());
    } else if (result.failure.isPresent()) {
      notices.error(
          file + " was not saved: " + result.failure.get() + ". Save it in another place.");
    } else {
      var overwrite =
          new Notice.Fix(
              "Overwrite",
              () -> {
                notices.clear();
                write(file, content, new FileStamp(0, 0, expected.crlf()), done);
              });
      notices.show(
          new Notice(
              Notice.Kind.WARNING,
              file + " was not saved: it has been changed by another program since it was opened.",
              List.of(overwrite)));
    }
  }
}
