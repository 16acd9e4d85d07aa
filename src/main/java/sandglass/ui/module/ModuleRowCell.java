package sandglass.ui.module;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.program.ModuleInspection.Export;

/** A line in a narrow column: the type or what is wrong below the name. */
final class ModuleRowCell extends TreeCell<ModuleRow> {
  private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final Label name = new Label();
  private final Label detail = new Label();
  private final Label amount = new Label();
  private final Region share = new Region();
  private final FontIcon warning = new FontIcon("fth-alert-triangle");
  private final Button call = new Button("", new FontIcon("fth-play"));
  private final HBox line;
  private final Tooltip tooltip = new Tooltip();

  ModuleRowCell(Consumer<Export> caller) {
    getStyleClass().add("module-row");
    name.getStyleClass().add("module-row-name");
    name.setMinWidth(0);
    detail.getStyleClass().addAll("module-row-detail", Styles.TEXT_SMALL);
    detail.setMinWidth(0);
    amount.getStyleClass().addAll("module-row-amount", "mono", Styles.TEXT_SMALL);
    amount.setMinWidth(Region.USE_PREF_SIZE);
    share.getStyleClass().add("module-share");
    share.setMaxWidth(Region.USE_PREF_SIZE);
    call.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "module-call");
    call.setMinWidth(Region.USE_PREF_SIZE);
    call.setTooltip(new Tooltip("Call this export"));
    call.setFocusTraversable(false);
    call.setOnAction(event -> getItem().callable().ifPresent(caller));
    var texts = new VBox(name, detail, share);
    texts.setMinWidth(0);
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(texts, Priority.ALWAYS);
    line = new HBox(warning, texts, amount, call);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("module-row-line");
    line.setMinWidth(0);
    line.setPrefWidth(0); // as wide as the column, never wider: no sideways scrolling
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ModuleRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean filled = !empty && row != null;
    pseudoClassStateChanged(SECTION, filled && row.isSection());
    pseudoClassStateChanged(PROBLEM, filled && row.problem());
    if (!filled) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    boolean broken = row.problem() && !row.isSection();
    name.setText(row.name());
    name.pseudoClassStateChanged(SECTION, row.isSection());
    show(detail, broken ? briefly(row.note()) : row.type());
    detail.pseudoClassStateChanged(PROBLEM, broken);
    show(amount, row.amount());
    shown(warning, row.problem());
    shown(call, row.callable().isPresent());
    shown(share, row.share() > 0);
    share.setPrefWidth(Math.max(2, row.share() * 120));
    tooltip.setText(tooltip(row));
    setTooltip(row.isSection() ? null : tooltip);
    setAccessibleText(tooltip(row).replace('\n', ' '));
    setGraphic(line);
  }

  /** In a narrow column the hint is worth more than the reason, which the tooltip has too. */
  private static String briefly(String reason) {
    return reason.substring(reason.indexOf("; ") < 0 ? 0 : reason.indexOf("; ") + 2);
  }

  private static String tooltip(ModuleRow row) {
    var text = new StringBuilder(row.name());
    for (String part : new String[] {row.type(), row.amount(), row.note()}) {
      text.append(part.isEmpty() ? "" : "\n" + part);
    }
    return text.toString();
  }

  private static void show(Label label, String text) {
    label.setText(text);
    shown(label, !text.isEmpty());
  }

  private static void shown(javafx.scene.Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
