package sandglass.playground;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Something a person can do, declared once: the window makes menu item, button, shortcut and the
 * list under Help of it.
 *
 * @param id a stable name, such as {@code run}; also the style id of its buttons
 * @param text what menus call it, such as {@code Run}
 * @param icon an ikonli code, such as {@code fth-play}; {@code ""} for none
 * @param keys shortcuts in JavaFX's notation, such as {@code Shortcut+Enter}, the first one shown
 * @param help one sentence: tooltip and accessible help
 * @param enabled whether it can be done now
 * @param action does it, on the FX thread
 */
public record Command(
    String id,
    String text,
    String icon,
    List<String> keys,
    String help,
    ObservableBooleanValue enabled,
    Runnable action) {

  /** Copies the keys. */
  public Command {
    keys = List.copyOf(keys);
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (enabled.get()) {
      action.run();
    }
  }
}
