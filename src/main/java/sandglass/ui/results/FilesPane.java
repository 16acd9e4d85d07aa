package sandglass.ui.results;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Threads;
import sandglass.playground.files.GuestFiles;
import sandglass.playground.files.SavedFiles;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.FileChange;

/** The Files pane: what the last run did to the guest's writable folders, and saving it. */
public final class FilesPane extends BorderPane {
  /**
   * What is asked of a person.
   *
   * @param file where to save one file, given a name for it; empty if the person thinks better
   * @param folder where to save all files
   */
  public record Choosers(Function<String, Optional<Path>> file, Supplier<Optional<Path>> folder) {}

  private final ObservableValue<Optional<GuestFiles>> files;
  private final SavedFiles saved;
  private final Choosers choosers;
  private final FilePreviewPane preview;
  private final ObservableList<FileChange> rows = FXCollections.observableArrayList();
  private final TableView<FileChange> table = new TableView<>(rows);
  private final Label placeholder = new Label();
  private final Label summary = new Label();
  private final ObservableValue<Integer> count = Bindings.size(rows).map(Number::intValue);
  private final Button saveOne = button("files-save", "Save…", "fth-download");
  private final Button saveAll = button("files-save-all", "Save all…", "fth-folder-plus");

  /**
   * @param files of the last run; empty before the first
   */
  public FilesPane(
      ObservableValue<Optional<GuestFiles>> files,
      Threads threads,
      SavedFiles saved,
      Choosers choosers) {
    this.files = files;
    this.saved = saved;
    this.choosers = choosers;
    preview = new FilePreviewPane(threads);
    setId("files-pane");
    getStyleClass().add("results-pane");
    table.setId("files-table");
    table.setAccessibleText("Files that the guest created, changed or deleted");
    table.getStyleClass().addAll("results-table", Styles.DENSE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(placeholder);
    placeholder.setId("files-empty");
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("results-empty");
    columns();
    copying();
    table.getSelectionModel().selectedItemProperty().subscribe(this::select);
    saveOne.setOnAction(event -> saveOne());
    saveAll.setOnAction(event -> saveAll());
    var split = new SplitPane(table, preview);
    split.setDividerPositions(0.55);
    setTop(tools());
    setCenter(split);
    files.subscribe(this::show);
  }

  /** How many files were created, changed or deleted. */
  public ObservableValue<Integer> count() {
    return count;
  }

  private static Button button(String id, String text, String icon) {
    var button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private HBox tools() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    summary.setId("files-summary");
    summary.getStyleClass().add(Styles.TEXT_MUTED);
    saveOne.setTooltip(new Tooltip("Save the selected file"));
    saveAll.setTooltip(new Tooltip("Save all created and changed files into a folder"));
    var tools = new HBox(saveOne, saveAll, spring, summary);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("results-tools");
    return tools;
  }

  private void columns() {
    var path =
        Tables.<FileChange>text(
            "Path", 260, f -> PlainText.message(f.path()), f -> PlainText.message(f.path()));
    var change =
        Tables.<FileChange>column(
            "Change",
            110,
            (cell, file) -> {
              for (var kind : FileChange.Kind.values()) {
                cell.pseudoClassStateChanged(state(kind), kind == file.change());
              }
              cell.setGraphic(new FontIcon(icon(file.change())));
              cell.setText(word(file.change()));
              return "";
            });
    change.getStyleClass().add("change-column");
    change.setMaxWidth(140);
    var size =
        Tables.<FileChange>text(
            "Size", 90, this::size, file -> Quantities.formatCount(file.bytes()) + " bytes");
    size.getStyleClass().add("number-column");
    path.getStyleClass().add("mono");
    table.getColumns().add(path);
    table.getColumns().add(change);
    table.getColumns().add(size);
  }

  private String size(FileChange file) {
    if (file.change() == FileChange.Kind.DELETED) {
      return "";
    }
    return isFolder(file) ? "folder" : Quantities.formatBytes(file.bytes());
  }

  private boolean isFolder(FileChange file) {
    return file.bytes() == 0
        && file.change() == FileChange.Kind.CREATED
        && contents().contents().apply(file.path()).isEmpty();
  }

  private static PseudoClass state(FileChange.Kind kind) {
    return PseudoClass.getPseudoClass(word(kind));
  }

  private static String word(FileChange.Kind kind) {
    return switch (kind) {
      case CREATED -> "created";
      case CHANGED -> "changed";
      case DELETED -> "deleted";
    };
  }

  private static String icon(FileChange.Kind kind) {
    return switch (kind) {
      case CREATED -> "fth-plus-circle";
      case CHANGED -> "fth-edit";
      case DELETED -> "fth-trash-2";
    };
  }

  private void copying() {
    var copy = new MenuItem("Copy path", new FontIcon("fth-copy"));
    copy.setAccelerator(Tables.COPY);
    copy.setOnAction(event -> copyPath());
    var save = new MenuItem("Save…", new FontIcon("fth-download"));
    save.setOnAction(event -> saveOne());
    save.disableProperty().bind(saveOne.disableProperty());
    table.setContextMenu(new ContextMenu(copy, save));
    table.setOnKeyPressed(
        event -> {
          if (Tables.COPY.match(event)) {
            copyPath();
            event.consume();
          }
        });
  }

  private void copyPath() {
    var selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      Tables.copy(selected.path());
    }
  }

  private GuestFiles contents() {
    return files.getValue().orElse(GuestFiles.NONE);
  }

  private void show(Optional<GuestFiles> given) {
    table.getSelectionModel().clearSelection();
    rows.setAll(contents().changes());
    saveAll.setDisable(contents().saveable().isEmpty());
    placeholder.setText(
        given.isEmpty()
            ? "Files that a guest creates, changes or deletes appear here when it has run"
            : "The guest changed no files. It can write only to folders that are writable under"
                + " World");
    summary.setText(
        rows.isEmpty()
            ? ""
            : rows.stream()
                .collect(
                    Collectors.groupingBy(
                        FileChange::change, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> Quantities.formatCount(e.getValue()) + " " + word(e.getKey()))
                .collect(Collectors.joining(", ")));
  }

  private void select(FileChange file) {
    boolean saveable = file != null && file.change() != FileChange.Kind.DELETED && !isFolder(file);
    saveOne.setDisable(!saveable);
    if (saveable) {
      preview.show(file, contents());
    } else if (file == null) {
      preview.say("Select a file to look into it");
    } else {
      preview.say(
          file.change() == FileChange.Kind.DELETED
              ? "The guest deleted this file; the host's own is still there"
              : "A folder that holds nothing");
    }
  }

  private void saveOne() {
    var file = table.getSelectionModel().getSelectedItem();
    if (file != null) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      var from = contents();
      choosers.file().apply(name).ifPresent(target -> saved.saveOne(file, from, target));
    }
  }

  private void saveAll() {
    var from = contents();
    choosers.folder().get().ifPresent(folder -> saved.saveAll(from, folder));
  }
}
