package sandglass.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Place;
import sandglass.ui.Snapshots;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class EditorTabsTest {
  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>();
  private final TestThreads threads = new TestThreads();
  private EditorTabs tabs;
  private Scene scene;

  @Start
  void start(Stage stage) {
    tabs =
        new EditorTabs(
            open, current, document -> new Label("binary"), open::remove, threads.threads());
    scene = new Scene(tabs, 760, 560);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private Document open(FxRobot robot, Language language, String name, String text) {
    var document = Document.ofText(Document.newId(), language, name, Optional.empty(), text);
    robot.interact(
        () -> {
          open.add(document);
          current.set(document);
        });
    return document;
  }

  @Test
  void looksRight(FxRobot robot) throws IOException {
    var document =
        open(robot, Language.WAT, "sort.wat", Files.readString(Path.of("samples/sort.wat")));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> tabs.reveal(new Place(document, 20, 4, 4)));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Snapshots.save(scene, "editor-light"));
    robot.interact(() -> Theme.DARK.dress(scene));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Snapshots.save(scene, "editor-dark"));
  }
}
