package sandglass.ui.module;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.document.Build;
import sandglass.playground.files.ModuleExport;
import sandglass.program.ModuleInspection;
import sandglass.program.ModuleInspection.Kind;
import sandglass.sandbox.Limits;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.Quantities;

/** What a module is, in a few lines, with what can be done with it and what is wrong with it. */
final class ModuleHeader extends VBox {
  private final ModuleActions actions;
  private final Label name = new Label();
  private final Label kind = new Label();
  private final Label source = new Label();
  private final Label size = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button digest = new Button("", new FontIcon("fth-copy"));
  private final VBox problems = new VBox();
  private final Runnable showUnsupported;
  private final MenuItem saveText =
      item("save-wat", "Save as .wat…", "fth-file-text", this::saveText);
  private Build.Good shown;

  /**
   * @param wide buttons in place of a menu, and facts side by side
   * @param showUnsupported leads to the imports that are not offered
   */
  ModuleHeader(ModuleActions actions, boolean wide, Runnable showUnsupported) {
    this.actions = actions;
    this.showUnsupported = showUnsupported;
    getStyleClass().add("module-header");
    name.setId("module-name");
    name.getStyleClass().add(wide ? Styles.TITLE_2 : Styles.TEXT_BOLD);
    name.setMinWidth(0);
    kind.setId("module-kind");
    kind.setWrapText(true);
    kind.setMinHeight(USE_PREF_SIZE);
    source.setId("module-source");
    source.getStyleClass().add(Styles.TEXT_MUTED);
    size.setId("module-size");
    bar.setId("module-size-bar");
    bar.getStyleClass().add(Styles.SMALL);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Size against the module limit");
    digest.setId("module-digest");
    digest.getStyleClass().addAll("module-digest", "mono", Styles.FLAT, Styles.SMALL);
    digest.setOnAction(event -> copyDigest());
    problems.getStyleClass().add("module-problems");
    problems.setId("module-problems");
    lay(wide);
  }

  private void lay(boolean wide) {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var title = new HBox(name, spring);
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("module-title");
    if (wide) {
      title
          .getChildren()
          .addAll(
              button("copy-base64", "Copy as base64", "fth-clipboard", this::copyBase64),
              button("save-wasm", "Save as .wasm…", "fth-download", this::save));
      bar.setPrefWidth(120);
      var sizes = new HBox(size, bar);
      sizes.setAlignment(Pos.CENTER_LEFT);
      sizes.getStyleClass().addAll("module-size", "wide");
      var facts = new FlowPane(kind, source, sizes, digest);
      facts.getStyleClass().add("module-facts");
      facts.setRowValignment(VPos.CENTER);
      getChildren().setAll(title, facts, problems);
    } else {
      title.getChildren().add(menu());
      var sizes = new VBox(size, bar);
      sizes.getStyleClass().add("module-size");
      getChildren().setAll(title, kind, source, sizes, digest, problems);
    }
  }

  private static Button button(String id, String text, String icon, Runnable action) {
    var button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private MenuButton menu() {
    var menu =
        new MenuButton(
            "",
            new FontIcon("fth-more-horizontal"),
            item("copy-base64", "Copy as base64", "fth-clipboard", this::copyBase64),
            item("save-wasm", "Save as .wasm…", "fth-download", this::save),
            saveText,
            item("copy-digest", "Copy SHA-256", "fth-hash", this::copyDigest));
    menu.setId("module-menu");
    menu.setAccessibleText("What to do with the module");
    menu.setTooltip(new Tooltip("Copy or save the module"));
    menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "no-arrow");
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }

  private static MenuItem item(String id, String text, String icon, Runnable action) {
    var item = new MenuItem(text, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }

  void show(Build.Good good, Limits limits, ModuleOutline outline) {
    shown = good;
    ModuleInspection module = good.module();
    String title = PlainText.message(good.program().name());
    name.setText(title);
    name.setTooltip(new Tooltip(title + own(module)));
    kind.setText(words(module.kind()));
    source.setText(origin(good));
    saveText.setDisable(good.program().source().isEmpty());
    boolean over = module.bytes() > limits.moduleBytes();
    size.setText(
        Quantities.formatBytes(module.bytes())
            + (over ? ", above the limit of " : " of ")
            + Quantities.formatBytes(limits.moduleBytes()));
    size.setTooltip(new Tooltip(Quantities.formatCount(module.bytes()) + " bytes"));
    size.pseudoClassStateChanged(Styles.STATE_DANGER, over);
    bar.pseudoClassStateChanged(Styles.STATE_DANGER, over);
    bar.setProgress(Math.min(1, (double) module.bytes() / limits.moduleBytes()));
    digest.setText("sha-256 " + module.sha256().substring(0, 12) + "…");
    digest.setTooltip(new Tooltip("Copy " + module.sha256()));
    digest.setAccessibleText("Copy SHA-256 " + module.sha256());
    problems
        .getChildren()
        .setAll(
            outline.problems().stream()
                .map(text -> problem(text, outline.unsupported() > 0))
                .toList());
    problems.setVisible(!outline.problems().isEmpty());
    problems.setManaged(!outline.problems().isEmpty());
  }

  private static String origin(Build.Good good) {
    var program = good.program();
    return program.source().isEmpty()
        ? "Binary"
        : "Compiled from %s in %s"
            .formatted(
                program.python().isPresent() ? "Python" : "text",
                Quantities.formatDuration(good.took()));
  }

  private static String own(ModuleInspection module) {
    return module
        .name()
        .map(given -> "\nnamed \"" + PlainText.message(given) + "\" by its author")
        .orElse("");
  }

  private Node problem(String text, boolean unsupported) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var row = new HBox(new FontIcon("fth-alert-triangle"), label);
    row.getStyleClass().add("module-problem");
    if (unsupported && text.contains(ModuleRow.NOT_OFFERED)) {
      var link = new Hyperlink("Show");
      link.setId("show-unsupported");
      link.setAccessibleText("Show the imports that are not offered");
      link.setMinWidth(USE_PREF_SIZE);
      link.setOnAction(event -> showUnsupported.run());
      row.getChildren().add(link);
    }
    return row;
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case COMMAND -> "Command: runs as it is";
      case REACTOR -> "Reactor: choose an export to call; _initialize runs first";
      case LIBRARY -> "Library: choose an export to call";
    };
  }

  private void copyBase64() {
    actions.export().copyBase64(shown.program());
  }

  private void copyDigest() {
    actions.export().copy(shown.module().sha256(), "the SHA-256 digest");
  }

  private void saveText() {
    actions
        .saveAs()
        .apply(ModuleExport.textFileName(shown.program()))
        .ifPresent(file -> actions.export().saveText(shown.program(), file));
  }

  private void save() {
    actions
        .saveAs()
        .apply(ModuleExport.fileName(shown.program()))
        .ifPresent(file -> actions.export().save(shown.program(), file));
  }
}
