package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sandglass.playground.world.EntryModel;
import sandglass.playground.world.EntryModel.Target;
import sandglass.ui.common.FieldMessage;

/** Where a run begins. */
final class EntrySection {
  private static final int ROWS_MEASURED = 20;

  private final EntryModel model;
  private final ComboBox<Target> targets = new ComboBox<>();
  private final TextField args = new TextField();
  private boolean showing;

  EntrySection(EntryModel model) {
    this.model = model;
    targets.setId("entry");
    targets.getStyleClass().addAll(Styles.SMALL, "mono");
    targets.setMaxWidth(Double.MAX_VALUE);
    // Else it measures every export, thousands of them, on the FX thread.
    targets.getProperties().put("comboBoxRowsToMeasureWidth", ROWS_MEASURED);
    targets.setAccessibleText("Where the run begins");
    targets.setTooltip(new Tooltip("The function that the run begins with"));
    targets.setCellFactory(list -> new Cell(true));
    targets.setButtonCell(new Cell(false));
    targets
        .valueProperty()
        .subscribe(
            chosen -> {
              if (!showing && chosen != null) {
                model.choose(chosen);
              }
            });
    args.setId("entry-args");
    args.getStyleClass().addAll("mono", Styles.SMALL);
    args.textProperty().bindBidirectional(model.args().text());
    model.targets().addListener((Observable list) -> show());
    model.chosen().subscribe(chosen -> show());
  }

  Section section() {
    var isFunction = Bindings.notEqual(model.chosen(), EntryModel.START);
    var label = new Label("with");
    label.getStyleClass().add("world-hint");
    var line = new HBox(label, args);
    line.getStyleClass().addAll("world-line", "world-inset");
    HBox.setHgrow(args, Priority.ALWAYS);
    Section.showWhile(line, isFunction);
    return new Section(
        "Entry", targets, line, new FieldMessage("entry-error", model.error(), args));
  }

  private void show() {
    showing = true;
    if (!targets.getItems().equals(model.targets())) {
      targets.getItems().setAll(model.targets());
    }
    targets.setValue(model.chosen().get());
    showing = false;
    String parameters = String.join(" ", model.chosen().get().parameters());
    args.setPromptText(parameters.isEmpty() ? "no arguments" : parameters);
    args.setAccessibleText("Arguments: " + args.getPromptText());
  }

  private static final class Cell extends ListCell<Target> {
    private final boolean withType;

    Cell(boolean withType) {
      this.withType = withType;
    }

    @Override
    protected void updateItem(Target target, boolean empty) {
      super.updateItem(target, empty);
      setText(empty || target == null ? "" : text(target));
    }

    private String text(Target target) {
      return withType && !target.equals(EntryModel.START)
          ? target.label() + " " + target.type()
          : target.label();
    }
  }
}
