package sandglass.playground.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.recorded.RecordedFolder.Found;
import sandglass.sandbox.Quantities;

/**
 * A folder of capsules that is watched: what a server records there, for one. Looks once a second
 * while somebody looks here; a look takes up what is new or changed alone.
 */
public final class RecordedRuns {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** Most capsules that are listed. */
  public static final int MAX_ROWS = 10_000;

  private final Threads threads;
  private final Threads.Latest looks;
  private final ReadOnlyObjectWrapper<Optional<Path>> folder =
      new ReadOnlyObjectWrapper<>(this, "folder", Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private final BooleanProperty failedOnly = new SimpleBooleanProperty(this, "failedOnly");
  private final ObservableList<RecordedRun> all = FXCollections.observableArrayList();
  private final ObservableList<RecordedRun> allView = FXCollections.unmodifiableObservableList(all);
  private final FilteredList<RecordedRun> rows = new FilteredList<>(all);
  private Ticker.Tick tick = () -> {};

  /** Watches nothing at first. */
  public RecordedRuns(Threads threads) {
    this.threads = threads;
    looks = threads.latest();
    watched.addListener(o -> resume());
    failedOnly.addListener(o -> rows.setPredicate(failedOnly.get() ? RecordedRun::failed : null));
  }

  /** What is watched. */
  public ReadOnlyObjectProperty<Optional<Path>> folder() {
    return folder.getReadOnlyProperty();
  }

  /** Why there is nothing to see, or what is not to be seen; {@code ""} for neither. */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** The capsules, the newest first, as far as they are asked for; not to be changed. */
  public ObservableList<RecordedRun> rows() {
    return rows;
  }

  /** How many there are, asked for or not. */
  public ObservableList<RecordedRun> all() {
    return allView;
  }

  /** Whether somebody looks; who shows it says so. */
  public BooleanProperty watched() {
    return watched;
  }

  /** Whether only those are asked for that did not end well; a person chooses it. */
  public BooleanProperty failedOnly() {
    return failedOnly;
  }

  /** Watches a folder in place of the one before. */
  public void open(Path wanted) {
    threads.assertFx();
    all.clear();
    message.set("");
    folder.set(Optional.of(wanted.toAbsolutePath().normalize()));
    resume();
  }

  /** Watches no more. */
  public void close() {
    threads.assertFx();
    folder.set(Optional.empty());
    resume();
    all.clear();
  }

  private void resume() {
    tick.stop();
    looks.cancel();
    if (watched.get() && folder.get().isPresent()) {
      look(folder.get().get());
    }
  }

  private void look(Path wanted) {
    var before = List.copyOf(all);
    looks.background(
        () -> RecordedFolder.list(wanted, before, MAX_ROWS), found -> found(wanted, before, found));
  }

  private void found(Path wanted, List<RecordedRun> before, Found found) {
    if (!found.runs().equals(before)) {
      all.setAll(found.runs());
    }
    message.set(
        found.more() == 0
            ? found.failure()
            : Quantities.formatCount(found.more()) + " older ones are not listed");
    readOn(wanted);
  }

  /** Reads what is not read yet, some at a time so that it is shown soon, and looks again later. */
  private void readOn(Path wanted) {
    var asked = List.copyOf(all);
    looks.background(
        () -> RecordedFolder.read(asked),
        read -> {
          if (read.isEmpty()) {
            tick = threads.ticker().after(PERIOD, () -> look(wanted));
          } else {
            show(read);
            readOn(wanted);
          }
        });
  }

  private void show(List<RecordedRun> read) {
    var places = new HashMap<Path, Integer>();
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i).file(), i);
    }
    for (var run : read) {
      Integer at = places.get(run.file());
      if (at != null) {
        all.set(at, run);
      }
    }
  }
}
