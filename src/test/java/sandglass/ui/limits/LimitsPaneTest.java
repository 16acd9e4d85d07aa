package sandglass.ui.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.limits.LimitsPreset;
import sandglass.sandbox.Limits;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class LimitsPaneTest {
  private final LimitsModel model = new LimitsModel();
  private final List<LimitKind> raised = new ArrayList<>();

  @Start
  void show(Stage stage) {
    var scene = new Scene(new LimitsPane(model, raised::add), 340, 500);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void saysWhatIsWrongBesideTheFieldAndKeepsTheValue(FxRobot robot) {
    var field = robot.lookup("#limit-fuel").queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText("-1");
          field.fireEvent(new ActionEvent());
        });
    var message = robot.lookup("#limit-fuel-error").queryAs(Label.class);
    assertTrue(message.isVisible());
    assertTrue(message.getText().contains("100M stays"), message.getText());
    assertEquals(Limits.DEFAULT, model.value().get());
  }

  @Test
  void movesTheFieldWithTheSlider(FxRobot robot) {
    var slider = robot.lookup("#limit-memory-slider").queryAs(Slider.class);
    robot.interact(() -> slider.setValue(0));
    assertEquals("64KiB", robot.lookup("#limit-memory").queryAs(TextField.class).getText());
    robot.interact(() -> model.field(LimitKind.MEMORY).step(100));
    assertEquals(1, slider.getValue());
  }

  @Test
  void setsAPreset(FxRobot robot) {
    var menu = robot.lookup("#limits-preset").queryAs(MenuButton.class);
    robot.interact(() -> menu.getItems().get(1).fire());
    assertEquals(LimitsPreset.STRICT.limits(), model.value().get());
    assertEquals("Strict", menu.getText());
    robot.interact(() -> model.field(LimitKind.FUEL).step(1));
    assertEquals("Custom", menu.getText());
  }

  @Test
  void offersToRaiseWhatWasReached(FxRobot robot) {
    var raise = robot.lookup("#limit-fuel-raise").queryAs(Button.class);
    robot.interact(() -> model.markReached(Optional.of(LimitKind.FUEL)));
    assertEquals("Raise to 1G and run again", raise.getText());
    assertTrue(raise.getParent().isVisible());
    robot.interact(raise::fire);
    assertEquals(List.of(LimitKind.FUEL), raised);
    robot.interact(() -> model.raise(LimitKind.FUEL));
    assertFalse(raise.getParent().isVisible());
  }

  @Test
  void opensTheRestWhereSomethingWasReached(FxRobot robot) {
    var more = robot.lookup("#limits-more").queryAs(ToggleButton.class);
    assertFalse(more.isSelected());
    robot.interact(() -> model.markReached(Optional.of(LimitKind.OUTPUT)));
    assertTrue(more.isSelected());
  }
}
