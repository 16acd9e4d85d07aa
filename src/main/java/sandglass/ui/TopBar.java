package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Commands;
import sandglass.playground.Playground;
import sandglass.playground.samples.Sample;
import sandglass.sandbox.Engine;
import sandglass.ui.common.CommandNodes;
import sandglass.ui.interpreter.RunnerMenu;

/** The row above everything: menus, open, samples, run, stop, engine, theme. */
final class TopBar extends HBox {
  TopBar(MenuBar menus, Playground playground, Commands commands) {
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    var run = CommandNodes.button(commands.get("run"));
    run.getStyleClass().removeAll(Styles.FLAT);
    run.getStyleClass().addAll(Styles.SUCCESS, "run-button");
    run.textProperty()
        .bind(Bindings.when(playground.run().running()).then("Restart").otherwise("Run"));
    var stop = CommandNodes.button(commands.get("stop"));
    stop.getStyleClass().addAll(Styles.DANGER, "stop-button");
    menus.setMinWidth(USE_PREF_SIZE);
    run.setMinWidth(USE_PREF_SIZE);
    stop.setMinWidth(USE_PREF_SIZE);
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren()
        .setAll(
            menus,
            new Separator(Orientation.VERTICAL),
            OpenMenu.of(playground, commands),
            samplesMenu(playground),
            new Separator(Orientation.VERTICAL),
            run,
            stop,
            new Separator(Orientation.VERTICAL),
            new RunnerMenu(
                playground.documents().current(),
                playground.interpreters(),
                commands.get("interpreters")),
            engine(playground),
            ShareMenu.of(commands),
            spacer,
            CommandNodes.iconButton(commands.get("help")),
            CommandNodes.iconButton(commands.get("theme")));
  }

  private static MenuButton samplesMenu(Playground playground) {
    var button = new MenuButton("Samples", new FontIcon("fth-book-open"));
    button.setTooltip(new Tooltip("Programs to begin with, each about one thing"));
    button.setId("samples-menu");
    button.getStyleClass().add(Styles.FLAT);
    Runnable fill = () -> button.getItems().setAll(samples(playground));
    playground.samples().all().addListener((ListChangeListener<Sample>) change -> fill.run());
    fill.run();
    button.disableProperty().bind(Bindings.isEmpty(playground.samples().all()));
    return button;
  }

  private static List<MenuItem> samples(Playground playground) {
    Map<String, Menu> groups = new LinkedHashMap<>();
    for (var sample : playground.samples().all()) {
      groups
          .computeIfAbsent(sample.group().text(), title -> new Menu(title))
          .getItems()
          .add(sampleItem(playground, sample));
    }
    return List.copyOf(groups.values());
  }

  private static MenuItem sampleItem(Playground playground, Sample sample) {
    var title = new Label(sample.name());
    title.getStyleClass().add(Styles.TEXT_BOLD);
    var about = new Label(sample.about());
    about.getStyleClass().addAll(Styles.TEXT_MUTED, "sample-about");
    about.setWrapText(true);
    var item = new CustomMenuItem(new VBox(2, title, about));
    item.setText(sample.name());
    item.setId("sample-" + sample.name());
    item.setOnAction(e -> playground.openSample(sample));
    return item;
  }

  private static ComboBox<Engine> engine(Playground playground) {
    var box = new ComboBox<Engine>();
    box.setId("engine");
    box.getItems().setAll(Engine.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Engine engine) {
            return engine == null ? "" : engine == Engine.COMPILED ? "Compiled" : "Interpreter";
          }

          @Override
          public Engine fromString(String text) {
            return Engine.valueOf(text);
          }
        });
    box.valueProperty().bindBidirectional(playground.world().engine());
    box.setAccessibleText("Engine");
    box.setTooltip(
        new Tooltip("What executes the module. Both give equal results; compiled is faster."));
    return box;
  }
}
