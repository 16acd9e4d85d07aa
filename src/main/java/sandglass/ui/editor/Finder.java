package sandglass.ui.editor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;

/** Finds and replaces in the text in front; the same query for all texts. */
final class Finder {
  private static final Duration PAUSE = Duration.ofMillis(150);

  /**
   * What there is to say.
   *
   * @param text such as {@code 3 of 17}
   * @param bad whether nothing was found, or could be
   */
  record Status(String text, boolean bad) {}

  private final Threads threads;
  private Threads.Latest search;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
  private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
  private final ReadOnlyObjectWrapper<Status> status =
      new ReadOnlyObjectWrapper<>(this, "status", new Status("", false));
  private final Runnable textChanged = this::soon;
  private final Runnable caretMoved = this::report;
  private Optional<SourceEditor> target = Optional.empty();
  private Search.Found found = Search.Found.NOTHING;
  private Ticker.Tick pause = () -> {};
  private String searched = "";
  private boolean active;

  Finder(Threads threads) {
    this.threads = threads;
    search = threads.latest();
    query.addListener(observable -> asked());
    matchCase.addListener(observable -> asked());
    regex.addListener(observable -> asked());
  }

  StringProperty query() {
    return query;
  }

  BooleanProperty matchCase() {
    return matchCase;
  }

  BooleanProperty regex() {
    return regex;
  }

  ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** Finds in another text from now on; in none if empty. */
  void target(Optional<SourceEditor> editor) {
    if (editor.equals(target)) {
      return;
    }
    forget();
    target = editor;
    if (active) {
      attach();
    }
  }

  /** Shows hits from now on, or no more. */
  void active(boolean now) {
    if (now == active) {
      return;
    }
    active = now;
    if (now) {
      attach();
    } else {
      forget();
    }
  }

  private void attach() {
    target.ifPresent(editor -> editor.watch(textChanged, caretMoved));
    start(ignored -> {});
  }

  private void forget() {
    pause.stop();
    search.cancel();
    search = threads.latest(); // the old one holds on to the text it has searched
    target.ifPresent(
        editor -> {
          editor.unwatch();
          editor.painter().mark(Painter.Layer.SEARCH, List.of());
        });
    found = Search.Found.NOTHING;
    searched = "";
    status.set(new Status("", false));
  }

  // The query is another one: goes to the first hit from where the selection starts.
  private void asked() {
    if (active) {
      start(editor -> select(editor, editor.area().getSelection().getStart(), true));
    }
  }

  private void soon() {
    pause.stop();
    if (!query.get().isEmpty()) {
      pause = threads.ticker().after(PAUSE, () -> start(ignored -> {}));
    }
  }

  private SearchQuery asking() {
    return new SearchQuery(query.get(), matchCase.get(), regex.get());
  }

  private void start(Consumer<SourceEditor> then) {
    pause.stop();
    if (target.isEmpty()) {
      return;
    }
    var editor = target.get();
    String text = editor.area().text();
    var work = new Search(asking());
    search.background(
        () -> work.find(text),
        result -> {
          if (!text.equals(editor.area().text())) {
            start(then);
            return;
          }
          found = result;
          searched = text;
          editor.painter().mark(Painter.Layer.SEARCH, result.hits());
          report();
          then.accept(editor);
        });
  }

  /** Selects the next hit, or the one before; around the ends of the text. */
  void step(boolean forward) {
    start(
        editor -> {
          var selection = editor.area().getSelection();
          select(editor, forward ? selection.getEnd() : selection.getStart(), forward);
        });
  }

  private void select(SourceEditor editor, int from, boolean forward) {
    var hits = found.hits();
    if (hits.isEmpty()) {
      return;
    }
    Mark next = forward ? hits.getFirst() : hits.getLast();
    if (forward) {
      next = hits.stream().filter(hit -> hit.start() >= from).findFirst().orElse(next);
    } else {
      for (var hit : hits) {
        next = hit.end() <= from ? hit : next;
        if (hit.end() > from) {
          break;
        }
      }
    }
    editor.select(next.start(), next.end());
  }

  /** Replaces the hit that is selected, and selects the next one. */
  void replace(String replacement) {
    start(
        editor -> {
          String text = searched;
          var range = editor.area().getSelection();
          if (current(editor) < 0) {
            select(editor, range.getStart(), true);
            return;
          }
          var work = new Search(asking());
          search.background(
              () -> work.replaceOne(text, range.getStart(), range.getEnd(), replacement),
              replaced -> {
                if (apply(editor, text, replaced)) {
                  step(true);
                }
              });
        });
  }

  /** Replaces every hit, as one step to undo. */
  void replaceAll(String replacement) {
    if (target.isEmpty()) {
      return;
    }
    var editor = target.get();
    String text = editor.area().text();
    var work = new Search(asking());
    search.background(
        () -> work.replaceAll(text, replacement),
        replaced -> {
          if (apply(editor, text, replaced)) {
            start(
                ignored ->
                    status.set(new Status("%,d replaced".formatted(replaced.count()), false)));
          }
        });
  }

  private boolean apply(SourceEditor editor, String text, Search.Replaced replaced) {
    if (!replaced.problem().isEmpty()) {
      status.set(new Status(replaced.problem(), true));
      return false;
    }
    if (replaced.count() == 0
        || !editor.area().isEditable()
        || !text.equals(editor.area().text())) {
      return false;
    }
    editor.area().apply(replaced.edit());
    editor.area().requestFollowCaret();
    return true;
  }

  // The index of the hit that is selected; -1 if it is none.
  private int current(SourceEditor editor) {
    var range = editor.area().getSelection();
    var hits = found.hits();
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).start() == range.getStart() && hits.get(i).end() == range.getEnd()) {
        return i;
      }
    }
    return -1;
  }

  private void report() {
    if (target.isEmpty() || !searched.equals(target.get().area().text())) {
      return; // the next search is under way
    }
    int count = found.hits().size();
    int current = current(target.get());
    String all = "%,d%s".formatted(count, found.more() ? "+" : "");
    if (!found.problem().isEmpty()) {
      status.set(new Status(found.problem(), true));
    } else if (query.get().isEmpty()) {
      status.set(new Status("", false));
    } else if (count == 0) {
      status.set(new Status("No match", true));
    } else if (current < 0) {
      status.set(new Status(all + (count == 1 ? " match" : " matches"), false));
    } else {
      status.set(new Status("%,d of %s".formatted(current + 1, all), false));
    }
  }
}
