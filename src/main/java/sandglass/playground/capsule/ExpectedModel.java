package sandglass.playground.capsule;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sandglass.capsule.Expected;
import sandglass.capsule.ExpectedReport;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Documents;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;

/** Compares what a run did with what its capsule expects. */
final class ExpectedModel {
  private final Documents documents;
  private final Threads.Latest comparing;
  private final ReadOnlyObjectWrapper<Optional<Check>> check =
      new ReadOnlyObjectWrapper<>(this, "check", Optional.empty());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final BooleanBinding hasExpected = Bindings.notEqual("", summary);
  private final InvalidationListener changed = o -> look();
  private Optional<Document> front = Optional.empty();
  private Optional<Check> last = Optional.empty();

  ExpectedModel(Threads threads, Documents documents) {
    this.documents = documents;
    comparing = threads.latest();
    documents.current().addListener((o, before, now) -> bringToFront(Optional.ofNullable(now)));
    bringToFront(Optional.ofNullable(documents.current().get()));
  }

  ReadOnlyObjectProperty<Optional<Check>> check() {
    return check.getReadOnlyProperty();
  }

  BooleanBinding hasExpected() {
    return hasExpected;
  }

  ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  private void bringToFront(Optional<Document> now) {
    front.ifPresent(document -> document.origin().removeListener(changed));
    front = now;
    front.ifPresent(document -> document.origin().addListener(changed));
    look();
  }

  /** Looks what the document in front expects, and whether the last comparison is of it. */
  void look() {
    var current = Optional.ofNullable(documents.current().get());
    summary.set(current.flatMap(ExpectedModel::expected).map(ExpectedModel::words).orElse(""));
    show();
  }

  /** Shows the last comparison while what it is of is in front. */
  private void show() {
    var current = documents.current().get();
    check.set(last.filter(made -> made.document() == current));
  }

  static Optional<Expected> expected(Document document) {
    return document.origin().get().flatMap(origin -> origin.file().expected());
  }

  private static String words(Expected expected) {
    String end =
        expected
            .outcome()
            .map(
                kind ->
                    kind.replace('_', ' ')
                        + expected
                            .exitCode()
                            .map(code -> " " + Integer.toUnsignedString(code))
                            .orElse(""))
            .orElse("what it says");
    String fuel =
        expected.fuelUsed().isPresent()
            ? ", " + Quantities.formatCount(expected.fuelUsed().getAsLong()) + " fuel"
            : "";
    String out =
        expected.stdout().map(s -> ", " + size(s.bytes().length) + " on stdout").orElse("");
    return "The capsule expects: " + end + fuel + out + ".";
  }

  private static String size(int bytes) {
    return bytes == 0 ? "nothing" : Quantities.formatBytes(bytes);
  }

  /** A run begins. */
  void begin() {
    comparing.cancel();
    last = Optional.empty();
    show();
  }

  /**
   * A run has ended.
   *
   * @param edited whether it was of something else than the capsule
   */
  void ended(Document document, Report report, boolean edited) {
    expected(document)
        .ifPresent(
            wanted ->
                comparing.background(
                    () ->
                        new Check(
                            document,
                            ExpectedReport.compare(wanted, report).stream()
                                .map(d -> BothSides.of(d, wanted, report))
                                .toList(),
                            edited),
                    made -> {
                      last = Optional.of(made);
                      show();
                    }));
  }
}
