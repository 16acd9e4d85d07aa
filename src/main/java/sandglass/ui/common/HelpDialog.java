package sandglass.ui.common;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Command;

/** Every command with its keys, as this platform writes them, in groups and searchable. */
public final class HelpDialog extends Dialog<Void> {
  private static final double HEIGHT = 600;

  private final Map<String, List<Command>> groups;
  private final VBox rows = new VBox();

  /**
   * A dialog about commands; {@link #show} opens it and lets the window be used meanwhile.
   *
   * @param owner the window that it belongs to
   * @param groups commands by the group's name, in order
   */
  public HelpDialog(Window owner, Map<String, List<Command>> groups) {
    this.groups = new LinkedHashMap<>(groups);
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Keyboard");
    setHeaderText(null);
    setResizable(true);
    setHeight(HEIGHT);

    var search = new CustomTextField();
    search.setId("help-search");
    search.setPromptText("Search commands and keys");
    search.setAccessibleText("Search commands and keys");
    search.setLeft(new FontIcon("fth-search"));
    search.textProperty().subscribe(this::list);

    rows.setId("help-rows");
    rows.getStyleClass().add("help-rows");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("help-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);

    var content = new VBox(search, scroll);
    content.getStyleClass().add("help");
    var pane = getDialogPane();
    pane.getStyleClass().add("help-dialog");
    pane.setContent(content);
    pane.getButtonTypes().add(ButtonType.CLOSE);
    if (owner != null && owner.getScene() != null) {
      pane.getStylesheets().setAll(owner.getScene().getStylesheets());
      pane.setStyle(owner.getScene().getRoot().getStyle());
    }
    setOnShown(event -> search.requestFocus());
  }

  /** All commands in one group. */
  public HelpDialog(Window owner, List<Command> commands) {
    this(owner, Map.of("Commands", commands));
  }

  private void list(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    var found = new ArrayList<Node>();
    groups.forEach(
        (group, commands) -> {
          var matching = commands.stream().filter(c -> matches(c, wanted)).toList();
          if (!matching.isEmpty()) {
            var title = new Label(group);
            title.getStyleClass().addAll("help-group", Styles.TEXT_BOLD);
            found.add(title);
            matching.forEach(command -> found.add(row(command)));
          }
        });
    if (found.isEmpty()) {
      var nothing = new Label("No command matches this search.");
      nothing.getStyleClass().addAll("help-nothing", Styles.TEXT_MUTED);
      found.add(nothing);
    }
    rows.getChildren().setAll(found);
  }

  private static boolean matches(Command command, String wanted) {
    String all =
        command.text()
            + ' '
            + command.help()
            + ' '
            + String.join(" ", keys(command))
            + ' '
            + String.join(" ", command.keys());
    return all.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static Node row(Command command) {
    var name = new Label(command.text());
    var help = new Label(command.help());
    help.setWrapText(true);
    help.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    var words = new VBox(name, help);
    HBox.setHgrow(words, Priority.ALWAYS);
    var keys = new HBox();
    keys.getStyleClass().add("help-keys");
    keys.setAlignment(Pos.CENTER_RIGHT);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    for (String text : keys(command)) {
      var key = new Label(text);
      key.getStyleClass().add("key-cap");
      keys.getChildren().add(key);
    }
    var row = new HBox(words, keys);
    row.setId("help-" + command.id());
    row.getStyleClass().add("help-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Its shortcuts as this platform writes them. */
  static List<String> keys(Command command) {
    return command.keys().stream()
        .map(key -> KeyCombination.valueOf(key).getDisplayText())
        .toList();
  }
}
