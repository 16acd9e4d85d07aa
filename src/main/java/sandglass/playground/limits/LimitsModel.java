package sandglass.playground.limits;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sandglass.sandbox.Limits;

/** What a run may use, as a person sets it. What is typed wrong never gets into {@link #value}. */
public final class LimitsModel {
  private final Map<LimitKind, LimitField> fields = new EnumMap<>(LimitKind.class);
  private final ReadOnlyObjectWrapper<Limits> value =
      new ReadOnlyObjectWrapper<>(this, "value", Limits.DEFAULT);
  private final ReadOnlyObjectWrapper<Optional<LimitsPreset>> preset =
      new ReadOnlyObjectWrapper<>(this, "preset", Optional.of(LimitsPreset.DEFAULTS));
  private boolean setting;

  /** The default limits. */
  public LimitsModel() {
    for (var kind : LimitKind.values()) {
      fields.put(kind, new LimitField(kind, limit -> changed(kind, limit)));
    }
  }

  /** The field of a limit. */
  public LimitField field(LimitKind kind) {
    return fields.get(kind);
  }

  /** All fields, in the order in which they are shown. */
  public List<LimitField> fields() {
    return List.copyOf(fields.values());
  }

  /** The limits in force. What is being typed is not in it yet; see {@link #commit}. */
  public ReadOnlyObjectProperty<Limits> value() {
    return value.getReadOnlyProperty();
  }

  /** The preset that the limits in force are; empty where they are a person's own. */
  public ReadOnlyObjectProperty<Optional<LimitsPreset>> preset() {
    return preset.getReadOnlyProperty();
  }

  /** Takes what is typed in every field, where it is right: for a run by its shortcut. */
  public Limits commit() {
    fields.values().forEach(LimitField::commit);
    return value.get();
  }

  /** Sets all limits at once, and forgets what was typed. */
  public void set(Limits limits) {
    setting = true;
    try {
      fields.forEach((kind, field) -> field.put(kind.get(limits)));
    } finally {
      setting = false;
    }
    show(limits);
  }

  /** Marks the limit that the last run came up against; empty to mark none. */
  public void markReached(Optional<LimitKind> kind) {
    fields.forEach((each, field) -> field.mark(kind.filter(each::equals).isPresent()));
  }

  /** The limits with more of one, as a next try; empty where there is no more. */
  public Optional<Limits> raised(LimitKind kind) {
    return field(kind).raised().map(more -> kind.with(value.get(), more));
  }

  /** Sets {@link #raised}, if there is more. */
  public void raise(LimitKind kind) {
    field(kind).raised().ifPresent(field(kind)::put);
  }

  private void changed(LimitKind kind, long limit) {
    if (!setting) {
      show(kind.with(value.get(), limit));
    }
  }

  private void show(Limits limits) {
    value.set(limits);
    preset.set(
        Arrays.stream(LimitsPreset.values())
            .filter(each -> each.limits().equals(limits))
            .findFirst());
  }
}
