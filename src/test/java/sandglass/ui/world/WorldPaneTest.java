package sandglass.ui.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.common.TestThreads;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.WorldModel;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class WorldPaneTest {
  private WorldModel model;

  @Start
  void show(Stage stage) {
    model = new WorldModel(new TestThreads().threads());
    var pane =
        new WorldPane(
            model, () -> Optional.of(Path.of("none.txt")), () -> Optional.of(Path.of("target")));
    var scene = new Scene(pane, 340, 700);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void addsAndRemovesAVariable(FxRobot robot) {
    robot.interact(robot.lookup("#env-add").queryAs(Button.class)::fire);
    robot.interact(() -> robot.lookup(".env-name").queryAs(TextField.class).setText("LANG"));
    robot.interact(() -> robot.lookup(".env-value").queryAs(TextField.class).setText("en"));
    assertEquals(Map.of("LANG", "en"), model.environment().variables());
    robot.interact(robot.lookup(".env-remove").queryAs(Button.class)::fire);
    assertTrue(model.environment().rows().isEmpty());
    assertTrue(robot.lookup(".env-name").tryQuery().isEmpty());
  }

  @Test
  void switchesStdin(FxRobot robot) {
    var text = robot.lookup("#stdin-content").queryAs(TextInputControl.class);
    assertFalse(text.isVisible());
    robot.interact(robot.lookup("#stdin-text").queryAs(ToggleButton.class)::fire);
    assertTrue(text.isVisible());
    robot.interact(robot.lookup("#stdin-file").queryAs(ToggleButton.class)::fire);
    assertFalse(text.isVisible());
    assertEquals(StdinModel.Mode.FILE, model.stdin().mode().get());
    robot.interact(robot.lookup("#stdin-file-choose").queryAs(Button.class)::fire);
    assertEquals(
        "There is no such file; check the path",
        robot.lookup("#stdin-error").queryAs(Label.class).getText());
    assertEquals("1", robot.lookup("#world-problems").queryAs(Label.class).getText());
  }

  @Test
  void keepsAChoiceThatIsClickedAgain(FxRobot robot) {
    var virtual = robot.lookup("#clock-virtual").queryAs(ToggleButton.class);
    robot.interact(virtual::fire);
    assertTrue(virtual.isSelected());
  }

  @Test
  void grantsAFolderAtAGlance(FxRobot robot) {
    robot.interact(robot.lookup("#folder-add").queryAs(Button.class)::fire);
    assertEquals("/target", robot.lookup(".folder-guest").queryAs(TextField.class).getText());
    robot.interact(robot.lookup(".folder-mode").queryAs(ToggleButton.class)::fire);
    assertEquals("1 folder (rw)", robot.lookup("#world-summary").queryAs(Label.class).getText());
  }
}
