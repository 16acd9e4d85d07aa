package sandglass.ui.results;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.capsule.Check;
import sandglass.playground.capsule.Check.Difference;
import sandglass.playground.capsule.SideBySide;
import sandglass.playground.common.Threads;
import sandglass.sandbox.PlainText;

/**
 * The Expected pane: what of the last run is not as its capsule expects, both beside each other.
 */
public final class ExpectedPane extends BorderPane {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

  private final Threads.Latest comparing;
  private final ObservableList<Difference> differences = FXCollections.observableArrayList();
  private final ObservableList<SideBySide.Line> lines = FXCollections.observableArrayList();
  private final TableView<Difference> table = new TableView<>(differences);
  private final TableView<SideBySide.Line> sides = new TableView<>(lines);
  private final Label sentence = new Label();
  private final Label placeholder = new Label();
  private final Label none = new Label();
  private final FontIcon icon = new FontIcon("fth-circle");
  private final Button take = new Button("Take this as expected", new FontIcon("fth-check"));
  private final ObservableValue<Integer> count;

  /**
   * @param check of the last run; empty while there is none
   * @param summary what is expected, in words
   * @param takeAsExpected saves the last run as what is expected
   */
  public ExpectedPane(
      ObservableValue<Optional<Check>> check,
      ObservableValue<String> summary,
      Threads threads,
      Runnable takeAsExpected) {
    comparing = threads.latest();
    count = check.map(now -> now.map(c -> c.differences().size()).orElse(0));
    setId("expected-pane");
    getStyleClass().add("results-pane");
    differencesTable();
    sidesTable();
    take.setId("expected-take");
    take.getStyleClass().add(Styles.SMALL);
    take.setMinWidth(USE_PREF_SIZE);
    take.setTooltip(new Tooltip("Save the capsule with what this run did"));
    take.setOnAction(event -> takeAsExpected.run());
    sentence.setId("expected-sentence");
    sentence.setMinWidth(0);
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var tools = new HBox(icon, sentence, spring, take);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().addAll("results-tools", "expected-tools");
    var split = new SplitPane(table, sides);
    split.setDividerPositions(0.32);
    setTop(tools);
    setCenter(split);
    check.subscribe(now -> show(now, summary.getValue()));
    summary.subscribe(now -> show(check.getValue(), now));
  }

  /** How many differences there are. */
  public ObservableValue<Integer> count() {
    return count;
  }

  private void differencesTable() {
    table.setId("expected-table");
    table.setAccessibleText("What is not as expected");
    table.getStyleClass().addAll("results-table", Styles.DENSE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    placeholder.setId("expected-empty");
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("results-empty");
    table.setPlaceholder(placeholder);
    var what = Tables.<Difference>text("Differs", 150, Difference::what, d -> "");
    var from = Tables.<Difference>text("From fuel", 110, Difference::from, d -> "");
    from.getStyleClass().addAll("number-column", "mono");
    table.getColumns().add(what);
    table.getColumns().add(from);
    table.getSelectionModel().selectedItemProperty().subscribe(this::compare);
  }

  private void sidesTable() {
    sides.setId("expected-sides");
    sides.setAccessibleText("What was expected, and what came, line by line");
    sides.getStyleClass().addAll("results-table", "sides-table", Styles.DENSE);
    sides.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    none.getStyleClass().add("results-empty");
    sides.setPlaceholder(none);
    var number = Tables.<SideBySide.Line>text("", 46, l -> Integer.toString(l.number()), l -> "");
    number.setMinWidth(46);
    number.setMaxWidth(64);
    number.getStyleClass().addAll("number-column", "mono");
    var expected =
        Tables.<SideBySide.Line>text(
            "Expected", 260, l -> PlainText.message(l.expected()), SideBySide.Line::expected);
    var actual =
        Tables.<SideBySide.Line>text(
            "This run", 260, l -> PlainText.message(l.actual()), SideBySide.Line::actual);
    for (var column : List.of(expected, actual)) {
      column.getStyleClass().add("mono");
    }
    sides.getColumns().add(number);
    sides.getColumns().add(expected);
    sides.getColumns().add(actual);
    sides.setRowFactory(
        view ->
            new TableRow<>() {
              @Override
              protected void updateItem(SideBySide.Line line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(DIFFERS, !empty && line != null && line.differs());
              }
            });
  }

  private void show(Optional<Check> check, String summary) {
    boolean differs = check.filter(c -> !c.isAsExpected()).isPresent();
    sentence.setText(check.map(Check::sentence).orElse(summary));
    icon.setIconLiteral(
        check.isEmpty() ? "fth-circle" : differs ? "fth-alert-triangle" : "fth-check-circle");
    pseudoClassStateChanged(PseudoClass.getPseudoClass("ok"), check.isPresent() && !differs);
    pseudoClassStateChanged(DIFFERS, differs);
    take.setVisible(differs);
    take.setManaged(differs);
    placeholder.setText(
        check.isEmpty() ? "Run it to compare what it does" : differs ? "" : "Nothing differs");
    none.setText(differs ? "Select a difference to see both sides" : "");
    var now = check.map(Check::differences).orElse(List.of());
    if (!now.equals(differences)) {
      differences.setAll(now);
      table.getSelectionModel().select(now.isEmpty() ? -1 : 0);
    }
  }

  /** In the background, since outputs are large. */
  private void compare(Difference difference) {
    lines.clear();
    if (difference == null) {
      comparing.cancel();
      return;
    }
    comparing.background(
        () -> SideBySide.of(difference.expected(), difference.actual()), lines::setAll);
  }
}
