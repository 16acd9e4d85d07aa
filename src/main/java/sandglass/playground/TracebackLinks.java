package sandglass.playground;

import java.util.Optional;
import java.util.regex.Pattern;
import sandglass.interpreter.PythonTraceback;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Place;
import sandglass.playground.output.LineLinks;

/** Leads from the lines of a traceback to those of the document that was run. */
record TracebackLinks(Documents documents, RunModel run) implements LineLinks {
  private static final Pattern SHOWN = Pattern.compile("File \".+\", line \\d+");

  @Override
  public Optional<Link> in(String line) {
    if (!line.contains("File \"")) {
      return Optional.empty();
    }
    return PythonTraceback.place(line)
        .flatMap(
            frame ->
                document()
                    .filter(document -> document.name().get().equals(frame.fileName()))
                    .flatMap(document -> link(line, new Place(document, frame.line(), 1, 0))));
  }

  private Optional<Link> link(String line, Place place) {
    var shown = SHOWN.matcher(line);
    return shown.find()
        ? Optional.of(new Link(shown.start(), shown.end(), () -> documents.reveal(place)))
        : Optional.empty();
  }

  /** What runs or ran last, if it is Python and still open. */
  private Optional<Document> document() {
    return run.active()
        .get()
        .or(() -> run.last().get().map(RunModel.Finished::started))
        .map(RunModel.Started::document)
        .filter(document -> document.language() == Language.PYTHON)
        .filter(documents.open()::contains);
  }
}
