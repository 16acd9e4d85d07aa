package sandglass.ui.interpreter;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.ui.common.FieldMessage;

/** All that there is to set about interpreters: CPython, one of a person's own, and packages. */
public final class InterpretersDialog extends Dialog<Void> {
  private final InterpreterModel model;

  /**
   * @param file asks for a module; empty if the person thinks better of it
   * @param folder asks for a folder
   */
  public InterpretersDialog(
      Window owner,
      InterpreterModel model,
      Supplier<Optional<Path>> file,
      Supplier<Optional<Path>> folder) {
    this.model = model;
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Interpreters and packages");
    setHeaderText(null);
    setResizable(true);
    var content =
        new VBox(
            title("CPython"),
            new SupplyBox("interpreters", model, () -> choose(file)),
            title("Another interpreter"),
            hint(
                "Any interpreter that was built as a WASI command: a Python of your own, QuickJS,"
                    + " Ruby…"),
            fileLine(file),
            commandLine(),
            title("Packages"),
            hint("Folders of pure Python modules; scripts can import what is in them."),
            packages(folder));
    content.getStyleClass().add("interpreters");
    var pane = getDialogPane();
    pane.getStyleClass().add("interpreters-dialog");
    pane.setContent(content);
    pane.getButtonTypes().add(ButtonType.CLOSE);
    if (owner != null && owner.getScene() != null) {
      pane.getStylesheets().setAll(owner.getScene().getStylesheets());
      pane.setStyle(owner.getScene().getRoot().getStyle());
    }
  }

  private static Label title(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("help-group", Styles.TEXT_BOLD);
    return label;
  }

  private static Label hint(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    return label;
  }

  private void choose(Supplier<Optional<Path>> file) {
    file.get().ifPresent(chosen -> model.file().set(chosen.toAbsolutePath().toString()));
  }

  private Node fileLine(Supplier<Optional<Path>> file) {
    var field = field("interpreter-file", "Module", "a .wasm file");
    field.textProperty().bindBidirectional(model.file());
    var choose = new Button("Choose…", new FontIcon("fth-folder"));
    choose.setId("interpreter-choose");
    choose.setAccessibleText("Choose the interpreter's module");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(e -> choose(file));
    return line("Module", field, choose);
  }

  private Node commandLine() {
    var field = field("interpreter-command", "Command", "{module} {script-file} {args}");
    field.getStyleClass().add("mono");
    field.textProperty().bindBidirectional(model.command());
    field.setTooltip(
        new Tooltip(
            "How it is told what to run. {script-file} is the script's path, {script} its text,"
                + " {args} the arguments; for example: -e {script} {args}"));
    return new VBox(
        line("Command", field),
        new FieldMessage("interpreter-command-error", model.commandError(), field));
  }

  private static TextField field(String id, String name, String prompt) {
    var field = new TextField();
    field.setId(id);
    field.setAccessibleText(name);
    field.setPromptText(prompt);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static HBox line(String name, Node... nodes) {
    var label = new Label(name);
    label.getStyleClass().add("interpreters-label");
    var line = new HBox(label);
    line.getChildren().addAll(nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("interpreters-line");
    return line;
  }

  private Node packages(Supplier<Optional<Path>> folder) {
    var rows = new VBox();
    rows.setId("package-rows");
    rows.getStyleClass().add("interpreters-rows");
    var add = new Button("Folder", new FontIcon("fth-plus"));
    add.setId("package-add");
    add.setAccessibleText("Add a folder of packages");
    add.setOnAction(
        e ->
            folder
                .get()
                .map(Path::toAbsolutePath)
                .filter(chosen -> !model.packages().contains(chosen))
                .ifPresent(model.packages()::add));
    Runnable fill =
        () -> {
          rows.getChildren().setAll(model.packages().stream().map(this::row).toList());
          rows.getChildren().add(add);
        };
    ListChangeListener<Path> changed = change -> fill.run();
    model.packages().addListener(changed);
    setOnHidden(e -> model.packages().removeListener(changed));
    fill.run();
    return rows;
  }

  private Node row(Path folder) {
    var name = new Label(folder.toString(), new FontIcon("fth-folder"));
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var remove = new Button(null, new FontIcon("fth-x"));
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    remove.setAccessibleText("Remove " + folder);
    remove.setTooltip(new Tooltip("Remove this folder"));
    remove.setOnAction(e -> model.packages().remove(folder));
    var row = new HBox(name, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
