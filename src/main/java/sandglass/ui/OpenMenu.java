package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.capsule.CapsuleFile;
import sandglass.playground.Commands;
import sandglass.playground.Playground;
import sandglass.ui.common.CommandNodes;

/** What can be opened, the last files among it. */
final class OpenMenu {
  private OpenMenu() {}

  static MenuButton of(Playground playground, Commands commands) {
    var button = new MenuButton("Open", new FontIcon("fth-folder"));
    button.setTooltip(new Tooltip("Open a file, or one of the last"));
    button.setId("open-menu");
    button.getStyleClass().add(Styles.FLAT);
    var recent = playground.settings().recentFiles();
    Runnable fill =
        () -> {
          button
              .getItems()
              .setAll(
                  CommandNodes.item(commands.get("new")),
                  CommandNodes.item(commands.get("new-python")),
                  CommandNodes.item(commands.get("open")),
                  CommandNodes.item(commands.get("open-clipboard")),
                  CommandNodes.item(commands.get("open-recorded")));
          if (!recent.isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
            recent.forEach(file -> button.getItems().add(recent(playground, file)));
            var clear = new MenuItem("Forget these");
            clear.setOnAction(e -> playground.settings().clearRecent());
            button.getItems().addAll(new SeparatorMenuItem(), clear);
          }
        };
    recent.addListener((ListChangeListener<Path>) change -> fill.run());
    fill.run();
    return button;
  }

  private static MenuItem recent(Playground playground, Path file) {
    var item = new MenuItem();
    String fileName = String.valueOf(file.getFileName());
    var name = new Label(fileName);
    var folder = new Label(String.valueOf(file.getParent()));
    folder.getStyleClass().addAll(Styles.TEXT_MUTED, "recent-folder");
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    var row = new HBox(10, new FontIcon(icon(fileName)), name, folder);
    row.setAlignment(Pos.CENTER_LEFT);
    item.setGraphic(row);
    item.setOnAction(e -> playground.documents().open(file));
    return item;
  }

  private static String icon(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(CapsuleFile.SUFFIX)) {
      return "fth-box";
    }
    return lower.endsWith(".wasm") ? "fth-package" : "fth-file-text";
  }
}
