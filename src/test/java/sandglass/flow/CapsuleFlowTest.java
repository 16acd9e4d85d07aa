package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Content;
import sandglass.capsule.Expected;
import sandglass.capsule.GivenFolder;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/** Runs that came from elsewhere, brought to the window and done again. */
class CapsuleFlowTest {
  private static final String DIVIDE =
      """
      (module
        (memory (export "memory") 1)
        (func (export "_start") (drop (i32.div_s (i32.const 1) (i32.const 0)))))
      """;

  @TempDir Path home;
  @TempDir Path files;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String failed(String kind) {
    var none = Optional.<String>empty();
    var expected =
        new Expected(
            Optional.of(kind),
            Optional.empty(),
            none,
            Optional.empty(),
            OptionalLong.empty(), // after a trap it is not exact
            OptionalLong.empty(),
            Optional.empty(),
            Optional.of((Content.Here) Content.NONE),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            none);
    var data =
        new GivenFolder(
            "/data",
            true,
            new GivenFolder.Files.Here(
                List.of(new GivenFolder.Item.File("a", (Content.Here) Content.of("text")))));
    var world =
        new GivenWorld(
            List.of("x"), Map.of(), Content.NONE, List.of(data), Clock.VIRTUAL, Random.seeded(0));
    return CapsuleWriter.write(
        new CapsuleFile(
            "divide.wat",
            new CapsuleFile.Code.Wat(DIVIDE),
            Entry.START,
            Limits.DEFAULT.withFuel(1_000),
            world,
            Engine.COMPILED,
            Optional.of(expected)));
  }

  @Test
  void aFailedCallThatWasRecordedRunsAgainAsExpected() throws Exception {
    Path file =
        Files.writeString(
            files.resolve("20261126-174501-0007-code_executor-trapped.sandglass.json"),
            failed("trapped"));
    desk.drop(file);
    desk.await("its tab", () -> desk.front().equals("divide.wat"));
    desk.await("what was set", () -> desk.notice().startsWith("Set from the capsule: fuel 1,000"));
    assertTrue(desk.ask(() -> desk.shown("#folder-rows")).contains("1 file, 4 bytes"));
    desk.click("#run");
    desk.awaitStatus(status -> status.startsWith("trapped"), "trapped");
    desk.await("the comparison", () -> !desk.shown("#expected-bar").isEmpty());
    assertTrue(
        desk.says("#expected-bar-sentence").startsWith("As expected"),
        desk.says("#expected-bar-sentence"));

    desk.write(DIVIDE.replace("(i32.const 0)", "(i32.const 1)"));
    desk.click("#run");
    desk.awaitStatus("exited 0");
    desk.await("it differs", () -> desk.says("#expected-bar-sentence").startsWith("Not as"));
    desk.click("#expected-show");
    desk.await("both sides", () -> desk.shown("#expected-sides").contains("trapped"));
    assertTrue(desk.ask(() -> desk.tabs("#bottom-tabs")).toString().contains("Expected ("));
    desk.openSample("hello");
    desk.await("no such tab", () -> !desk.tabs("#bottom-tabs").toString().contains("Expected"));
  }

  @Test
  void theShareMenuHandsARunOn() throws Exception {
    desk.openSample("hello");
    List<String> items =
        desk.ask(
            () ->
                desk.find("#share-menu", MenuButton.class).getItems().stream()
                    .map(item -> String.valueOf(item.getText()))
                    .toList());
    assertTrue(items.contains("Copy as wasmtime line"), items.toString());
    desk.choose("share-capsule");
    desk.await("a copy", () -> desk.notice().equals("The capsule was copied."));
    String capsule = desk.ask(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(capsule.contains("\"sandglass\": \"capsule\""), capsule);
    int before = desk.ask(() -> desk.tabs("#editor-tabs").size());
    desk.choose("open-clipboard");
    desk.await("a tab", () -> desk.tabs("#editor-tabs").size() == before + 1);
    desk.click("#run");
    desk.awaitStatus("exited 0");
  }

  @Test
  void aFolderOfCapsulesIsListedWhileItGrows() throws Exception {
    desk.act(() -> desk.playground().recorded().open(files));
    desk.await("the pane", () -> desk.tabs("#bottom-tabs").contains("Capsules"));
    Files.writeString(
        files.resolve("20261126-174501-0007-code_executor-trapped.sandglass.json"),
        failed("trapped"));
    desk.await("a row", () -> desk.tabs("#bottom-tabs").contains("Capsules (1)"));
    desk.await("what is in it", () -> desk.shown("#recorded-table").contains("divide.wat"));
    desk.act(
        () -> {
          var table = desk.find("#recorded-table", TableView.class);
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    desk.press(KeyCode.ENTER);
    desk.await("its tab", () -> desk.front().equals("divide.wat"));
    desk.click("#recorded-close");
    desk.await("no pane", () -> !desk.tabs("#bottom-tabs").toString().contains("Capsules"));
  }

  @Test
  void anEditedCapsuleSurvivesACloseWithItsWorld() throws Exception {
    Path file = Files.writeString(files.resolve("d.sandglass.json"), failed("trapped"));
    desk.drop(file);
    desk.await("its tab", () -> desk.front().equals("divide.wat"));
    desk.write("(module) ;; edited");
    desk.await("a mark", () -> desk.front().startsWith("divide.wat \u25CF"));
    desk.close();
    desk = Desk.open(home);
    desk.await("its tab", () -> desk.front().startsWith("divide.wat \u25CF"));
    assertEquals("(module) ;; edited", desk.ask(() -> desk.editor().getText()));
    assertTrue(desk.ask(() -> desk.shown("#folder-rows")).contains("1 file, 4 bytes"));
    desk.choose("save");
    desk.await("it is saved", () -> desk.notice().startsWith("Saved as d.sandglass.json"));
    String saved = Files.readString(file);
    assertTrue(saved.contains(";; edited") && saved.contains("\"/data\""), saved);
    assertFalse(saved.contains("\"expected\""), "of another program");
  }
}
