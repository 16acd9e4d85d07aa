package sandglass.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import sandglass.playground.common.Prompts;

/** Asks with the system's own dialogs, beginning where the last one ended. */
public final class FilePrompts implements Prompts {
  private Window owner;
  private File folder;

  /** Which window the dialogs belong to. */
  public void owner(Window window) {
    owner = window;
  }

  @Override
  public List<Path> filesToOpen() {
    var chooser = chooser("Open");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                "Programs and capsules",
                "*.wat",
                "*.wast",
                "*.wasm",
                "*.py",
                "*.b64",
                "*.base64",
                "*.txt",
                "*.json"),
            new ExtensionFilter("All files", "*"));
    var files = chooser.showOpenMultipleDialog(owner);
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    folder = files.getFirst().getParentFile();
    return files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> fileToSave(String title, String suggestedName) {
    var chooser = chooser(title);
    chooser.setInitialFileName(suggestedName);
    var file = chooser.showSaveDialog(owner);
    if (file != null) {
      folder = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }

  @Override
  public Optional<Path> fileToRead(String title) {
    return Optional.ofNullable(chooser(title).showOpenDialog(owner)).map(File::toPath);
  }

  private FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public void details(String title, String text) {
    new DetailsDialog(owner, title, text).show();
  }

  @Override
  public Unsaved unsaved(String name) {
    var save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    var discard = new ButtonType("Discard", ButtonBar.ButtonData.NO);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Its changes are lost if they are not saved.",
            save,
            discard,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Sandglass");
    alert.setHeaderText("Save " + name + " before its tab closes?");
    var answer = alert.showAndWait().orElse(ButtonType.CANCEL);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }
}
