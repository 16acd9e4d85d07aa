package sandglass.ui.module;

import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.sandbox.Limits;

/** The Module pane: what is in the module that would run, in a narrow column. */
public final class ModulePane extends StackPane {
  private final ObservableValue<Optional<Build.Good>> module;
  private final ObservableValue<Limits> limits;
  private final Threads.Latest outlines;
  private final ModuleItems items = new ModuleItems(Set.of("Imports", "Exports", "Memories"));
  private final TextField filter = new FilterField();
  private final ModuleHeader header;
  private final VBox content;
  private final VBox nothing;

  /**
   * A pane that follows both values for as long as they live.
   *
   * @param module the module that would run now
   * @param limits what it would run under
   */
  public ModulePane(
      ObservableValue<Optional<Build.Good>> module,
      ObservableValue<Limits> limits,
      ModuleActions actions) {
    this.module = module;
    this.limits = limits;
    outlines = actions.threads().latest();
    setId("module-pane");
    getStyleClass().add("module-pane");
    header = new ModuleHeader(actions, false, () -> filter.setText(ModuleRow.NOT_OFFERED));
    var tree = new TreeView<>(items.root());
    tree.setId("module-tree");
    tree.setShowRoot(false);
    tree.setAccessibleText("What is in the module");
    tree.getStyleClass().addAll("module-tree", "dense");
    tree.setCellFactory(view -> new ModuleRowCell(actions.call()));
    tree.setOnKeyPressed(
        event -> {
          var selected = tree.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null) {
            selected.getValue().callable().ifPresent(actions.call());
          }
        });
    filter.textProperty().subscribe(items::filter);
    var none = new Label("Nothing in this module matches");
    none.setId("module-no-match");
    none.getStyleClass().add("module-empty-text");
    none.setMouseTransparent(true);
    none.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(items.root().getChildren()));
    var list = new StackPane(tree, none);
    VBox.setVgrow(list, Priority.ALWAYS);
    content = new VBox(header, filterBox(), list);
    content.getStyleClass().add("module-content");
    nothing = nothing();
    getChildren().setAll(nothing, content);
    module.subscribe(good -> refresh());
    limits.subscribe((was, now) -> refresh());
  }

  private VBox filterBox() {
    var box = new VBox(filter);
    box.getStyleClass().add("filter-box");
    return box;
  }

  private static VBox nothing() {
    var text = new Label("No module yet. It appears here when the text compiles.");
    text.setWrapText(true);
    text.getStyleClass().add("module-empty-text");
    var box = new VBox(new FontIcon("fth-package"), text);
    box.setId("module-empty");
    box.getStyleClass().add("module-empty");
    return box;
  }

  private void refresh() {
    var good = module.getValue();
    var under = limits.getValue();
    if (good.isEmpty()) {
      outlines.cancel();
      showContent(false);
      return;
    }
    outlines.background(
        () -> ModuleOutline.of(good.get().module(), under),
        outline -> {
          header.show(good.get(), under, outline);
          items.show(outline.sections());
          showContent(true);
        });
  }

  private void showContent(boolean some) {
    content.setVisible(some);
    nothing.setVisible(!some);
  }
}
