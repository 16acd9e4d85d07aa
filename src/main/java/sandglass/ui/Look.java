package sandglass.ui;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import sandglass.settings.Settings;
import sandglass.ui.common.Theme;

/** Keeps the theme and the size of everything as the settings and the system have them. */
public final class Look {
  private static final double POINTS = 13;

  private final Settings settings;
  private final Scene scene;
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme");
  // Held here: the system's preferences outlive windows.
  private final InvalidationListener changed = o -> dress();

  /** Dresses the scene, now and whenever a setting or the system changes. */
  public Look(Settings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
    settings.theme().addListener(changed);
    settings.zoom().addListener(o -> zoom());
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakInvalidationListener(changed));
    dress();
    zoom();
  }

  /** The theme that is worn. */
  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /** Changes between light and dark. */
  public void toggle() {
    settings.theme().set(theme.get() == Theme.DARK ? Settings.Theme.LIGHT : Settings.Theme.DARK);
  }

  private void dress() {
    boolean dark =
        switch (settings.theme().get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    var wanted = dark ? Theme.DARK : Theme.LIGHT;
    if (theme.get() != wanted) {
      wanted.dress(scene, settings.zoom().get());
      theme.set(wanted);
    }
  }

  private void zoom() {
    theme.get().dress(scene, settings.zoom().get());
    double points = POINTS * settings.zoom().get();
    scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", points));
  }
}
