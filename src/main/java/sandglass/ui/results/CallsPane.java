package sandglass.ui.results;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;
import sandglass.sandbox.wasi.WasiCall;

/** The Calls pane: what the last run asked of WASI, decoded. */
public final class CallsPane extends BorderPane {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /**
   * A call.
   *
   * @param number in the order of the run, from 1
   */
  private record Row(int number, WasiCall call) {
    String args() {
      return call.args().stream()
          .map(arg -> arg.name() + "=" + arg.value())
          .collect(Collectors.joining(", "));
    }

    String result() {
      String end = call.errno().isEmpty() ? unfinished() : call.errno();
      return call.result().isEmpty() ? end : end + "  " + call.result();
    }

    private String unfinished() {
      return call.function().equals("proc_exit") ? "" : "did not return";
    }

    String line() {
      return "%d\t%d\t%s".formatted(number, call.fuel(), call);
    }
  }

  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> shown = new FilteredList<>(rows);
  private final ObservableValue<Integer> count;
  private final TableView<Row> table = new TableView<>(shown);
  private final CustomTextField filter = new CustomTextField();
  private final ToggleButton failedOnly =
      new ToggleButton("Failed only", new FontIcon("fth-alert-circle"));
  private final Label summary = new Label();
  private final Label placeholder = new Label();
  private final ObservableValue<Optional<Report>> report;

  /**
   * @param report the last run's; empty before the first
   */
  public CallsPane(ObservableValue<Optional<Report>> report) {
    this.report = report;
    count =
        report.map(
            given ->
                given
                    .map(
                        r -> (int) Math.min(Integer.MAX_VALUE, r.calls().size() + r.callsDropped()))
                    .orElse(0));
    setId("calls-pane");
    getStyleClass().add("results-pane");
    table.setId("calls-table");
    table.setAccessibleText("WASI calls");
    table.getStyleClass().addAll("results-table", Styles.DENSE);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(view -> new CallRow());
    table.setPlaceholder(placeholder);
    placeholder.setId("calls-empty");
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("results-empty");
    columns();
    copying();
    filter.setId("calls-filter");
    filter.setPromptText("Filter");
    filter.setAccessibleText("Filter calls by text");
    filter.setLeft(new FontIcon("fth-search"));
    filter.getStyleClass().add(Styles.SMALL);
    filter.textProperty().subscribe((was, text) -> refilter());
    failedOnly.setId("calls-failed-only");
    failedOnly.getStyleClass().add(Styles.SMALL);
    failedOnly.setMinWidth(Region.USE_PREF_SIZE);
    failedOnly.selectedProperty().subscribe((was, now) -> refilter());
    summary.setId("calls-summary");
    summary.getStyleClass().add(Styles.TEXT_MUTED);
    setTop(tools());
    setCenter(table);
    report.subscribe(this::show);
  }

  /** How many calls the run made, also those that are not listed. */
  public ObservableValue<Integer> count() {
    return count;
  }

  private HBox tools() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var copy = new Button("", new FontIcon("fth-copy"));
    copy.setId("calls-copy");
    copy.setAccessibleText("Copy the selected calls, or all that are shown");
    copy.setTooltip(new Tooltip("Copy the selected calls, or all that are shown"));
    copy.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    copy.setOnAction(event -> copy());
    copy.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(shown));
    var tools = new HBox(filter, failedOnly, spring, summary, copy);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("results-tools");
    return tools;
  }

  private void columns() {
    var number = Tables.<Row>text("#", 56, row -> Quantities.formatCount(row.number), row -> "");
    number.setMaxWidth(72);
    var fuel =
        Tables.<Row>text("Fuel", 110, row -> Quantities.formatCount(row.call.fuel()), row -> "");
    fuel.setMaxWidth(170);
    var function = Tables.<Row>text("Function", 150, row -> row.call.function(), row -> "");
    function.setMaxWidth(240);
    var args = Tables.<Row>text("Arguments", 320, Row::args, Row::args);
    var result =
        Tables.<Row>column(
            "Result",
            260,
            (cell, row) -> {
              String hint = CallHints.of(row.call);
              cell.setText(row.result() + (hint.isEmpty() ? "" : ": " + hint));
              return cell.getText();
            });
    number.getStyleClass().add("number-column");
    fuel.getStyleClass().add("number-column");
    for (var column : List.of(number, fuel, function, args, result)) {
      column.getStyleClass().add("mono");
      table.getColumns().add(column);
    }
    result.getStyleClass().add("result-column");
  }

  private void copying() {
    var item = new MenuItem("Copy", new FontIcon("fth-copy"));
    item.setAccelerator(Tables.COPY);
    item.setOnAction(event -> copy());
    table.setContextMenu(new ContextMenu(item));
    table.setOnKeyPressed(
        event -> {
          if (Tables.COPY.match(event)) {
            copy();
            event.consume();
          }
        });
  }

  private void copy() {
    var selected = table.getSelectionModel().getSelectedItems();
    var wanted = selected.isEmpty() ? shown : selected;
    Tables.copy(wanted.stream().map(Row::line).collect(Collectors.joining("\n", "", "\n")));
  }

  private void show(Optional<Report> given) {
    var calls = given.map(Report::calls).orElse(List.of());
    rows.setAll(
        IntStream.range(0, calls.size()).mapToObj(i -> new Row(i + 1, calls.get(i))).toList());
    summarize();
  }

  private void refilter() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    boolean failed = failedOnly.isSelected();
    shown.setPredicate(
        row ->
            (!failed || CallHints.failed(row.call))
                && (wanted.isEmpty()
                    || row.call.toString().toLowerCase(Locale.ROOT).contains(wanted)));
    summarize();
  }

  private void summarize() {
    long dropped = report.getValue().map(Report::callsDropped).orElse(0L);
    boolean narrowed = shown.size() < rows.size();
    String text = narrowed ? Quantities.formatCount(shown.size()) + " shown" : "";
    if (dropped > 0) {
      text +=
          "%sthe first %s; %s more were not kept"
              .formatted(
                  text.isEmpty() ? "" : ", of ",
                  Quantities.formatCount(rows.size()),
                  Quantities.formatCount(dropped));
    }
    summary.setText(text);
    summary.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    if (!rows.isEmpty()) {
      placeholder.setText(
          failedOnly.isSelected() && filter.getText().isBlank()
              ? "No call failed"
              : "No call matches");
    } else {
      placeholder.setText(
          report.getValue().isPresent()
              ? "The guest called nothing of WASI"
              : "The calls that a guest makes to WASI appear here when it has run");
    }
  }

  private static final class CallRow extends TableRow<Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      pseudoClassStateChanged(FAILED, filled && CallHints.failed(row.call));
      setAccessibleText(filled ? PlainText.message(row.line()) : null);
    }
  }
}
