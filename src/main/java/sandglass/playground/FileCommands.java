package sandglass.playground;

import static sandglass.playground.CommandDraft.command;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** The commands of the File menu: what comes from files and goes into them. */
final class FileCommands {
  private FileCommands() {}

  static Commands.Menu menu(Playground playground, EditorActions editor, ViewActions view) {
    return new Commands.Menu(
        "File",
        List.of(
            opening(playground, view),
            saving(playground, editor),
            settings(playground),
            List.of(
                command("quit", "Quit", "", "Shortcut+Q")
                    .does("Closes the window; unsaved text is kept.", view::quit))));
  }

  private static List<Command> opening(Playground playground, ViewActions view) {
    var documents = playground.documents();
    return List.of(
        command("new", "New WebAssembly text", "fth-file-plus", "Shortcut+N")
            .does("Opens an empty text.", playground::createText),
        command("new-python", "New Python text", "fth-file-plus", "Shift+Shortcut+N")
            .does("Opens an empty Python text.", playground::createPython),
        command("open", "Open…", "fth-folder", "Shortcut+O")
            .does(
                "Opens a .wat, .wasm or .py file, a module in base64, a capsule or a tool call.",
                documents::askToOpen),
        command("open-clipboard", "Open from clipboard", "fth-clipboard", "Shift+Shortcut+V")
            .does(
                "Opens what was copied: WebAssembly text, Python, a module in base64, a capsule or"
                    + " a tool call.",
                () -> documents.paste(view.clipboard())),
        command("open-recorded", "Open capsule folder…", "fth-archive", "Shift+Shortcut+O")
            .does(
                "Watches a folder of capsules, such as one that a server records its runs in.",
                playground::askForRecorded));
  }

  private static List<Command> saving(Playground playground, EditorActions editor) {
    var documents = playground.documents();
    var current = documents.current();
    BooleanBinding some = Bindings.isNotNull(current);
    var savable =
        Bindings.createBooleanBinding(
            () ->
                editor.isText().get()
                    || (current.get() != null && current.get().origin().get().isPresent()),
            editor.isText(),
            current);
    return List.of(
        command("save", "Save", "fth-save", "Shortcut+S")
            .when(savable)
            .does(
                "Saves the text in its file; what came from a capsule, in its capsule.",
                () -> documents.save(current.get())),
        command("save-as", "Save as…", "", "Shift+Shortcut+S")
            .when(savable)
            .does("Saves in another file.", () -> documents.saveAs(current.get())),
        command("save-capsule", "Save as capsule…", "fth-box", "Shortcut+E")
            .when(some)
            .does(
                "Saves program, limits, world and engine in one file; after a run of just this,"
                    + " what it did too.",
                () -> playground.capsules().saveAs(current.get(), () -> {})),
        command("close", "Close tab", "", "Shortcut+W")
            .when(some)
            .does("Closes the tab in front.", () -> documents.close(current.get())));
  }

  private static List<Command> settings(Playground playground) {
    var files = playground.settingsFiles();
    return List.of(
        command("import-settings", "Import settings…", "fth-download")
            .does(
                "Sets limits and world as a settings file says, such as config/shannon.yaml.",
                files::askToImport),
        command("export-settings", "Export settings…", "fth-upload")
            .does("Writes limits and world as a settings file.", files::askToExport));
  }
}
