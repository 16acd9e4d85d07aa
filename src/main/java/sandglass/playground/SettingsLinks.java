package sandglass.playground;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.settings.Settings;

/**
 * Keeps what a person sets in the models as settings, and sets the models as the settings say at
 * the start; what a settings file says that makes no sense is passed over.
 */
final class SettingsLinks {
  private final Settings settings;
  private final LimitsModel limits;
  private boolean borrowed;
  private boolean lent;

  private SettingsLinks(Settings settings, LimitsModel limits) {
    this.settings = settings;
    this.limits = limits;
  }

  static SettingsLinks link(
      Settings settings,
      LimitsModel limits,
      ObjectProperty<Engine> engine,
      ObjectProperty<Axis> axis) {
    var links = new SettingsLinks(settings, limits);
    limits.set(links.saved());
    limits.value().addListener(o -> links.save());
    constant(Engine.values(), settings.engine().get()).ifPresent(engine::set);
    engine.addListener(
        (o, before, now) -> {
          if (!links.lent) {
            settings.engine().set(now.name());
          }
        });
    axis.set(Axis.valueOf(settings.graphAxis().get().name()));
    axis.addListener(
        (o, before, now) -> settings.graphAxis().set(Settings.GraphAxis.valueOf(now.name())));
    return links;
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
    return Arrays.stream(values).filter(e -> e.name().equals(name)).findFirst();
  }

  /** Sets limits that are a sample's: they are saved only once a person changes one of them. */
  void borrow(Limits others) {
    borrowed = true;
    try {
      limits.set(others);
    } finally {
      borrowed = false;
    }
  }

  /** Whether what is set now is a capsule's: it is not saved, whoever changes it. */
  void lend(boolean isLent) {
    lent = isLent;
  }

  /** The limits that a person set last. */
  Limits saved() {
    var value = Limits.DEFAULT;
    for (var kind : LimitKind.values()) {
      Long saved = settings.limits().get(kind.name());
      if (saved != null) {
        value = with(value, kind, saved);
      }
    }
    return value;
  }

  private static Limits with(Limits value, LimitKind kind, long saved) {
    try {
      return kind.with(value, saved);
    } catch (IllegalArgumentException e) {
      return value; // out of range: somebody edited the file
    }
  }

  private void save() {
    if (!borrowed && !lent) {
      var value = limits.value().get();
      for (var kind : LimitKind.values()) {
        settings.limits().put(kind.name(), kind.get(value));
      }
    }
  }
}
