package sandglass.ui.module;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.program.SourceError;
import sandglass.sandbox.Limits;
import sandglass.sandbox.PlainText;

/** What the tab of a binary shows: the module, with room for all that is in it. */
public final class ModulePage extends StackPane {
  private static final Set<String> OPEN =
      Set.of("Imports", "Exports", "Memories", "Code and data", "Sections", "Made with");

  private final Document document;
  private final ObservableValue<Limits> limits;
  private final Threads.Latest outlines;
  private final ModuleItems items = new ModuleItems(OPEN);
  private final TextField filter = new FilterField();
  private final ModuleHeader header;
  private final VBox content;

  /**
   * @param limits what it would run under; followed while the page is in a scene
   */
  public ModulePage(Document document, ObservableValue<Limits> limits, ModuleActions actions) {
    this.document = document;
    this.limits = limits.when(sceneProperty().isNotNull());
    outlines = actions.threads().latest();
    setId("module-page");
    getStyleClass().add("module-page");
    header = new ModuleHeader(actions, true, () -> filter.setText(ModuleRow.NOT_OFFERED));
    filter.textProperty().subscribe(items::filter);
    filter.setMaxWidth(320);
    var table = new ModuleTable(items.root(), actions.call());
    VBox.setVgrow(table, Priority.ALWAYS);
    var filterBox = new VBox(filter);
    filterBox.getStyleClass().add("filter-box");
    content = new VBox(header, filterBox, table);
    content.getStyleClass().add("module-content");
    document.build().subscribe(build -> refresh());
    this.limits.subscribe((was, now) -> refresh());
  }

  /** Pages for the tabs of binaries. */
  public static Function<Document, Node> pages(
      ObservableValue<Limits> limits, ModuleActions actions) {
    return document -> new ModulePage(document, limits, actions);
  }

  private void refresh() {
    switch (document.build().get()) {
      case Build.Pending pending -> state("module-loading", loading(), "Loading the module…");
      case Build.Good good -> show(good);
      case Build.Failed failed ->
          state("module-refused", new FontIcon("fth-alert-octagon"), messages(failed));
      case Build.Refused refused ->
          state(
              "module-refused",
              new FontIcon("fth-alert-octagon"),
              PlainText.message(refused.reason()));
    }
  }

  private static String messages(Build.Failed failed) {
    return failed.errors().stream()
        .limit(5)
        .map(SourceError::message)
        .map(PlainText::message)
        .collect(Collectors.joining("\n"));
  }

  private void show(Build.Good good) {
    var under = limits.getValue();
    outlines.background(
        () -> ModuleOutline.of(good.module(), under),
        outline -> {
          header.show(good, under, outline);
          items.show(outline.sections());
          getChildren().setAll(content);
        });
  }

  private static Node loading() {
    var indicator = new ProgressIndicator();
    indicator.setAccessibleText("Loading");
    return indicator;
  }

  private void state(String id, Node icon, String message) {
    outlines.cancel();
    var name = new Label(PlainText.message(document.name().get()));
    name.getStyleClass().add("module-state-name");
    var text = new Label(message);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("module-state-text");
    var box = new VBox(icon, name, text);
    box.setId(id);
    box.getStyleClass().addAll("module-state", id);
    getChildren().setAll(box);
  }
}
