package sandglass.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.Command;
import sandglass.ui.Snapshots;

@ExtendWith(ApplicationExtension.class)
class HelpDialogTest {
  private Scene scene;
  private HelpDialog dialog;

  private static Command command(String id, String text, String help, String... keys) {
    return new Command(
        id, text, "", List.of(keys), help, new SimpleBooleanProperty(true), () -> {});
  }

  @Start
  void start(Stage stage) {
    scene = new Scene(new VBox(), 900, 700);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void open(FxRobot robot) {
    var groups = new LinkedHashMap<String, List<Command>>();
    groups.put(
        "Run",
        List.of(
            command("run", "Run", "Runs what is in front.", "Shortcut+Enter", "F5"),
            command("stop", "Stop", "Stops the run within a quarter of a second.", "Shift+F5")));
    groups.put("File", List.of(command("export", "Save module…", "Writes the binary.")));
    robot.interact(
        () -> {
          dialog = new HelpDialog(scene.getWindow(), groups);
          dialog.show();
        });
  }

  @Test
  void listsKeysAsThePlatformWritesThem(FxRobot robot) {
    var run = command("run", "Run", "", "Shortcut+Enter", "F5");
    String first = KeyCombination.valueOf("Shortcut+Enter").getDisplayText();
    assertEquals(List.of(first, "F5"), HelpDialog.keys(run));
    open(robot);
    assertTrue(robot.lookup(first).tryQuery().isPresent());
    assertTrue(robot.lookup("#help-export").tryQuery().isPresent());
    robot.interact(dialog::close);
  }

  @Test
  void findsCommandsByWordsAndKeys(FxRobot robot) {
    open(robot);
    var search = robot.lookup("#help-search").<TextField>query();
    robot.interact(() -> search.setText("QUARTER"));
    assertTrue(robot.lookup("#help-stop").tryQuery().isPresent());
    assertTrue(robot.lookup("#help-run").tryQuery().isEmpty());
    robot.interact(() -> search.setText("enter"));
    assertTrue(robot.lookup("#help-run").tryQuery().isPresent());
    assertTrue(robot.lookup("#help-stop").tryQuery().isEmpty());
    robot.interact(() -> search.setText("nothing like it"));
    assertTrue(robot.lookup("No command matches this search.").tryQuery().isPresent());
    robot.interact(dialog::close);
  }

  @Test
  void looksRightInBothThemes(FxRobot robot) {
    for (var theme : Theme.values()) {
      robot.interact(() -> theme.dress(scene));
      open(robot);
      robot.interact(() -> Snapshots.save(dialog.getDialogPane().getScene(), "help-" + theme));
      assertEquals(
          scene.getStylesheets(), dialog.getDialogPane().getStylesheets(), theme.toString());
      robot.interact(dialog::close);
    }
  }
}
