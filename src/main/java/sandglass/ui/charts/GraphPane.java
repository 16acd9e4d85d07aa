package sandglass.ui.charts;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Threads;
import sandglass.playground.graph.Graph;
import sandglass.playground.graph.GraphSeries.Axis;

/** The graphs of fuel and memory, over time or over fuel. */
public final class GraphPane extends BorderPane {
  private final Graph graph;
  private final GraphExport export;
  private final ChartArea charts;
  private final BooleanBinding empty;

  /**
   * @param threads for writing files
   * @param chooser asks where to save to, given a file name; called on the FX thread, and empty if
   *     the person thought better of it
   * @param notices told on the FX thread what came of saving
   */
  public GraphPane(
      Graph graph,
      Threads threads,
      Function<String, Optional<Path>> chooser,
      Consumer<Notice> notices) {
    this.graph = graph;
    this.export = new GraphExport(threads, chooser, notices);
    this.charts = new ChartArea(graph);
    this.empty =
        Bindings.createBooleanBinding(
            () -> graph.series().get().samples().isEmpty(), graph.series());
    getStyleClass().add("graph-pane");
    setMinSize(240, 160);
    setTop(bar());
    charts.visibleProperty().bind(empty.not());
    setCenter(new StackPane(charts, placeholder()));
  }

  private HBox bar() {
    var time = axisButton("Time", Axis.TIME, Styles.LEFT_PILL);
    var fuel = axisButton("Fuel", Axis.FUEL, Styles.RIGHT_PILL);
    var group = new ToggleGroup();
    group.getToggles().addAll(time, fuel);
    // One of the two is always chosen: a click on the chosen one leaves it so.
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                graph.axis().set((Axis) now.getUserData());
              }
            });
    graph.axis().subscribe(axis -> group.selectToggle(axis == Axis.TIME ? time : fuel));
    var note = new Label();
    note.setId("graph-note");
    note.getStyleClass().addAll("graph-note", Styles.TEXT_MUTED);
    note.textProperty().bind(graph.note());
    note.setMinWidth(0);
    note.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(note, Priority.ALWAYS);
    var axes = new HBox(time, fuel);
    axes.getStyleClass().add("graph-axis");
    axes.setMaxHeight(USE_PREF_SIZE);
    var bar = new HBox(axes, note, limitsButton(), exportButton());
    bar.getStyleClass().add("graph-bar");
    return bar;
  }

  private static ToggleButton axisButton(String text, Axis axis, String shape) {
    var button = new ToggleButton(text);
    button.setId("graph-axis-" + text.toLowerCase(Locale.ROOT));
    button.setUserData(axis);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll(Styles.SMALL, shape);
    button.setAccessibleText("Graphs over " + text.toLowerCase(Locale.ROOT));
    button.setTooltip(new Tooltip("Draw the graphs over " + text.toLowerCase(Locale.ROOT)));
    return button;
  }

  private ToggleButton limitsButton() {
    var button = new ToggleButton();
    button.setId("graph-limits");
    button.setGraphic(new FontIcon("fth-arrow-up"));
    button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText("Show the limits to scale");
    button.setTooltip(new Tooltip("Show the limits to scale"));
    button.disableProperty().bind(empty);
    charts.wholeLimits().bind(button.selectedProperty());
    return button;
  }

  private MenuButton exportButton() {
    var picture = new MenuItem("Picture (PNG)…");
    picture.setId("graph-export-png");
    picture.setOnAction(event -> export.picture(charts.picture()));
    var values = new MenuItem("Values (CSV)…");
    values.setId("graph-export-csv");
    values.setOnAction(event -> export.values(graph.series().get()));
    var button = new MenuButton();
    button.setId("graph-export");
    button.setGraphic(new FontIcon("fth-download"));
    button.getItems().addAll(picture, values);
    button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
    button.setAccessibleText("Export the graphs");
    button.setTooltip(new Tooltip("Export as a picture or as values"));
    button.disableProperty().bind(empty);
    return button;
  }

  private Label placeholder() {
    var label = new Label();
    label.setId("graph-empty");
    label.setWrapText(true);
    label.getStyleClass().addAll("graph-empty", Styles.TEXT_MUTED);
    label.visibleProperty().bind(empty);
    label
        .textProperty()
        .bind(
            Bindings.when(graph.live())
                .then("The graphs begin when the program does")
                .otherwise("Run a program to see its fuel and memory"));
    return label;
  }
}
