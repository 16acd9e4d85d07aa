package sandglass.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.common.Notices;
import sandglass.playground.document.Document;
import sandglass.playground.document.Place;
import sandglass.playground.document.Problem;
import sandglass.playground.files.GuestFiles;
import sandglass.playground.files.SavedFiles;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.WasiCall;
import sandglass.ui.FxThreads;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class ResultPanesTest {
  @TempDir private Path folder;
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  private interface Making<T> {
    T make();
  }

  private <T extends Parent> T show(Making<T> making) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              T pane = making.make();
              var scene = new Scene(pane, 800, 300);
              Theme.LIGHT.dress(scene);
              stage.setScene(scene);
              stage.show();
              return pane;
            })
        .get();
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return ((Labeled) stage.getScene().lookup(id)).getText();
  }

  private int rows(String id) {
    return ((TableView<?>) stage.getScene().lookup(id)).getItems().size();
  }

  private static Report report(List<WasiCall> calls, long dropped) {
    var none = new Report.Captured(new byte[0], 0);
    return new Report(
        new Outcome.Exited(0),
        List.of(),
        0,
        0,
        List.of(),
        0,
        1,
        none,
        none,
        List.of(),
        calls,
        dropped,
        new Report.ModuleId(8, ""));
  }

  private static WasiCall call(String function, String errno) {
    return new WasiCall(1234, function, List.of(new WasiCall.Arg("fd", "3")), errno, "");
  }

  @Test
  void listsCallsAndFiltersThem() throws Exception {
    var calls = new ArrayList<WasiCall>();
    IntStream.range(0, 998).forEach(i -> calls.add(call("fd_write", "ESUCCESS")));
    calls.add(call("path_open", "EBADF"));
    calls.add(call("proc_exit", ""));
    var report = new SimpleObjectProperty<>(Optional.<Report>empty());
    var pane = show(() -> new CallsPane(report));
    assertTrue(text("#calls-empty").contains("when it has run"));
    assertEquals(0, pane.count().getValue());
    fx(() -> report.set(Optional.of(report(calls, 23))));
    assertEquals(1000, rows("#calls-table"));
    assertEquals(1023, pane.count().getValue());
    assertTrue(text("#calls-summary").contains("23 more were not kept"));
    fx(() -> ((ToggleButton) stage.getScene().lookup("#calls-failed-only")).fire());
    assertEquals(1, rows("#calls-table"));
    fx(() -> ((TextInputControl) stage.getScene().lookup("#calls-filter")).setText("fd_write"));
    assertEquals(0, rows("#calls-table"));
  }

  @Test
  void saysWhatToDoAboutFailedCalls() {
    assertTrue(CallHints.of(call("path_open", "EBADF")).contains("add one under World"));
    assertTrue(CallHints.of(call("random_get", "ENOTSUP")).contains("switch them on"));
    assertEquals("", CallHints.of(call("path_open", "ESUCCESS")));
  }

  @Test
  void listsLooksIntoAndSavesFiles() throws Exception {
    var changes =
        List.of(
            new FileChange("/data/gone", FileChange.Kind.DELETED, 0),
            new FileChange("/data/new.txt", FileChange.Kind.CREATED, 5));
    var content = "hello".getBytes(StandardCharsets.UTF_8);
    var files =
        new GuestFiles(
            changes,
            path ->
                path.endsWith("new.txt")
                    ? Optional.of(new ByteArrayInputStream(content))
                    : Optional.empty());
    var threads = FxThreads.create();
    var given = new SimpleObjectProperty<>(Optional.<GuestFiles>empty());
    var pane =
        show(
            () ->
                new FilesPane(
                    given,
                    threads,
                    new SavedFiles(threads, new Notices()),
                    new FilesPane.Choosers(name -> Optional.empty(), () -> Optional.of(folder))));
    fx(() -> given.set(Optional.of(files)));
    assertEquals(2, pane.count().getValue());
    var table = (TableView<?>) stage.getScene().lookup("#files-table");
    fx(() -> table.getSelectionModel().select(0));
    assertTrue(text("#preview-message").contains("deleted"));
    assertTrue(stage.getScene().lookup("#files-save").isDisabled());
    fx(() -> table.getSelectionModel().select(1));
    var preview = (TextInputControl) stage.getScene().lookup("#preview-text");
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> preview.getText().equals("hello"));
    fx(() -> ((ButtonBase) stage.getScene().lookup("#files-save-all")).fire());
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("data/new.txt")));
    fx(() -> given.set(Optional.of(GuestFiles.NONE)));
    assertTrue(text("#files-empty").contains("changed no files"));
  }

  @Test
  void leadsToProblems() throws Exception {
    var document = Document.ofText("x", Document.Language.WAT, "a.wat", Optional.empty(), "");
    var place = new Place(document, 4, 2, 1);
    var problems = FXCollections.<Problem>observableArrayList();
    var opened = new ArrayList<Place>();
    var interpreted = new ArrayList<Document>();
    var pane = show(() -> new ProblemsPane(problems, opened::add, interpreted::add));
    assertEquals("No problems", text("#problems-empty"));
    fx(() -> problems.add(new Problem(place, "unexpected token")));
    assertEquals(1, pane.count().getValue());
    var list = (ListView<?>) stage.getScene().lookup("#problems-list");
    fx(
        () -> {
          list.getSelectionModel().select(0);
          list.getFocusModel().focus(0);
          list.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    assertEquals(List.of(place), opened);
    fx(() -> problems.setAll(new Problem(place, "class definitions", true)));
    var run =
        list.lookupAll(".problem-action").stream()
            .map(Hyperlink.class::cast)
            .filter(Hyperlink::isVisible)
            .findFirst()
            .orElseThrow();
    assertEquals("Run a.wat with CPython", run.getAccessibleText());
    fx(run::fire);
    assertEquals(List.of(document), interpreted);
  }
}
