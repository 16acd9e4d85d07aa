package sandglass.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.ui.Snapshots;

@ExtendWith(ApplicationExtension.class)
class ErrorDialogTest {
  private Scene scene;
  private ErrorDialog errors;

  @Start
  void start(Stage stage) {
    scene = new Scene(new VBox(), 900, 700);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
    errors = new ErrorDialog(() -> stage);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.lookup("#fault-continue").tryQuery().ifPresent(robot::clickOn);
  }

  @Test
  void showsAFaultOfAnyThread(FxRobot robot) throws Exception {
    var thread =
        new Thread(
            () -> {
              throw new IllegalStateException("the glass is broken");
            });
    thread.setUncaughtExceptionHandler(errors);
    thread.start();
    thread.join();
    await(robot, "#fault-trace");
    String trace = robot.lookup("#fault-trace").<TextArea>query().getText();
    assertTrue(trace.startsWith("java.lang.IllegalStateException: the glass is broken\n\tat "));
  }

  @Test
  void countsWhatComesMeanwhile(FxRobot robot) throws Exception {
    for (int i = 0; i < 1_000; i++) {
      errors.show(new IllegalStateException("again"));
    }
    await(robot, "#fault-count");
    var count = robot.lookup("#fault-count").<Label>query();
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> count.getText().startsWith("999 more"));
    assertTrue(count.isVisible());
    assertEquals(2, Window.getWindows().size());
  }

  @Test
  void opensAgainOnceItIsClosed(FxRobot robot) throws Exception {
    errors.show(new IllegalStateException("first"));
    await(robot, "#fault-continue");
    assertFalse(robot.lookup("#fault-count").query().isVisible());
    robot.clickOn("#fault-continue");
    errors.show(new IllegalStateException("second"));
    await(robot, "#fault-trace");
    assertTrue(robot.lookup("#fault-trace").<TextArea>query().getText().contains("second"));
  }

  @Test
  void copiesWhatAReportNeeds(FxRobot robot) throws Exception {
    errors.show(new IllegalStateException("copied"));
    await(robot, "#fault-copy");
    robot.clickOn("#fault-copy");
    var text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    assertTrue(text[0].startsWith("Sandglass "), text[0]);
    assertTrue(text[0].contains("\nJava " + System.getProperty("java.version")), text[0]);
    assertTrue(text[0].contains("IllegalStateException: copied"), text[0]);
    assertTrue(robot.lookup("#fault-trace").tryQuery().isPresent(), "still open");
  }

  @Test
  void looksRightInBothThemes(FxRobot robot) throws Exception {
    for (var theme : Theme.values()) {
      robot.interact(() -> theme.dress(scene));
      errors.show(new IllegalStateException("a fault to look at"));
      errors.show(new IllegalStateException("another"));
      await(robot, "#fault-trace");
      var dialog = robot.lookup("#fault-trace").query().getScene();
      robot.interact(() -> Snapshots.save(dialog, "fault-" + theme));
      assertTrue(dialog.getWindow().isShowing());
      robot.clickOn("#fault-continue");
    }
  }

  private static void await(FxRobot robot, String id) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(id).tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
