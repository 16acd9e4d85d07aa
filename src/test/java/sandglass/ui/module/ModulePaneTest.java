package sandglass.ui.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.common.Notices;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.playground.document.TestBuilds;
import sandglass.playground.files.ModuleExport;
import sandglass.program.Program;
import sandglass.sandbox.Limits;
import sandglass.ui.FxThreads;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class ModulePaneTest {
  private final ObjectProperty<Optional<Build.Good>> module =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Limits> limits = new SimpleObjectProperty<>(Limits.DEFAULT);
  private final List<String> copied = new ArrayList<>();
  private final ModuleActions actions =
      new ModuleActions(
          FxThreads.create(),
          new ModuleExport(FxThreads.create(), new Notices(), copied::add),
          name -> Optional.empty(),
          export -> {});
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
    show(new ModulePane(module, limits, actions), 220);
  }

  private void show(Parent node, double width) {
    var scene = new Scene(node, width, 600);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void give(Build.Good good) {
    fx(() -> module.set(Optional.of(good)));
    await(() -> text("#module-name").equals(good.program().name()));
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return stage.getScene().lookup(id) instanceof Label label ? label.getText() : "";
  }

  private void filter(String text) {
    fx(() -> ((TextField) stage.getScene().lookup("#module-filter")).setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private TreeView<ModuleRow> tree() {
    return (TreeView<ModuleRow>) stage.getScene().lookup("#module-tree");
  }

  private static List<ModuleRow> leaves(TreeItem<ModuleRow> item) {
    return item.isLeaf()
        ? List.of(item.getValue())
        : item.getChildren().stream().flatMap(child -> leaves(child).stream()).toList();
  }

  @Test
  void saysThatThereIsNoModuleYet() {
    assertTrue(stage.getScene().lookup("#module-empty").isVisible());
  }

  @Test
  void saysWhatAModuleIs() throws Exception {
    give(Modules.sample("rust-primes.wasm"));
    assertEquals("Command: runs as it is", text("#module-kind"));
    assertEquals("Binary", text("#module-source"));
    assertEquals("77.7 KiB of 50 MiB", text("#module-size"));
    assertFalse(stage.getScene().lookup("#module-problems").isVisible());
    var sections = tree().getRoot().getChildren().stream().map(i -> i.getValue().name()).toList();
    assertEquals(List.of("Imports", "Exports", "Memories"), sections.subList(0, 3));
  }

  @Test
  void marksWhatTheSandboxWillReject() throws Exception {
    give(Modules.unsupported());
    assertTrue(stage.getScene().lookup("#module-problems").isVisible());
    ButtonBase show = (ButtonBase) stage.getScene().lookup("#show-unsupported");
    fx(show::fire);
    WaitForAsyncUtils.waitForFxEvents();
    var marked = leaves(tree().getRoot());
    assertTrue(marked.stream().allMatch(ModuleRow::problem), marked.toString());
    assertTrue(marked.getFirst().note().endsWith("did you mean fd_write?"));
  }

  @Test
  void followsTheLimits() throws Exception {
    give(Modules.sample("hello.wat"));
    fx(() -> limits.set(Limits.DEFAULT.withModuleBytes(100)));
    await(() -> text("#module-size").contains("above the limit of 100 bytes"));
    assertTrue(stage.getScene().lookup("#module-problems").isVisible());
  }

  @Test
  void showsHarmfulNamesInPrint() throws Exception {
    give(Modules.unsupported());
    var names = leaves(tree().getRoot()).stream().map(ModuleRow::name).toList();
    assertTrue(names.contains("bidi \\u{202e}\\u{1b}[31m name"), names.toString());
  }

  @Test
  void takes5000ImportsWithFewCells() throws Exception {
    String imports =
        IntStream.range(0, 5000)
            .mapToObj(i -> "(import \"env\" \"f" + i + "\" (func))")
            .collect(Collectors.joining("\n"));
    give(Modules.wat("many.wat", "(module " + imports + ")"));
    assertEquals(5000, leaves(tree().getRoot().getChildren().getFirst()).size());
    assertTrue(tree().lookupAll(".module-row").size() < 200);
    filter("F4999");
    assertEquals(List.of("f4999"), leaves(tree().getRoot()).stream().map(ModuleRow::name).toList());
    filter("nowhere");
    assertTrue(stage.getScene().lookup("#module-no-match").isVisible());
  }

  @Test
  void copiesTheDigest() throws Exception {
    var good = Modules.sample("hello.wat");
    give(good);
    fx(() -> ((ButtonBase) stage.getScene().lookup("#module-digest")).fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(good.module().sha256()), copied);
  }

  @Test
  void showsAPageThatLoadsThenShowsOrRefuses() throws Exception {
    var document =
        Document.ofBinary(
            "x", "x.wasm", Optional.empty(), new Program("x.wasm", new byte[8], Optional.empty()));
    fx(() -> show(new ModulePage(document, limits, actions), 900));
    await(() -> stage.getScene().lookup("#module-loading") != null);
    fx(() -> TestBuilds.built(document, new Build.Refused("too large; raise the module limit")));
    await(() -> stage.getScene().lookup("#module-refused") != null);
    var good = Modules.sample("c-word-count.wasm");
    fx(() -> TestBuilds.built(document, good));
    await(() -> stage.getScene().lookup("#module-table") != null);
    var table = (TreeTableView<?>) stage.getScene().lookup("#module-table");
    assertTrue(table.getExpandedItemCount() > 10);
  }
}
