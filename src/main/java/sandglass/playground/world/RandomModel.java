package sandglass.playground.world;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.sandbox.wasi.Random;

/** Where the guest's random numbers come from, as a person sets it. */
public final class RandomModel {
  private static final String FIRST_SEED = "0";

  private final Runnable changed;
  private final ObjectProperty<Random.Mode> mode =
      new SimpleObjectProperty<>(this, "mode", Random.Mode.SEEDED);
  private final StringProperty seedText = new SimpleStringProperty(this, "seedText", FIRST_SEED);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private long seed;

  RandomModel(Runnable changed) {
    this.changed = changed;
    mode.addListener(property -> check());
    seedText.addListener(property -> check());
  }

  /** The kind of source; a person chooses it. */
  public ObjectProperty<Random.Mode> mode() {
    return mode;
  }

  /** The seed, decimal or {@code 0x} hexadecimal; a person writes it. */
  public StringProperty seedText() {
    return seedText;
  }

  /** What is wrong with the seed, where one is used; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** The source, with the last good seed. */
  public Random random() {
    return switch (mode.get()) {
      case SEEDED -> Random.seeded(seed);
      case REAL -> Random.REAL;
      case OFF -> Random.OFF;
    };
  }

  /** Seeded with 0, as at first. */
  public void reset() {
    seedText.set(FIRST_SEED);
    mode.set(Random.Mode.SEEDED);
  }

  void set(Random.Mode chosen, String seed) {
    seedText.set(seed);
    mode.set(chosen);
  }

  private void check() {
    String message = "";
    try {
      seed = seed(seedText.get());
    } catch (IllegalArgumentException e) {
      message = mode.get() == Random.Mode.SEEDED ? e.getMessage() : "";
    }
    error.set(message);
    changed.run();
  }

  /**
   * The seed that a text says.
   *
   * @throws IllegalArgumentException if it says none, with one sentence
   */
  static long seed(String written) {
    String text = written.strip();
    try {
      return Long.decode(decimal(text));
    } catch (NumberFormatException e) {
      String quoted = text.length() > 25 ? text.substring(0, 25) + "…" : text;
      throw new IllegalArgumentException(
          (text.isEmpty() ? "There is no seed" : "\"" + quoted + "\" is not a 64-bit number")
              + "; write for example 42 or 0xBEEF",
          e);
    }
  }

  /** Without the leading zeros that would make it octal. */
  private static String decimal(String text) {
    return text.replaceFirst("^([+-]?)0+(?=[0-9])", "$1");
  }
}
