package sandglass.ui.common;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Command;
import sandglass.playground.Commands;

/** Makes menus, buttons and shortcuts of commands. */
public final class CommandNodes {
  private CommandNodes() {}

  /** A menu with its commands in groups; the first key of each is shown. */
  public static Menu menu(Commands.Menu menu) {
    var items = new ArrayList<MenuItem>();
    for (List<Command> group : menu.groups()) {
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      group.forEach(command -> items.add(itemWithKey(command)));
    }
    var made = new Menu(menu.title());
    made.getItems().setAll(items);
    return made;
  }

  private static MenuItem itemWithKey(Command command) {
    var item = item(command);
    if (!command.keys().isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
    }
    return item;
  }

  /**
   * A menu item that is greyed out when it cannot be done. It has no key: keys belong to the menu
   * bar's items, and JavaFX takes a key from the whole window when one of several items with it
   * goes.
   */
  public static MenuItem item(Command command) {
    var item = new MenuItem(command.text());
    item.setId("menu-" + command.id());
    if (!command.icon().isEmpty()) {
      item.setGraphic(new FontIcon(command.icon()));
    }
    item.disableProperty().bind(Bindings.not(command.enabled()));
    item.setOnAction(e -> command.run());
    return item;
  }

  /** A button with icon and text. */
  public static Button button(Command command) {
    var button = iconButton(command);
    button.setText(command.text());
    button.getStyleClass().remove(Styles.BUTTON_ICON);
    return button;
  }

  /** A button with an icon only. */
  public static Button iconButton(Command command) {
    var button = new Button(null, new FontIcon(command.icon()));
    button.setId(command.id());
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(command.text());
    button.setAccessibleHelp(command.help());
    button.setTooltip(new Tooltip(hint(command)));
    button.disableProperty().bind(Bindings.not(command.enabled()));
    button.setOnAction(e -> command.run());
    button.setFocusTraversable(true);
    return button;
  }

  private static String hint(Command command) {
    return command.keys().isEmpty()
        ? command.help()
        : command.help()
            + "  "
            + KeyCombination.valueOf(command.keys().getFirst()).getDisplayText();
  }

  /** Binds the keys that menu items do not show: each command's second key and later ones. */
  public static void bindOtherKeys(Scene scene, Commands commands) {
    for (var command : commands.all()) {
      for (String key : command.keys().stream().skip(1).toList()) {
        scene.getAccelerators().put(KeyCombination.valueOf(key), command::run);
      }
    }
  }
}
