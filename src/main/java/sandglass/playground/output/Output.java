package sandglass.playground.output;

import java.io.OutputStream;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;

/**
 * What a guest prints on one of its streams: the newest lines, as many as fit. It comes in batches:
 * the first one at once, the others at 20 Hz for as long as there is something. What a guest prints
 * faster than anybody reads is dropped at the front, and counted.
 *
 * <p>Bytes are read as UTF-8; what is none becomes U+FFFD. {@code \n} and {@code \r\n} end a line;
 * {@code \r} alone lets what follows take the line's place. Control characters other than tabs are
 * made visible. A line of more than 10,000 characters is broken, and goes on in the next.
 */
public final class Output {
  /** Most lines kept. */
  public static final int MAX_LINES = 100_000;

  /** Most characters kept, without line ends and the last line. */
  public static final int MAX_CHARS = 16 << 20;

  private static final Duration PERIOD = Duration.ofMillis(50);

  /**
   * How much there is. Lines have numbers, from 0 on, that they keep until the text is cleared or
   * another run begins. The text of the last line may still change with the extent.
   *
   * @param edition goes up when all was cleared
   * @param first the oldest line kept; so many lines were dropped
   * @param end after the newest line
   * @param bytes what the guest has printed in this run
   * @param droppedBytes how many of them were dropped
   */
  public record Extent(long edition, long first, long end, long bytes, long droppedBytes) {
    /** Lines kept. */
    public int count() {
      return (int) (end - first);
    }
  }

  private final Threads threads;
  private final int maxLines;
  private final int maxChars;
  private final ReadOnlyObjectWrapper<Extent> extent =
      new ReadOnlyObjectWrapper<>(this, "extent", new Extent(0, 0, 0, 0, 0));
  private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper(this, "unread");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private LineRing kept;
  private String open = "";
  private long bytes;
  private long edition;
  private OutputChannel channel;
  private Ticker.Tick tick = () -> {};

  /** An empty output. */
  public Output(Threads threads) {
    this(threads, MAX_LINES, MAX_CHARS);
  }

  Output(Threads threads, int maxLines, int maxChars) {
    this.threads = threads;
    this.maxLines = maxLines;
    this.maxChars = maxChars;
    kept = newRing();
    watched.subscribe(
        seen -> {
          if (seen) {
            unread.set(false);
          }
        });
  }

  /**
   * Begins a new run's output. What older runs still write is ignored.
   *
   * @return takes what the guest prints, on any one thread; never blocks and never fails
   */
  public OutputStream open() {
    threads.assertFx();
    if (channel != null) {
      channel.finish();
    }
    tick.stop();
    channel = new OutputChannel(this);
    bytes = 0;
    unread.set(false);
    forget();
    return channel;
  }

  /** The run is over: shows what is left, the last line too if it has no end. */
  public void complete() {
    threads.assertFx();
    if (channel != null) {
      channel.finish();
      takeOver();
      tick.stop();
    }
  }

  /** Forgets all lines; the run goes on. */
  public void clear() {
    threads.assertFx();
    if (channel != null) {
      channel.forget();
    }
    unread.set(false);
    forget();
  }

  private void forget() {
    kept = newRing();
    open = "";
    edition++;
    publish();
  }

  /** How much there is; changes whenever any text does. */
  public ReadOnlyObjectProperty<Extent> extent() {
    return extent.getReadOnlyProperty();
  }

  /** Whether something came that nobody has looked at. */
  public ReadOnlyBooleanProperty unread() {
    return unread.getReadOnlyProperty();
  }

  /** Whether somebody looks at it now: then nothing is unread. */
  public BooleanProperty watched() {
    return watched;
  }

  /**
   * A line's text, without its end.
   *
   * @param number within the extent
   */
  public String line(long number) {
    int index = (int) (number - kept.droppedLines());
    return index == kept.count() ? open : kept.text(index);
  }

  /** Whether a line was broken because of its length, and the next one is its continuation. */
  public boolean goesOn(long number) {
    int index = (int) (number - kept.droppedLines());
    return index < kept.count() && kept.goesOn(index);
  }

  /** All lines as they are now, for another thread. */
  public OutputText snapshot() {
    return new OutputText(kept.droppedLines(), kept.copyTexts(), kept.copyGoesOn(), open);
  }

  /** All that is kept; lines that were broken are whole again. */
  public String text() {
    return snapshot().text();
  }

  LineRing newRing() {
    return new LineRing(maxLines, maxChars);
  }

  /** There is something to take over; called on the guest's thread. */
  void wake(OutputChannel from) {
    threads
        .fx()
        .execute(
            () -> {
              if (from == channel) {
                tick.stop();
                if (takeOver()) {
                  tick = threads.ticker().every(PERIOD, this::tick);
                }
              }
            });
  }

  private void tick() {
    if (!takeOver()) {
      tick.stop();
    }
  }

  private boolean takeOver() {
    threads.assertFx();
    var batch = channel.take();
    if (batch == null) {
      return false;
    }
    kept.addAll(batch.lines());
    open = batch.open();
    if (batch.bytes() > bytes && !watched.get()) {
      unread.set(true);
    }
    bytes = batch.bytes();
    publish();
    return true;
  }

  private void publish() {
    long first = kept.droppedLines();
    long end = first + kept.count() + (open.isEmpty() ? 0 : 1);
    extent.set(new Extent(edition, first, end, bytes, kept.droppedBytes()));
  }

  /** Characters kept and lines that wait to be taken over, for tests. */
  int chars() {
    return kept.chars();
  }

  int backlog() {
    return channel == null ? 0 : channel.backlog();
  }
}
