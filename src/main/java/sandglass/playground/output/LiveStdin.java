package sandglass.playground.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.playground.common.Threads;
import sandglass.sandbox.wasi.Stdin;

/**
 * Stdin that is typed while the guest runs, line by line. What is typed ahead of need waits for the
 * guest, up to {@value #MAX_WAITING} bytes.
 */
public final class LiveStdin {
  /** Most bytes that wait to be read. */
  public static final int MAX_WAITING = LiveInput.MAX_WAITING;

  /** Most bytes typed in one run. */
  public static final int MAX_TYPED = 16 << 20;

  /** Most lines kept as a record. */
  public static final int MAX_ENTERED = 10_000;

  private final Threads threads;
  private final ObservableList<String> entered = FXCollections.observableArrayList();
  private final ObservableList<String> enteredView =
      FXCollections.unmodifiableObservableList(entered);
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  private LiveInput input;
  private boolean ended;

  /** Closed until a run begins. */
  public LiveStdin(Threads threads) {
    this.threads = threads;
  }

  /** Begins a new run's stdin, for its world. What older runs would read is over. */
  public Stdin stdin() {
    threads.assertFx();
    if (input != null) {
      input.end();
    }
    entered.clear();
    typed.reset();
    hint.set("");
    ended = false;
    open.set(true);
    var fresh = new LiveInput[1];
    var next = new LiveInput(() -> threads.fx().execute(() -> closed(fresh[0])));
    fresh[0] = next;
    input = next;
    return new Stdin(() -> next);
  }

  private void closed(LiveInput which) {
    if (which == input) {
      runEnded();
    }
  }

  /** The run is over, whether or not its guest ever read. */
  public void runEnded() {
    threads.assertFx();
    open.set(false);
    if (input != null) {
      input.end();
    }
  }

  /**
   * Sends a line to the guest, with its end.
   *
   * @return whether it was taken; if not, {@link #hint} says why
   */
  public boolean send(String line) {
    threads.assertFx();
    if (!open.get()) {
      return refused(
          ended
              ? "The input was ended. Run again to type more."
              : "No program is reading: run one to type to it.");
    }
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_TYPED - typed.size()) {
      return refused("A run takes at most 16 MiB typed. Give the rest as a file.");
    }
    if (!input.send(bytes)) {
      return refused(
          "The program has not read what was typed before: 1 MiB may wait at most."
              + " Send this again later.");
    }
    typed.writeBytes(bytes);
    if (entered.size() == MAX_ENTERED) {
      entered.remove(0, MAX_ENTERED / 10);
    }
    entered.add(line);
    hint.set("");
    return true;
  }

  /** Ends the input: the guest reads what was sent, and then the end. */
  public void end() {
    threads.assertFx();
    if (open.get()) {
      input.end();
      ended = true;
      open.set(false);
      hint.set("The input was ended.");
    } else {
      refused(ended ? "The input was ended already." : "No program is reading.");
    }
  }

  private boolean refused(String why) {
    hint.set(why);
    return false;
  }

  /** The lines sent in this run, without their ends; of very many, the last. */
  public ObservableList<String> entered() {
    return enteredView;
  }

  /** All that was sent in this run, as a stdin that is given beforehand: to run it again alike. */
  public Stdin typed() {
    threads.assertFx();
    return Stdin.of(typedBytes());
  }

  /** All that was sent in this run. */
  public byte[] typedBytes() {
    threads.assertFx();
    return typed.toByteArray();
  }

  /** Why the last line was not taken; empty if it was. */
  public ReadOnlyStringProperty hint() {
    return hint.getReadOnlyProperty();
  }

  /** Whether lines are taken: a run goes on and its input was not ended. */
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }
}
