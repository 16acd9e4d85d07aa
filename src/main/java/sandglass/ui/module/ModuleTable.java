package sandglass.ui.module;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.program.ModuleInspection.Export;

/** All that is in a module, in columns. */
final class ModuleTable extends TreeTableView<ModuleRow> {
  private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final double BAR = 160;

  ModuleTable(TreeItem<ModuleRow> root, Consumer<Export> caller) {
    super(root);
    setId("module-table");
    setShowRoot(false);
    setAccessibleText("What is in the module");
    getStyleClass().addAll("module-table", Styles.DENSE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label("Nothing in this module matches"));
    var name = column("Name", ModuleRow::name, 260);
    var type = column("Type", ModuleRow::type, 220);
    var amount = column("Amount", ModuleRow::amount, 90);
    amount.getStyleClass().add("amount-column");
    getColumns().add(name);
    getColumns().add(type);
    getColumns().add(amount);
    getColumns().add(notes(caller));
    setRowFactory(view -> new Row());
  }

  private static TreeTableColumn<ModuleRow, String> column(
      String title, Function<ModuleRow, String> text, double width) {
    var column = new TreeTableColumn<ModuleRow, String>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue().getValue())));
    column.setCellFactory(view -> new TextCell());
    return column;
  }

  private static TreeTableColumn<ModuleRow, ModuleRow> notes(Consumer<Export> caller) {
    var column = new TreeTableColumn<ModuleRow, ModuleRow>("Notes");
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(400);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    column.setCellFactory(view -> new NotesCell(caller));
    return column;
  }

  private static final class Row extends TreeTableRow<ModuleRow> {
    @Override
    protected void updateItem(ModuleRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      pseudoClassStateChanged(SECTION, filled && row.isSection());
      pseudoClassStateChanged(PROBLEM, filled && row.problem());
    }
  }

  private static final class TextCell extends TreeTableCell<ModuleRow, String> {
    private final Tooltip tooltip = new Tooltip();

    TextCell() {
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(640);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      tooltip.setText(text);
      setTooltip(empty || text == null || text.isEmpty() ? null : tooltip);
    }
  }

  private static final class NotesCell extends TreeTableCell<ModuleRow, ModuleRow> {
    private final FontIcon warning = new FontIcon("fth-alert-triangle");
    private final Button call = new Button("Call this export", new FontIcon("fth-play"));
    private final Region filled = new Region();
    private final Label note = new Label();
    private final HBox bar = new HBox(new HBox(filled), note);
    private final Tooltip tooltip = new Tooltip();

    NotesCell(Consumer<Export> caller) {
      getStyleClass().add("module-notes");
      call.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "module-call");
      call.setFocusTraversable(false);
      call.setOnAction(event -> getItem().callable().ifPresent(caller));
      filled.getStyleClass().add("module-share");
      bar.getChildren().getFirst().getStyleClass().add("module-share-track");
      ((HBox) bar.getChildren().getFirst()).setMinWidth(BAR);
      ((HBox) bar.getChildren().getFirst()).setMaxHeight(Region.USE_PREF_SIZE);
      note.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
      bar.setAlignment(Pos.CENTER_LEFT);
      bar.getStyleClass().add("module-row-line");
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(640);
    }

    @Override
    protected void updateItem(ModuleRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(null);
      setTooltip(null);
      setContentDisplay(ContentDisplay.LEFT);
      if (empty || row == null || row.isSection()) {
        return;
      }
      if (row.callable().isPresent()) {
        setGraphic(call);
      } else if (row.share() > 0) {
        filled.setPrefWidth(Math.max(2, row.share() * BAR));
        note.setText(row.note());
        setGraphic(bar);
      } else {
        setText(row.note());
        setGraphic(row.problem() ? warning : null);
        tooltip.setText(row.note());
        setTooltip(row.note().isEmpty() ? null : tooltip);
      }
    }
  }
}
