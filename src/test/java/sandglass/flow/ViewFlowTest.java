package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window looks, and that the keyboard reaches everything. */
class ViewFlowTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theThemeReachesEditorAndGraphs() {
    desk.click("#run");
    desk.await("graph", () -> desk.isSeen("#graph-charts"));
    double editor = brightness(".source-area");
    double charts = brightness("#graph-charts");
    desk.click("#theme");
    desk.await("another editor", () -> differ(editor, brightness(".source-area")));
    desk.await("other graphs", () -> differ(charts, brightness("#graph-charts")));
    desk.click("#theme");
    desk.await("the editor again", () -> !differ(editor, brightness(".source-area")));
    desk.await("the graphs again", () -> !differ(charts, brightness("#graph-charts")));
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > 0.4;
  }

  /** Of its ground. */
  private double brightness(String selector) {
    return desk.ask(
        () -> {
          var place = desk.find(selector, Node.class);
          var bounds = place.localToScene(place.getLayoutBounds());
          WritableImage image = desk.scene().snapshot(null);
          Color color =
              image
                  .getPixelReader()
                  .getColor((int) bounds.getMaxX() - 6, (int) bounds.getMaxY() - 3);
          return color.getBrightness();
        });
  }

  @Test
  void zoomChangesTheSizeOfText() {
    double usual = textSize();
    desk.press(KeyCode.PLUS, KeyCode.CONTROL);
    desk.await("larger text", () -> textSize() > usual);
    desk.press(KeyCode.MINUS, KeyCode.CONTROL);
    desk.press(KeyCode.MINUS, KeyCode.CONTROL);
    desk.await("smaller text", () -> textSize() < usual);
    desk.choose("zoom-reset");
    desk.await("usual text", () -> Math.abs(textSize() - usual) < 0.01);
  }

  private double textSize() {
    return desk.ask(
        () -> {
          desk.scene().getRoot().applyCss();
          return desk.find("#headline", Label.class).getFont().getSize();
        });
  }

  @Test
  void f6GoesRoundThePanes() {
    var panes = Set.of("editor-tabs", "bottom-tabs", "graph-charts", "limits", "world", "module");
    desk.act(() -> desk.editor().requestFocus());
    var met = new ArrayList<String>();
    Node first = desk.ask(() -> desk.scene().getFocusOwner());
    var owners = new LinkedHashSet<Node>();
    for (int i = 0; i < panes.size(); i++) {
      desk.press(KeyCode.F6);
      owners.add(desk.ask(() -> desk.scene().getFocusOwner()));
    }
    assertTrue(owners.size() >= panes.size() - 1, () -> owners + " " + met + first);
    desk.press(KeyCode.F6, KeyCode.SHIFT);
    assertNotEquals(first, desk.ask(() -> desk.scene().getFocusOwner()));
  }

  @Test
  void everyCommandHasAKeyOfItsOwnAndIsListedUnderHelp() {
    desk.press(KeyCode.F1);
    desk.await("help", () -> help().isPresent());
    var items = desk.ask(this::menuItems);
    var keys = new HashSet<String>();
    for (var item : items) {
      if (item.getAccelerator() != null) {
        assertTrue(keys.add(item.getAccelerator().getName()), item.getText() + " shares its key");
      }
      String row = item.getId().replace("menu-", "#help-");
      assertTrue(
          desk.ask(() -> help().orElseThrow().getScene().lookup(row) != null), row + " is missing");
    }
    assertTrue(items.size() > 20, "only " + items.size());
    desk.act(
        () ->
            ((TextInputControl) help().orElseThrow().getScene().lookup("#help-search"))
                .setText("restart nothing like it"));
    desk.await(
        "a word about finding nothing",
        () -> help().orElseThrow().getScene().lookup(".help-nothing") != null);
  }

  private List<MenuItem> menuItems() {
    return desk.find(".menu-bar", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> item.getId() != null)
        .toList();
  }

  private Optional<Window> help() {
    return Window.getWindows().stream()
        .filter(w -> w.getScene() != null && w.getScene().lookup("#help-search") != null)
        .findFirst();
  }
}
