package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.world.WorldModel;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;
import sandglass.ui.common.FieldMessage;

/** What a guest can see, where its run begins and what executes it. */
public final class WorldPane extends VBox {
  private final WorldModel model;

  /**
   * @param model what it shows
   * @param chooseFile asks for a file; empty if nobody chose one
   * @param chooseFolder asks for a folder; empty if nobody chose one
   */
  public WorldPane(
      WorldModel model,
      Supplier<Optional<Path>> chooseFile,
      Supplier<Optional<Path>> chooseFolder) {
    this.model = model;
    setId("world-pane");
    getStyleClass().addAll("world-pane", "side-pane");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText("World");
    var sections =
        new VBox(
            new EntrySection(model.entryModel()).section(),
            args(),
            new EnvironmentSection(model.environment()).section(),
            new StdinSection(model.stdin(), chooseFile).section(),
            new FoldersSection(model.folders(), chooseFolder).section(),
            clock(),
            random());
    sections.getStyleClass().add("world-sections");
    getChildren().addAll(title(), sections);
  }

  private HBox title() {
    var title = new Label("WORLD");
    title.getStyleClass().add("side-title");
    title.setMinWidth(USE_PREF_SIZE);
    var summary = new Label();
    summary.setId("world-summary");
    summary.getStyleClass().add("world-summary");
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.textProperty().bind(model.summary());
    var tooltip = new Tooltip();
    tooltip.textProperty().bind(model.summary());
    summary.setTooltip(tooltip);
    HBox.setHgrow(summary, Priority.ALWAYS);
    var reset =
        Section.iconButton(
            "world-reset", "fth-rotate-ccw", "Take everything back: grant nothing", model::reset);
    reset.visibleProperty().bind(model.summary().isNotEqualTo(WorldModel.NOTHING));
    var line = new HBox(title, summary, problems(), reset);
    line.getStyleClass().add("side-title-line");
    return line;
  }

  private Label problems() {
    var label = new Label("", new FontIcon("fth-alert-circle"));
    label.setId("world-problems");
    label.getStyleClass().add("world-problems");
    label.setMinWidth(USE_PREF_SIZE);
    label.managedProperty().bind(label.visibleProperty());
    var tooltip = new Tooltip();
    label.setTooltip(tooltip);
    Runnable show =
        () -> {
          int count = model.problems().size();
          label.setVisible(count > 0);
          label.setText(Integer.toString(count));
          label.setAccessibleText(count + (count == 1 ? " mistake" : " mistakes") + " below");
          tooltip.setText(String.join("\n", model.problems()));
        };
    model.problems().addListener((Observable list) -> show.run());
    show.run();
    return label;
  }

  private Section args() {
    var args = field("world-args", "one 'two three'", "The guest's arguments");
    args.setTooltip(
        new Tooltip("The guest's arguments, after its own name; quotes and \\ as in a shell"));
    args.textProperty().bindBidirectional(model.args().text());
    return new Section(
        "Args", args, new FieldMessage("world-args-error", model.args().error(), args));
  }

  private Section clock() {
    return new Section(
        "Clock",
        new Segmented<>(
            "clock",
            "Clock",
            model.clock(),
            List.of(
                new Segmented.Choice<>(
                    Clock.VIRTUAL, "Virtual", "Advances with fuel: every run sees the same times"),
                new Segmented.Choice<>(Clock.REAL, "Real", "The time of this machine"),
                new Segmented.Choice<>(
                    Clock.OFF, "Off", "No clock: the calls fail, and the guest is told so"))));
  }

  private Section random() {
    var random = model.random();
    var modes =
        new Segmented<>(
            "random",
            "Random",
            random.mode(),
            List.of(
                new Segmented.Choice<>(
                    Random.Mode.SEEDED, "Seeded", "Every run sees the same random numbers"),
                new Segmented.Choice<>(
                    Random.Mode.REAL, "Real", "The secure random numbers of this machine"),
                new Segmented.Choice<>(
                    Random.Mode.OFF,
                    "Off",
                    "No random numbers: the calls fail, and the guest is told so")));
    var seed = field("random-seed", "42 or 0xBEEF", "Seed of the random numbers");
    seed.textProperty().bindBidirectional(random.seedText());
    HBox.setHgrow(seed, Priority.ALWAYS);
    var label = new Label("seed");
    label.getStyleClass().add("world-hint");
    var line = new HBox(label, seed);
    line.getStyleClass().addAll("world-line", "world-inset");
    Section.showWhile(line, random.mode().isEqualTo(Random.Mode.SEEDED));
    return new Section(
        "Random", modes, line, new FieldMessage("random-error", random.error(), seed));
  }

  private static TextField field(String id, String prompt, String accessible) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().addAll("mono", Styles.SMALL);
    field.setPromptText(prompt);
    field.setAccessibleText(accessible);
    return field;
  }
}
