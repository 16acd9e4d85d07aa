package sandglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.document.Document;

/** Dividers stay where they were put. */
@ExtendWith(ApplicationExtension.class)
class DividersTest {
  private static final String ENDS = "(module (func (export \"_start\")))";
  private static final String TRAPS = "(module (func (export \"_start\") unreachable))";

  private Stage stage;
  private WholeWindow window;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    window = WholeWindow.on(stage);
  }

  @AfterEach
  void close() {
    window.close();
    assertEquals(List.of(), window.bugs());
  }

  @Test
  void doNotWanderWithTheOutcomesThatComeAndGo() throws Exception {
    var document = window.write(ENDS);
    Thread.sleep(1_500); // until they have settled
    run(document, ENDS);
    double before = divider();
    for (int i = 0; i < 4; i++) {
      run(document, TRAPS);
      run(document, ENDS);
    }
    assertEquals(before, divider(), 0.5);
  }

  private void run(Document document, String text) {
    WholeWindow.onFx(() -> document.text().set(text));
    window.runToEnd();
    WholeWindow.onFx(() -> stage.getScene().getRoot().layout());
  }

  /** Pixels above the divider between editor and output. */
  private double divider() {
    return WholeWindow.onFx(
        () -> {
          var split = (SplitPane) stage.getScene().getRoot().lookup(".workspace");
          return split.getItems().getFirst().getLayoutBounds().getHeight();
        });
  }
}
