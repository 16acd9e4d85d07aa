package sandglass.ui.results;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.recorded.RecordedRun;
import sandglass.playground.recorded.RecordedRuns;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.Quantities;

/** The Capsules pane: what is in a folder of capsules, the newest first. */
public final class RecordedPane extends BorderPane {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

  private final RecordedRuns model;
  private final Consumer<Path> open;
  private final TableView<RecordedRun> table;
  private final ObservableValue<Integer> count;

  /**
   * @param open opens a capsule
   * @param choose asks for another folder
   */
  public RecordedPane(RecordedRuns model, Consumer<Path> open, Runnable choose) {
    this.model = model;
    this.open = open;
    table = new TableView<>(model.rows());
    count = Bindings.size(model.all()).map(Number::intValue);
    setId("recorded-pane");
    getStyleClass().add("results-pane");
    table.setId("recorded-table");
    table.setAccessibleText("Recorded runs, the newest first");
    table.getStyleClass().addAll("results-table", Styles.DENSE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(placeholder());
    columns();
    opening();
    setTop(tools(choose));
    setCenter(table);
  }

  /** How many capsules there are. */
  public ObservableValue<Integer> count() {
    return count;
  }

  private Label placeholder() {
    var label = new Label();
    label.setId("recorded-empty");
    label.getStyleClass().add("results-empty");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    !model.message().get().isEmpty()
                        ? model.message().get()
                        : model.failedOnly().get() && !model.all().isEmpty()
                            ? "All of these ended well"
                            : "No capsules here yet; runs of `sandglass serve --record` appear as"
                                + " they end",
                model.message(),
                model.failedOnly(),
                model.all()));
    return label;
  }

  private HBox tools(Runnable choose) {
    var folder = new Label("", new FontIcon("fth-folder"));
    folder.setId("recorded-folder");
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    folder.setMinWidth(0);
    var tooltip = new Tooltip();
    folder.setTooltip(tooltip);
    model
        .folder()
        .subscribe(
            now -> {
              folder.setText(now.map(Path::toString).orElse(""));
              tooltip.setText(folder.getText());
            });
    var failed = new ToggleButton("Failed only", new FontIcon("fth-filter"));
    failed.setId("recorded-failed");
    failed.getStyleClass().add(Styles.SMALL);
    failed.setMinWidth(USE_PREF_SIZE);
    failed.setTooltip(new Tooltip("Only what did not exit with 0, or cannot be read"));
    failed.selectedProperty().bindBidirectional(model.failedOnly());
    var other = button("recorded-choose", "Other folder…", "fth-folder", choose);
    var close = button("recorded-close", "Close", "fth-x", model::close);
    close.setTooltip(new Tooltip("Watch the folder no more"));
    var note = new Label();
    note.setId("recorded-note");
    note.getStyleClass().add(Styles.TEXT_MUTED);
    note.setMinWidth(USE_PREF_SIZE);
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.rows().isEmpty()
                        ? ""
                        : model.message().get().isEmpty() ? shown() : model.message().get(),
                model.rows(),
                model.all(),
                model.message()));
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var tools = new HBox(folder, spring, note, failed, other, close);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("results-tools");
    return tools;
  }

  private String shown() {
    int shown = model.rows().size();
    int all = model.all().size();
    return shown == all ? "" : Quantities.formatCount(shown) + " of " + Quantities.formatCount(all);
  }

  private static Button button(String id, String text, String icon, Runnable action) {
    var button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void columns() {
    var time = Tables.<RecordedRun>text("Time", 160, RecordedRun::when, RecordedRun::name);
    time.setMinWidth(150);
    time.setMaxWidth(190);
    var tool = Tables.<RecordedRun>text("Tool", 145, r -> PlainText.name(r.tool()), r -> "");
    var program =
        Tables.<RecordedRun>text(
            "Program",
            130,
            r -> PlainText.name(r.program().isEmpty() ? r.name() : r.program()),
            RecordedRun::name);
    var fuel = Tables.<RecordedRun>text("Fuel", 105, RecordedPane::fuel, r -> "");
    fuel.getStyleClass().addAll("number-column", "mono");
    var outcome =
        Tables.<RecordedRun>column(
            "Outcome",
            160,
            (cell, run) -> {
              cell.setText(
                  run.reason().isEmpty()
                      ? run.outcome()
                      : "damaged: " + PlainText.message(run.reason()));
              return PlainText.message(run.reason());
            });
    outcome.getStyleClass().add("outcome-column");
    table.getColumns().add(time);
    table.getColumns().add(tool);
    table.getColumns().add(program);
    table.getColumns().add(fuel);
    table.getColumns().add(outcome);
  }

  private static String fuel(RecordedRun run) {
    return run.content() instanceof RecordedRun.Content.Capsule capsule
            && capsule.fuel().isPresent()
        ? Quantities.formatCount(capsule.fuel().getAsLong())
        : "";
  }

  private void opening() {
    table.setRowFactory(view -> new Row());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
          } else if (Tables.COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    var item = new MenuItem("Open", new FontIcon("fth-box"));
    item.setOnAction(event -> openSelected());
    var copy = new MenuItem("Copy path", new FontIcon("fth-copy"));
    copy.setAccelerator(Tables.COPY);
    copy.setOnAction(event -> copy());
    table.setContextMenu(new ContextMenu(item, copy));
  }

  private void openSelected() {
    selected().ifPresent(run -> open.accept(run.file()));
  }

  private void copy() {
    selected().ifPresent(run -> Tables.copy(run.file().toString()));
  }

  private Optional<RecordedRun> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private final class Row extends TableRow<RecordedRun> {
    Row() {
      setOnMouseClicked(
          event -> {
            boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (twice && !isEmpty()) {
              open.accept(getItem().file());
            }
          });
    }

    @Override
    protected void updateItem(RecordedRun run, boolean empty) {
      super.updateItem(run, empty);
      boolean isThere = !empty && run != null;
      pseudoClassStateChanged(FAILED, isThere && run.failed());
      pseudoClassStateChanged(DAMAGED, isThere && !run.reason().isEmpty());
    }
  }
}
