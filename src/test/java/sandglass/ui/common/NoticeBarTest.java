package sandglass.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.ui.Snapshots;

@ExtendWith(ApplicationExtension.class)
class NoticeBarTest {
  private final Notices notices = new Notices();
  private NoticeBar bar;
  private Scene scene;

  @Start
  void start(Stage stage) {
    bar = new NoticeBar(notices);
    scene = new Scene(new VBox(bar), 800, 160);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void takesNoRoomWithoutANotice(FxRobot robot) {
    assertFalse(bar.isManaged());
    robot.interact(() -> notices.error("Something failed."));
    assertTrue(bar.isManaged());
    assertEquals("Error: Something failed.", bar.getAccessibleText());
    assertEquals("Something failed.", robot.lookup("#notice-text").<Label>query().getText());
    robot.interact(notices::clear);
    assertFalse(bar.isVisible());
  }

  @Test
  void doesWhatHelpsAndCloses(FxRobot robot) {
    var done = new ArrayList<String>();
    var fix = new Notice.Fix("Try again", () -> done.add("again"));
    robot.interact(() -> notices.show(new Notice(Notice.Kind.ERROR, "No.", List.of(fix))));
    robot.clickOn("Try again");
    assertEquals(List.of("again"), done);
    assertEquals(Optional.empty(), notices.shown().get());
  }

  @Test
  void closesByItsButtonAndByEscape(FxRobot robot) {
    robot.interact(() -> notices.info("Saved."));
    robot.clickOn("#notice-close");
    assertFalse(bar.isVisible());
    robot.interact(
        () -> {
          notices.info("Saved.");
          robot.lookup("#notice-close").query().requestFocus();
        });
    robot.push(KeyCode.ESCAPE);
    assertFalse(bar.isVisible());
  }

  @Test
  void showsAtMostThreeLines(FxRobot robot) {
    robot.interact(() -> notices.info("One line."));
    robot.interact(() -> scene.getRoot().layout());
    double one = bar.getHeight();
    robot.interact(() -> notices.info("word ".repeat(100_000)));
    robot.interact(() -> scene.getRoot().layout());
    assertTrue(bar.getHeight() > one && bar.getHeight() < 3.5 * one, bar.getHeight() + " " + one);
  }

  @Test
  void looksRightInBothThemes(FxRobot robot) {
    String words =
        "The folder \"data\" could not be read, because one of its files is larger than the limit"
            + " of 256 MiB on files. Raise that limit under Limits, or choose a smaller folder.";
    var fixes =
        List.of(
            new Notice.Fix("Raise files to 512 MiB", () -> {}), new Notice.Fix("Retry", () -> {}));
    for (var theme : Theme.values()) {
      for (var kind : Notice.Kind.values()) {
        robot.interact(
            () -> {
              theme.dress(scene);
              notices.show(new Notice(kind, words, fixes));
            });
        robot.interact(() -> Snapshots.save(scene, "notice-" + theme + "-" + kind));
        assertTrue(bar.getHeight() > 0);
      }
    }
  }
}
