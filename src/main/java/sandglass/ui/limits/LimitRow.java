package sandglass.ui.limits;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.limits.LimitField;
import sandglass.playground.limits.LimitKind;
import sandglass.ui.common.FieldMessage;

/** One limit: name, slider, field; what is wrong with it; whether the last run reached it. */
final class LimitRow extends VBox {
  private static final int PAGE = 3;

  private final LimitField field;
  private final String id;
  private final TextField text = new TextField();
  private final Slider slider = new Slider(0, 1, 0);
  private final Tooltip tooltip = new Tooltip();
  private boolean showing;

  LimitRow(LimitField field, Consumer<LimitKind> raiseAndRun) {
    this.field = field;
    String name = field.kind().name().toLowerCase(Locale.ROOT);
    id = "limit-" + name;
    getStyleClass().addAll("limit-row", "limit-" + name);
    var label = new Label(field.label());
    label.getStyleClass().add("limit-label");
    label.setLabelFor(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    label.setTooltip(tooltip);
    makeSlider();
    makeText();
    var line = new HBox(label, slider, text, resetButton());
    line.getStyleClass().add("limit-line");
    HBox.setHgrow(slider, Priority.ALWAYS);
    var message =
        Bindings.createStringBinding(
            () ->
                field.error().get().isEmpty()
                    ? ""
                    : field.error().get() + ". " + field.compactText() + " stays.",
            field.error(),
            field.value());
    getChildren()
        .addAll(line, new FieldMessage(id + "-error", message, text), reachedStrip(raiseAndRun));
    field.value().subscribe(value -> show());
  }

  private void makeSlider() {
    slider.setId(id + "-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.getStyleClass().add(Styles.SMALL);
    slider.setTooltip(tooltip);
    slider.valueProperty().addListener((property, before, now) -> slide(now.doubleValue()));
    slider.valueChangingProperty().addListener(property -> show());
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The slider's own steps are even ones; here they are from one round value to the next. */
  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, UP, KP_RIGHT, KP_UP -> field.step(1);
      case LEFT, DOWN, KP_LEFT, KP_DOWN -> field.step(-1);
      case PAGE_UP -> field.step(PAGE);
      case PAGE_DOWN -> field.step(-PAGE);
      case HOME -> field.slide(0);
      case END -> field.slide(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void makeText() {
    text.setId(id);
    text.getStyleClass().addAll("mono", "limit-field", Styles.SMALL);
    text.setAccessibleText(field.label() + " limit");
    text.textProperty().bindBidirectional(field.text());
    text.setTooltip(tooltip);
    text.setOnAction(event -> field.commit());
    text.focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (!focused) {
                field.commit();
              }
            });
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            field.commit();
            field.step(event.getCode() == KeyCode.UP ? 1 : -1);
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE
              && !text.getText().equals(field.compactText())) {
            field.revert();
            event.consume();
          }
        });
  }

  private Button resetButton() {
    var reset = new Button("", new FontIcon("fth-rotate-ccw"));
    reset.setId(id + "-reset");
    reset.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "small-icon");
    reset.setAccessibleText("Reset the " + field.label() + " limit");
    reset.setTooltip(new Tooltip("Back to the default"));
    reset.visibleProperty().bind(field.modified());
    reset.setOnAction(event -> field.reset());
    return reset;
  }

  private VBox reachedStrip(Consumer<LimitKind> raiseAndRun) {
    var icon = new FontIcon("fth-alert-triangle");
    var says = new Label("The last run came up against this.", icon);
    says.setWrapText(true);
    var raise = new Button();
    raise.setId(id + "-raise");
    raise.getStyleClass().add(Styles.SMALL);
    raise.managedProperty().bind(raise.visibleProperty());
    raise.setOnAction(event -> raiseAndRun.accept(field.kind()));
    var strip = new VBox(says, raise);
    strip.setId(id + "-reached");
    strip.getStyleClass().add("limit-reached");
    strip.managedProperty().bind(strip.visibleProperty());
    field
        .reached()
        .subscribe(
            reached -> {
              strip.setVisible(reached);
              raise.setVisible(field.raisedText().isPresent());
              raise.setText("Raise to " + field.raisedText().orElse("") + " and run again");
            });
    return strip;
  }

  private void slide(double position) {
    if (!showing) {
      field.slide(position);
      show();
    }
  }

  /** While it is being dragged the thumb stays under the mouse; afterwards it goes to its value. */
  private void show() {
    if (!slider.isValueChanging()) {
      showing = true;
      slider.setValue(field.position());
      showing = false;
    }
    slider.setAccessibleText(field.label() + " slider, at " + field.compactText());
    tooltip.setText(field.help() + "\n\nNow " + field.fullText() + ".");
  }
}
