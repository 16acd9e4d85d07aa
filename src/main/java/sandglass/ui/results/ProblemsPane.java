package sandglass.ui.results;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.document.Document;
import sandglass.playground.document.Place;
import sandglass.playground.document.Problem;
import sandglass.sandbox.PlainText;

/** The Problems pane: what is wrong with the text; a click leads there. */
public final class ProblemsPane extends BorderPane {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final ListView<Problem> list;
  private final Consumer<Place> open;
  private final Consumer<Document> interpret;
  private final ObservableValue<Integer> count;

  /**
   * @param open shows a place in its document
   * @param interpret runs a document by an interpreter, where only that can
   */
  public ProblemsPane(
      ObservableList<Problem> problems, Consumer<Place> open, Consumer<Document> interpret) {
    this.open = open;
    this.interpret = interpret;
    count = Bindings.size(problems).map(Number::intValue);
    list = new ListView<>(problems);
    setId("problems-pane");
    getStyleClass().add("results-pane");
    list.setId("problems-list");
    list.setAccessibleText("Problems");
    list.getStyleClass().addAll("problems-list", Styles.DENSE);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(view -> new Cell());
    var none = new Label("No problems");
    none.setId("problems-empty");
    none.getStyleClass().add("results-empty");
    list.setPlaceholder(none);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go(list.getFocusModel().getFocusedItem());
            event.consume();
          } else if (Tables.COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    var copy = new MenuItem("Copy", new FontIcon("fth-copy"));
    copy.setAccelerator(Tables.COPY);
    copy.setOnAction(event -> copy());
    list.setContextMenu(new ContextMenu(copy));
    setCenter(list);
  }

  /** How many there are. */
  public ObservableValue<Integer> count() {
    return count;
  }

  private void go(Problem problem) {
    if (problem != null) {
      open.accept(problem.place());
    }
  }

  private void copy() {
    var selected = list.getSelectionModel().getSelectedItems();
    var wanted = selected.isEmpty() ? list.getItems() : selected;
    Tables.copy(
        wanted.stream()
            .map(problem -> where(problem.place()) + ": " + PlainText.message(problem.message()))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String where(Place place) {
    String name = PlainText.name(place.document().name().get());
    return place.line() > 0 ? name + ":" + place.line() + ":" + place.column() : name;
  }

  private final class Cell extends ListCell<Problem> {
    private final Label message = new Label();
    private final Label where = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final FontIcon icon = new FontIcon("fth-x-circle");
    private final Hyperlink run = new Hyperlink("Run with CPython");
    private final HBox line;

    Cell() {
      message.setMinWidth(0);
      where.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
      where.setMinWidth(Region.USE_PREF_SIZE);
      run.getStyleClass().add("problem-action");
      run.setMinWidth(Region.USE_PREF_SIZE);
      run.setOnAction(event -> interpret.accept(getItem().place().document()));
      icon.getStyleClass().add("problem-icon");
      var spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      line = new HBox(icon, message, run, spring, where);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("problem-line");
      line.setPrefWidth(0);
      setPrefWidth(0);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(640);
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              go(getItem());
            }
          });
    }

    @Override
    protected void updateItem(Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      if (empty || problem == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      String text = PlainText.message(problem.message());
      message.setText(text);
      icon.setIconLiteral(problem.refused() ? "fth-alert-triangle" : "fth-x-circle");
      line.pseudoClassStateChanged(REFUSED, problem.refused());
      run.setVisible(problem.refused());
      run.setManaged(problem.refused());
      run.setAccessibleText("Run " + problem.place().document() + " with CPython");
      where.setText(where(problem.place()));
      tooltip.setText(text);
      setTooltip(tooltip);
      setAccessibleText(text + ", " + where.getText());
      setGraphic(line);
    }
  }
}
