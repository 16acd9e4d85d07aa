package sandglass.playground;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sandglass.playground.advice.Advice;
import sandglass.playground.advice.EndedRun;
import sandglass.playground.advice.RefusalAdvice;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.limits.LimitsModel;
import sandglass.program.SourceError;

/** What to say of the last run, or of what kept a text from running. */
final class AdviceModel {
  private final LimitsModel limits;
  private final Threads.Latest making;
  private final ReadOnlyObjectWrapper<Optional<Advice>> value =
      new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());
  private Optional<Document> notCompiled = Optional.empty();

  /**
   * @param limits told which of them was reached
   */
  AdviceModel(Threads threads, LimitsModel limits) {
    this.limits = limits;
    making = threads.latest();
  }

  /** Empty before the first run, and while one is under way. */
  ReadOnlyObjectProperty<Optional<Advice>> value() {
    return value.getReadOnlyProperty();
  }

  /** The Python that was not run, since only CPython can; empty if it was not that. */
  Optional<Document> notCompiled() {
    return notCompiled;
  }

  /** Says nothing any more. */
  void clear() {
    making.cancel();
    notCompiled = Optional.empty();
    value.set(Optional.empty());
  }

  /** Says what there is to a run; soon, since finding the place reads the whole text. */
  void ended(EndedRun run) {
    clear();
    making.background(
        () -> Advice.of(run),
        made -> {
          value.set(Optional.of(made));
          limits.markReached(made.limit());
        });
  }

  /** Says that a text is outside of the Python that compiles. */
  void refused(Document document, List<SourceError> errors) {
    clear();
    notCompiled = Optional.of(document);
    value.set(Optional.of(RefusalAdvice.of(errors)));
  }
}
