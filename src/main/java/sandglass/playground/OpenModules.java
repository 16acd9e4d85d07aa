package sandglass.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Place;
import sandglass.playground.document.Problem;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.prepare.Preparations;
import sandglass.playground.world.WorldModel;
import sandglass.program.ModuleInspection.Export;
import sandglass.program.SourceError;

/** What came of building the open documents: their problems, and the module in front. */
final class OpenModules {
  /** Most problems that are listed of one document. */
  private static final int MAX_PROBLEMS = 1000;

  /** Of what is not compiled nothing is known; most of it will have a start. */
  private static final List<Export> NOT_YET =
      List.of(new Export("_start", "function", 0, "() -> ()"));

  private final Documents documents;
  private final WorldModel world;
  private final Preparations preparations;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Build.Good>> module =
      new ReadOnlyObjectWrapper<>(this, "module", Optional.empty());

  /**
   * @param limits what is larger than they allow is not prepared
   * @param world is told what the module in front exports
   * @param preparations is told what is open, and what is in front
   */
  OpenModules(
      Documents documents, LimitsModel limits, WorldModel world, Preparations preparations) {
    this.documents = documents;
    this.world = world;
    this.preparations = preparations;
    watchDocuments();
    world.engine().addListener(o -> prepare());
    limits.value().addListener(o -> prepare());
  }

  ObservableList<Problem> problems() {
    return problems;
  }

  ReadOnlyObjectProperty<Optional<Build.Good>> module() {
    return module.getReadOnlyProperty();
  }

  private void watchDocuments() {
    InvalidationListener rebuilt = o -> rebuilt();
    documents
        .open()
        .addListener(
            (ListChangeListener<Document>)
                change -> {
                  while (change.next()) {
                    for (var closed : change.getRemoved()) {
                      closed.build().removeListener(rebuilt);
                      closed.runner().removeListener(rebuilt);
                    }
                    for (var opened : change.getAddedSubList()) {
                      opened.build().addListener(rebuilt);
                      opened.runner().addListener(rebuilt);
                    }
                  }
                  rebuilt();
                });
    documents.current().addListener(o -> rebuilt());
  }

  private void rebuilt() {
    var found = new ArrayList<Problem>();
    for (var document : documents.open()) {
      if (document.build().get() instanceof Build.Failed(var errors)) {
        errors.stream()
            .limit(MAX_PROBLEMS)
            .filter(e -> !(e.refused() && document.isInterpreted()))
            .map(e -> problem(document, e))
            .forEach(found::add);
      } else if (document.build().get() instanceof Build.Pending) {
        // What was wrong stays until it is known to be right.
        problems.stream().filter(p -> p.place().document() == document).forEach(found::add);
      }
    }
    if (!found.equals(problems)) {
      problems.setAll(found);
    }
    var current = documents.current().get();
    var good = current == null ? Optional.<Build.Good>empty() : current.lastGood().get();
    if (!good.equals(module.get())) {
      module.set(good);
      world.setExports(good.map(g -> g.module().exports()).orElse(NOT_YET));
    }
    prepare();
  }

  private static Problem problem(Document document, SourceError error) {
    var place = new Place(document, error.line(), error.column(), error.length());
    return new Problem(place, error.message(), error.refused());
  }

  /** Makes ready what would run now, so that Run shows its first output at once. */
  private void prepare() {
    // A tab that closes may still be the current one.
    var front = Optional.ofNullable(documents.current().get()).filter(documents.open()::contains);
    preparations.follow(documents.open(), front, world.engine().get());
  }
}
