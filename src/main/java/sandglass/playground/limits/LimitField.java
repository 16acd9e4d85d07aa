package sandglass.playground.limits;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import sandglass.sandbox.Limits;

/**
 * One limit as a person sets it: by a text such as {@code 256MiB}, or by a slider on a logarithmic
 * scale. A text that is wrong says so at once and changes nothing: the last good value stays.
 */
public final class LimitField {
  private final LimitKind kind;
  private final LimitScale scale;
  private final long[] steps;
  private final LongConsumer changed;
  private final ReadOnlyLongWrapper value = new ReadOnlyLongWrapper(this, "value");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final ReadOnlyBooleanWrapper reached = new ReadOnlyBooleanWrapper(this, "reached");
  private final BooleanBinding modified;

  LimitField(LimitKind kind, LongConsumer changed) {
    this.kind = kind;
    scale = LimitScale.of(kind);
    this.changed = changed;
    steps = scale.unit().steps(scale.slider().min(), scale.slider().max());
    value.set(kind.get(Limits.DEFAULT));
    revert();
    text.addListener((property, before, now) -> error.set(check(now).error()));
    modified = Bindings.notEqual(value, kind.get(Limits.DEFAULT));
  }

  private record Parsed(long value, String error) {}

  /** Which limit it is. */
  public LimitKind kind() {
    return kind;
  }

  /** One word for it: {@code Fuel}. */
  public String label() {
    return scale.label();
  }

  /** What it bounds, and what happens when it is reached. */
  public String help() {
    return scale.help();
  }

  /** What the field shows; a person writes it. It takes effect with {@link #commit}. */
  public StringProperty text() {
    return text;
  }

  /** What is wrong with the text, with an example of what is right; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** The limit in force, in its smallest unit: fuel, bytes, nanoseconds or elements. */
  public ReadOnlyLongProperty value() {
    return value.getReadOnlyProperty();
  }

  /** Whether the last run was stopped by it, or was refused something because of it. */
  public ReadOnlyBooleanProperty reached() {
    return reached.getReadOnlyProperty();
  }

  /** Whether it differs from the default. */
  public ObservableBooleanValue modified() {
    return modified;
  }

  /** The limit in force, as the field shows it: {@code 256MiB}. */
  public String compactText() {
    return scale.unit().compact(value.get());
  }

  /** The limit in force with all its digits: {@code 268,435,456 bytes}. */
  public String fullText() {
    return scale.unit().full(value.get());
  }

  /** Takes the text as the limit, and writes it in its short form; a wrong text changes nothing. */
  public void commit() {
    var parsed = check(text.get());
    if (parsed.error().isEmpty()) {
      put(parsed.value());
    }
  }

  /** Forgets what was typed and shows the limit in force. */
  public void revert() {
    text.set(compactText());
    error.set("");
  }

  /** Sets the default. */
  public void reset() {
    put(kind.get(Limits.DEFAULT));
  }

  /** Where the slider stands, from 0 to 1; limits beyond its ends are at its ends. */
  public double position() {
    double min = (double) scale.slider().min();
    double ratio = Math.log(Math.max(min, (double) value.get()) / min);
    return Math.min(1, ratio / Math.log((double) scale.slider().max() / min));
  }

  /** Sets the round value nearest to a place of the slider, from 0 to 1. */
  public void slide(double position) {
    double min = (double) scale.slider().min();
    double span = Math.log((double) scale.slider().max() / min);
    double wanted = Double.isNaN(position) ? 0 : Math.clamp(position, 0, 1) * span;
    long nearest = steps[0];
    for (long step : steps) {
      if (Math.abs(Math.log((double) step / min) - wanted)
          < Math.abs(Math.log((double) nearest / min) - wanted)) {
        nearest = step;
      }
    }
    put(nearest);
  }

  /** Goes up or down by some round values, to the ends of the slider at most. */
  public void step(int by) {
    int at = Arrays.binarySearch(steps, value.get());
    int next = at >= 0 ? at + by : -at - 1 + (by > 0 ? by - 1 : by);
    int last = steps.length - 1;
    boolean outside = by > 0 ? value.get() >= steps[last] : value.get() <= steps[0];
    if (!outside && by != 0) {
      put(steps[Math.clamp(next, 0, last)]);
    }
  }

  /** More of it, for a run that did not get by with what there is; empty at the most there is. */
  public Optional<Long> raised() {
    long max = scale.typed().max();
    long now = value.get();
    if (now >= max) {
      return Optional.empty();
    }
    return Optional.of(
        now > max / scale.raise() ? max : Math.max(now * scale.raise(), scale.slider().min()));
  }

  /** {@link #raised} as the field would show it: {@code 1G}. */
  public Optional<String> raisedText() {
    return raised().map(scale.unit()::compact);
  }

  /** Sets a limit that was checked elsewhere, even one that cannot be typed here. */
  void put(long limit) {
    boolean changes = value.get() != limit;
    if (changes) {
      value.set(limit);
      reached.set(false);
    }
    revert();
    if (changes) {
      changed.accept(limit);
    }
  }

  void mark(boolean isReached) {
    reached.set(isReached);
  }

  private Parsed check(String typed) {
    if (typed.equals(compactText())) {
      return new Parsed(value.get(), "");
    }
    try {
      long parsed = scale.unit().parse(typed);
      return new Parsed(parsed, range(typed, parsed));
    } catch (IllegalArgumentException e) {
      return new Parsed(0, sentence(e.getMessage()));
    }
  }

  private String range(String typed, long parsed) {
    var range = scale.typed();
    String example = "; write for example " + scale.unit().compact(kind.get(Limits.DEFAULT));
    if (parsed < range.min()) {
      return "\"%s\" is below the least, %s%s"
          .formatted(typed.strip(), scale.unit().compact(range.min()), example);
    }
    return parsed > range.max()
        ? "\"%s\" is above the most, %s%s"
            .formatted(typed.strip(), scale.unit().compact(range.max()), example)
        : "";
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }
}
