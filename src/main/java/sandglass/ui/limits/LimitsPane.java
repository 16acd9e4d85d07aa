package sandglass.ui.limits;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.limits.LimitField;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.limits.LimitsPreset;

/** What a run may use: the three limits that matter most, and the rest on demand. */
public final class LimitsPane extends VBox {
  private static final int ALWAYS_SHOWN = 3;

  private final LimitsModel model;
  private final List<LimitField> hidden;
  private final ToggleButton more = new ToggleButton();

  /**
   * @param model what it shows
   * @param raiseAndRun is called to raise the limit that the last run reached and to run again
   */
  public LimitsPane(LimitsModel model, Consumer<LimitKind> raiseAndRun) {
    this.model = model;
    setId("limits-pane");
    getStyleClass().addAll("limits-pane", "side-pane");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText("Limits");
    var fields = model.fields();
    hidden = fields.subList(ALWAYS_SHOWN, fields.size());
    var rest = new VBox();
    rest.getStyleClass().add("limit-rows");
    hidden.forEach(field -> rest.getChildren().add(new LimitRow(field, raiseAndRun)));
    rest.visibleProperty().bind(more.selectedProperty());
    rest.managedProperty().bind(more.selectedProperty());
    makeMore();
    getChildren().add(title());
    fields
        .subList(0, ALWAYS_SHOWN)
        .forEach(field -> getChildren().add(new LimitRow(field, raiseAndRun)));
    getChildren().addAll(more, rest);
  }

  private HBox title() {
    var title = new Label("LIMITS");
    title.getStyleClass().add("side-title");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(title, space, presets());
    line.getStyleClass().add("side-title-line");
    return line;
  }

  private MenuButton presets() {
    var menu = new MenuButton();
    menu.setId("limits-preset");
    menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    menu.setTooltip(new Tooltip("All limits at once"));
    var group = new ToggleGroup();
    for (var preset : LimitsPreset.values()) {
      var item = new RadioMenuItem(preset.label() + "   " + preset.summary());
      item.setId("preset-" + preset.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setUserData(preset);
      item.setOnAction(event -> model.set(preset.limits()));
      menu.getItems().add(item);
    }
    model
        .preset()
        .subscribe(
            now -> {
              String name = now.map(LimitsPreset::label).orElse("Custom");
              menu.setText(name);
              menu.setAccessibleText("Preset: " + name);
              menu.getItems()
                  .forEach(
                      item ->
                          ((RadioMenuItem) item)
                              .setSelected(Optional.of(item.getUserData()).equals(now)));
            });
    return menu;
  }

  private void makeMore() {
    more.setId("limits-more");
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "disclosure");
    var icon = new FontIcon("fth-chevron-right");
    more.setGraphic(icon);
    more.selectedProperty()
        .subscribe(open -> icon.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right"));
    for (var field : hidden) {
      field.reached().subscribe(this::open);
      field.error().subscribe(error -> open(!error.isEmpty()));
      field.modified().addListener((Observable property) -> countChanged());
    }
    countChanged();
  }

  /** What needs attention is not hidden. */
  private void open(boolean needed) {
    if (needed) {
      more.setSelected(true);
    }
  }

  private void countChanged() {
    long changed = hidden.stream().filter(field -> field.modified().get()).count();
    more.setText(changed == 0 ? "More limits" : "More limits · " + changed + " changed");
  }
}
