package sandglass.playground;

import static sandglass.playground.CommandDraft.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import sandglass.playground.document.Document.Language;

/**
 * Everything that a person can do by a menu, a button or a key, declared once. The window makes its
 * menu bar, toolbar, shortcuts and the list under Help of {@link #menus()}.
 */
public final class Commands {
  /**
   * One menu of the menu bar.
   *
   * @param title what it is called
   * @param groups its commands, groups set apart by a line
   */
  public record Menu(String title, List<List<Command>> groups) {
    /** Copies the groups. */
    public Menu {
      groups = groups.stream().map(List::copyOf).toList();
    }
  }

  private final List<Menu> menus;

  /** Declares the commands. */
  public Commands(Playground playground, EditorActions editor, ViewActions view) {
    menus =
        List.of(
            FileCommands.menu(playground, editor, view),
            edit(editor),
            run(playground, view),
            view(playground, editor, view),
            help(view));
  }

  /** The menus in their order. */
  public List<Menu> menus() {
    return menus;
  }

  /** All commands. */
  public List<Command> all() {
    var all = new ArrayList<Command>();
    menus.forEach(menu -> menu.groups().forEach(all::addAll));
    return all;
  }

  /** The command with this id. */
  public Command get(String id) {
    return all().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no command " + id));
  }

  private static Menu edit(EditorActions editor) {
    return new Menu(
        "Edit",
        List.of(
            List.of(
                command("undo", "Undo", "", "Shortcut+Z")
                    .when(editor.canUndo())
                    .does("Takes the last change back.", editor::undo),
                command("redo", "Redo", "", "Shift+Shortcut+Z", "Shortcut+Y")
                    .when(editor.canRedo())
                    .does("Makes the change again that was taken back.", editor::redo)),
            List.of(
                edit(editor, "cut", "Cut", "Shortcut+X", "Moves the selection.", editor::cut),
                edit(editor, "copy", "Copy", "Shortcut+C", "Copies the selection.", editor::copy),
                edit(
                    editor,
                    "paste",
                    "Paste",
                    "Shortcut+V",
                    "Puts the clipboard in place of the selection.",
                    editor::paste),
                edit(
                    editor,
                    "select-all",
                    "Select all",
                    "Shortcut+A",
                    "Selects the whole text.",
                    editor::selectAll)),
            List.of(
                edit(editor, "find", "Find…", "Shortcut+F", "Finds in the text.", editor::find),
                edit(
                    editor,
                    "find-next",
                    "Find next",
                    "F3",
                    "Selects the next match.",
                    editor::findNext),
                edit(
                    editor,
                    "find-previous",
                    "Find previous",
                    "Shift+F3",
                    "Selects the match before.",
                    editor::findPrevious),
                edit(
                    editor,
                    "replace",
                    "Replace…",
                    "Shortcut+H",
                    "Finds and replaces in the text.",
                    editor::replace),
                edit(
                    editor,
                    "go-to-line",
                    "Go to line…",
                    "Shortcut+L",
                    "Goes to a line, or a line and a column.",
                    editor::goToLine)),
            List.of(
                edit(
                    editor,
                    "toggle-comment",
                    "Toggle comment",
                    "Shortcut+Slash",
                    "Makes the selected lines comments, or text again.",
                    editor::toggleComment))));
  }

  private static Menu run(Playground playground, ViewActions view) {
    var run = playground.run();
    var preparations = playground.preparations();
    var workers = playground.interpreters().workers();
    var isWaiting =
        Bindings.createBooleanBinding(
            () -> workers.get().starting() + workers.get().waiting() > 0, workers);
    BooleanBinding some = Bindings.isNotNull(playground.documents().current());
    var ran = Bindings.createBooleanBinding(() -> run.last().get().isPresent(), run.last());
    return new Menu(
        "Run",
        List.of(
            List.of(
                command("run", "Run", "fth-play", "F5", "Shortcut+Enter")
                    .when(some)
                    .does(
                        "Runs the program in front; a run under way is stopped first.",
                        playground::runCurrent),
                command("stop", "Stop", "fth-square", "Shift+F5")
                    .when(run.running())
                    .does("Stops the run at once.", run::stop),
                command("run-cpython", "Run with CPython", "fth-terminal", "Shift+Shortcut+Enter")
                    .when(isPython(playground))
                    .does(
                        "Runs the Python in front by CPython, now and from now on.",
                        () -> playground.interpret(playground.documents().current().get())),
                command("interpreters", "Interpreters and packages…", "fth-settings")
                    .does(
                        "Says which interpreters there are, and what scripts may import.",
                        view::interpreters),
                command("stop-worker", "Stop the waiting interpreter", "fth-x")
                    .when(isWaiting)
                    .does(
                        "Gives up the interpreter that waits for the next run, and its memory.",
                        playground.interpreters()::stopWorkers),
                command("cancel-compiling", "Cancel compiling", "fth-x")
                    .when(preparations.going())
                    .does(
                        "Gives up compiling a module before it runs; Run compiles it then.",
                        preparations::cancel)),
            share(playground, view),
            List.of(
                command("copy-report-text", "Copy report as text", "")
                    .when(ran)
                    .does(
                        "Copies how the last run ended and what it did.",
                        () -> playground.copyReportText(view::copy)),
                command("copy-report-json", "Copy report as JSON", "")
                    .when(ran)
                    .does(
                        "Copies all that is known of the last run, for a program to read.",
                        () -> playground.copyReportJson(view::copy)),
                command("copy-tool-result", "Copy as tool result", "")
                    .when(ran)
                    .does(
                        "Copies the last run as the answer that a tool call would have got.",
                        () -> playground.share().copyToolResult(view::copy))),
            List.of(
                command("reset-limits", "Reset limits", "fth-rotate-ccw")
                    .does("Sets every limit to its default.", playground::resetLimits),
                command("reset-world", "Reset world", "")
                    .does("Takes away all that the guest was given.", playground::resetWorld))));
  }

  private static List<Command> share(Playground playground, ViewActions view) {
    var some = Bindings.isNotNull(playground.documents().current());
    var share = playground.share();
    return List.of(
        command("share-capsule", "Copy as capsule", "fth-box", "Shift+Shortcut+C")
            .when(some)
            .does(
                "Copies program, limits, world and engine as one JSON text.",
                () -> share.copyCapsule(view::copy)),
        command("share-command", "Copy as command line", "fth-terminal")
            .when(some)
            .does(
                "Copies the command that runs the same without the window.",
                () -> share.copyCommandLine(view::copy)),
        command("share-tool", "Copy as tool call", "fth-message-square")
            .when(some)
            .does(
                "Copies the JSON by which an agent would ask for the same run.",
                () -> share.copyToolCall(view::copy)),
        command("share-wasmtime", "Copy as wasmtime line", "fth-corner-up-right")
            .when(some)
            .does(
                "Copies the command by which wasmtime runs the same module.",
                () -> share.copyWasmtime(view::copy)));
  }

  private static Menu view(Playground playground, EditorActions editor, ViewActions view) {
    var zoom = playground.zoom();
    var beside = playground.settings().watBeside();
    var panes = new ArrayList<Command>();
    int number = 1;
    for (String pane : List.of("stdout", "stderr", "Calls", "Problems", "Files")) {
      panes.add(
          command("show-" + pane.toLowerCase(Locale.ROOT), pane, "", "Shortcut+" + number++)
              .does("Shows the pane and goes there.", () -> view.show(pane)));
    }
    panes.add(
        command("show-expected", "Expected", "", "Shortcut+6")
            .when(playground.capsules().hasExpected())
            .does("Shows what the capsule expects of its run.", () -> view.show("Expected")));
    panes.add(
        command("show-capsules", "Capsules", "", "Shortcut+7")
            .when(
                Bindings.createBooleanBinding(
                    () -> playground.recorded().folder().get().isPresent(),
                    playground.recorded().folder()))
            .does("Shows the folder of capsules that is watched.", () -> view.show("Capsules")));
    return new Menu(
        "View",
        List.of(
            panes,
            List.of(
                command("next-pane", "Next pane", "", "F6")
                    .does("Moves the keyboard to the next pane.", () -> view.nextPane(true)),
                command("previous-pane", "Previous pane", "", "Shift+F6")
                    .does("Moves the keyboard to the pane before.", () -> view.nextPane(false))),
            List.of(
                command(
                        "zoom-in",
                        "Zoom in",
                        "",
                        "Shortcut+Equals",
                        "Shortcut+Plus",
                        "Shift+Shortcut+Equals",
                        "Shift+Shortcut+Plus",
                        "Shortcut+Add")
                    .does("Makes everything larger.", zoom::in),
                command("zoom-out", "Zoom out", "", "Shortcut+Minus", "Shortcut+Subtract")
                    .does("Makes everything smaller.", zoom::out),
                command("zoom-reset", "Usual size", "", "Shortcut+0")
                    .does("Makes everything its usual size.", zoom::reset)),
            List.of(
                command("wat-beside", "WAT beside Python", "fth-columns", "F8")
                    .when(isPython(playground))
                    .does(
                        "Shows or hides the WebAssembly text that Python was compiled to.",
                        () -> beside.set(!beside.get())),
                command("other-text", "Between Python and WAT", "", "Shift+F8")
                    .when(isPython(playground))
                    .does(
                        "Moves the keyboard from Python to its WebAssembly text, or back.",
                        editor::otherText)),
            List.of(
                command("theme", "Light or dark", "fth-moon", "Shift+Shortcut+T")
                    .does("Changes between the light and the dark theme.", view::toggleTheme),
                command("theme-system", "Theme of the system", "")
                    .does("Follows the system between light and dark.", view::followSystem))));
  }

  private static BooleanBinding isPython(Playground playground) {
    var current = playground.documents().current();
    return Bindings.createBooleanBinding(
        () -> current.get() != null && current.get().language() == Language.PYTHON, current);
  }

  private static Menu help(ViewActions view) {
    return new Menu(
        "Help",
        List.of(
            List.of(
                command("help", "Keyboard and commands", "fth-help-circle", "F1")
                    .does("Lists every command with its keys.", view::help),
                command("about", "About Sandglass", "fth-info")
                    .does("Says which version this is.", view::about))));
  }

  private static Command edit(
      EditorActions editor, String id, String text, String key, String help, Runnable action) {
    return command(id, text, "", key).when(editor.isText()).does(help, action);
  }
}
