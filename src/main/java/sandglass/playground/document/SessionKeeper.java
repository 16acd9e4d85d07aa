package sandglass.playground.document;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.settings.Saver;

/**
 * Saves the session a moment after anything in it changes, so that unsaved text survives. Make it
 * after what was left from last time is open again: from then on what is not open is forgotten.
 */
public final class SessionKeeper {
  /** The longest that a change waits before it is written. */
  public static final Duration DELAY = Duration.ofMillis(800);

  private final Threads threads;
  private final SessionStore store;
  private final ObservableList<Document> open;
  private final ObservableValue<Document> current;
  private final Notices notices;
  private final Saver<Session> saver;
  private final Set<Document> observed = new LinkedHashSet<>();
  private final Map<Document, Draft.Caret> carets = new HashMap<>();
  private final InvalidationListener onChange = change -> changed();
  private final InvalidationListener onList = change -> listChanged();
  private Optional<Ticker.Tick> due = Optional.empty();
  private boolean failed;

  /**
   * Keeps a session from now on.
   *
   * @param open the open documents, in order
   * @param current the one in front; null if there is none
   * @param notices told, once, when the session cannot be saved
   */
  public SessionKeeper(
      Threads threads,
      SessionStore store,
      ObservableList<Document> open,
      ObservableValue<Document> current,
      Notices notices) {
    this.threads = threads;
    this.store = store;
    this.open = open;
    this.current = current;
    this.notices = notices;
    saver =
        new Saver<>(
            task ->
                threads.background(
                    () -> {
                      task.run();
                      return true;
                    },
                    done -> {}),
            this::write);
    open.addListener(onList);
    current.addListener(onChange);
    listChanged();
  }

  private static List<Observable> values(Document document) {
    return List.of(
        document.text(), document.dirty(), document.path(), document.name(), document.runner());
  }

  private void listChanged() {
    for (Document document : List.copyOf(observed)) {
      if (!open.contains(document)) {
        observed.remove(document);
        carets.remove(document);
        values(document).forEach(value -> value.removeListener(onChange));
      }
    }
    for (Document document : open) {
      if (observed.add(document)) {
        values(document).forEach(value -> value.addListener(onChange));
      }
    }
    changed();
  }

  /** Remembers where the document's caret is; line and column from 1. */
  public void caretAt(Document document, int line, int column) {
    threads.assertFx();
    var caret = new Draft.Caret(line, column);
    if (open.contains(document) && !caret.equals(carets.put(document, caret))) {
      changed();
    }
  }

  private void changed() {
    if (due.isEmpty()) {
      due = Optional.of(threads.ticker().after(DELAY, this::save));
    }
  }

  private void save() {
    due = Optional.empty();
    saver.save(session());
  }

  /** Texts are handed over as they are: no copy, however long. */
  private Session session() {
    threads.assertFx();
    List<Draft> drafts =
        open.stream()
            .map(document -> Draft.of(document, carets.getOrDefault(document, Draft.Caret.START)))
            .toList();
    // Asking for every value also makes the properties tell of their next change.
    open.forEach(document -> document.text().get());
    return new Session(drafts, Optional.ofNullable(current.getValue()).map(Document::id));
  }

  private void write(Session session) {
    try {
      store.save(session);
      threads.fx().execute(() -> failed = false);
    } catch (IOException e) {
      threads.fx().execute(this::sayThatItFailed);
    }
  }

  private void sayThatItFailed() {
    if (!failed) {
      failed = true;
      notices.error(
          "Unsaved text could not be kept for after a crash: the settings folder cannot be"
              + " written. Make room or make it writable, and save your documents.");
    }
  }

  /**
   * Writes what has not been written, and waits for it; for when the window closes. Before the
   * background is shut down: an interrupt would end the writing.
   *
   * @return false if it took longer
   */
  public boolean flush(Duration timeout) {
    threads.assertFx();
    if (due.isPresent() || failed) {
      due.ifPresent(Ticker.Tick::stop);
      save();
    }
    return saver.flush(timeout);
  }

  /** Keeps no more; what was kept stays. Not needed where the process ends. */
  public void stop() {
    threads.assertFx();
    due.ifPresent(Ticker.Tick::stop);
    open.removeListener(onList);
    current.removeListener(onChange);
    observed.forEach(d -> values(d).forEach(value -> value.removeListener(onChange)));
    observed.clear();
  }
}
