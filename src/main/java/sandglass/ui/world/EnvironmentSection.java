package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sandglass.playground.world.EnvVariable;
import sandglass.playground.world.EnvironmentModel;
import sandglass.ui.common.FieldMessage;

/** The environment: a small table. */
final class EnvironmentSection {
  private final EnvironmentModel model;
  private final VBox rows;
  private final Node add;

  EnvironmentSection(EnvironmentModel model) {
    this.model = model;
    rows = Section.rows(model.rows(), this::row);
    rows.setId("env-rows");
    add = Section.addButton("env-add", "Variable", this::add);
  }

  Section section() {
    return new Section("Env", new HBox(add), rows);
  }

  private void add() {
    if (model.hasRoom()) {
      model.add();
      rows.getChildren().getLast().lookup(".env-name").requestFocus();
    }
  }

  private void remove(EnvVariable variable) {
    model.remove(variable);
    add.requestFocus();
  }

  private Node row(EnvVariable variable) {
    var enabled = new CheckBox();
    enabled.selectedProperty().bindBidirectional(variable.enabled());
    enabled.setAccessibleText("Give this variable to the guest");
    enabled.setTooltip(new Tooltip("Give this variable to the guest"));
    var name = field("env-name", "Name", "Name of the variable");
    name.textProperty().bindBidirectional(variable.name());
    var value = field("env-value", "value", "Value of the variable");
    value.textProperty().bindBidirectional(variable.value());
    name.setOnAction(event -> value.requestFocus());
    value.setOnAction(event -> add());
    var equals = new Label("=");
    equals.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
    var remove = Section.iconButton(null, "fth-x", "Remove this variable", () -> remove(variable));
    remove.getStyleClass().add("env-remove");
    var line = new HBox(enabled, name, equals, value, remove);
    line.getStyleClass().add("env-line");
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(value, Priority.ALWAYS);
    return new VBox(line, new FieldMessage(null, variable.error(), name));
  }

  private static TextField field(String style, String prompt, String accessible) {
    var field = new TextField();
    field.getStyleClass().addAll("mono", Styles.SMALL, style);
    field.setPromptText(prompt);
    field.setAccessibleText(accessible);
    return field;
  }
}
