package sandglass.playground.capsule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.document.Document;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Origin;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.world.WorldModel;

/**
 * Limits and world belong to a capsule while its tab is in front, and to the person while any other
 * one is: so no capsule is saved or run with the world of another.
 */
final class Setups {
  private final Documents documents;
  private final LimitsModel limits;
  private final WorldModel world;
  private final Consumer<Boolean> lend;
  private final Notices notices;
  private final Map<Document, Setup> kept = new HashMap<>();
  private Optional<Document> front = Optional.empty();
  private Setup own;

  /**
   * @param lend is told whether what is set is a capsule's, and not to be remembered as the
   *     person's
   */
  Setups(
      Documents documents,
      LimitsModel limits,
      WorldModel world,
      Consumer<Boolean> lend,
      Notices notices) {
    this.documents = documents;
    this.limits = limits;
    this.world = world;
    this.lend = lend;
    this.notices = notices;
    own = Setup.of(limits, world);
    documents.current().addListener((o, before, now) -> bringToFront(Optional.ofNullable(now)));
    documents
        .open()
        .addListener(
            (ListChangeListener<Document>) change -> kept.keySet().retainAll(documents.open()));
  }

  /** What is set for a document, in front or not. */
  Setup setup(Document document) {
    if (front.filter(document::equals).isPresent()) {
      limits.commit();
      return Setup.of(limits, world);
    }
    if (!isCapsule(document)) {
      return front.filter(Setups::isCapsule).isPresent() ? own : Setup.of(limits, world);
    }
    var known = kept.get(document);
    return known == null ? Setup.of(document.origin().get().orElseThrow()) : known;
  }

  private void bringToFront(Optional<Document> now) {
    if (now.equals(front)) {
      return;
    }
    var before = front;
    front = now;
    limits.commit();
    var left = Setup.of(limits, world);
    if (before.filter(Setups::isCapsule).isPresent()) {
      if (documents.open().contains(before.get())) {
        kept.put(before.get(), left);
      }
    } else {
      own = left;
    }
    if (now.filter(Setups::isCapsule).isPresent()) {
      lend.accept(true);
      enter(now.get());
    } else if (before.filter(Setups::isCapsule).isPresent()) {
      own.apply(limits, world);
      lend.accept(false);
    }
  }

  private void enter(Document document) {
    var known = kept.get(document);
    var origin = document.origin().get().orElseThrow();
    var setup = known == null ? Setup.of(origin) : known;
    setup.apply(limits, world);
    if (known == null) {
      say(document, origin, setup);
    }
  }

  private void say(Document document, Origin origin, Setup setup) {
    String what = origin.tool().map(tool -> "the call of " + tool).orElse("the capsule");
    var set = setup.differences(own, world.summary().get());
    var mine = own;
    var putBack =
        List.of(
            new Notice.Fix(
                "Put back",
                () -> {
                  if (documents.current().get() == document) {
                    mine.apply(limits, world);
                  }
                }));
    if (!origin.notes().isEmpty()) {
      notices.show(
          new Notice(
              Notice.Kind.WARNING,
              "Not all is as %s says. %s".formatted(what, String.join(" ", origin.notes())),
              putBack));
    } else if (!set.isEmpty()) {
      notices.show(
          new Notice(
              Notice.Kind.INFO,
              "Set from %s: %s.".formatted(what, String.join(", ", set)),
              putBack));
    } else {
      notices.clear();
    }
  }

  private static boolean isCapsule(Document document) {
    return document.origin().get().isPresent();
  }
}
