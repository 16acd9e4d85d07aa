package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Commands;
import sandglass.ui.common.CommandNodes;

/** What is in front, to be handed on: as one file, as a command, as a call, as what it did. */
final class ShareMenu {
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("share-capsule", "share-command", "share-tool", "share-wasmtime"),
          List.of("copy-report-text", "copy-report-json", "copy-tool-result"),
          List.of("save-capsule"));

  private ShareMenu() {}

  static MenuButton of(Commands commands) {
    var button = new MenuButton("Share", new FontIcon("fth-share-2"));
    button.setTooltip(new Tooltip("Hand this run on: as a capsule, a command, a tool call"));
    button.setId("share-menu");
    button.getStyleClass().add(Styles.FLAT);
    button.setMinWidth(MenuButton.USE_PREF_SIZE);
    for (var group : GROUPS) {
      if (!button.getItems().isEmpty()) {
        button.getItems().add(new SeparatorMenuItem());
      }
      group.stream().map(id -> item(commands, id)).forEach(button.getItems()::add);
    }
    return button;
  }

  private static MenuItem item(Commands commands, String id) {
    var item = CommandNodes.item(commands.get(id));
    item.setId("share-menu-" + id);
    return item;
  }
}
