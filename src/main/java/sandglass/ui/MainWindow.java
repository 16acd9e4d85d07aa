package sandglass.ui;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import sandglass.playground.Command;
import sandglass.playground.Commands;
import sandglass.playground.Playground;
import sandglass.playground.RunModel;
import sandglass.playground.ViewActions;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.files.GuestFiles;
import sandglass.playground.files.ModuleExport;
import sandglass.playground.files.SavedFiles;
import sandglass.playground.output.Output;
import sandglass.playground.world.StdinModel;
import sandglass.sandbox.Report;
import sandglass.settings.Settings;
import sandglass.ui.charts.GraphPane;
import sandglass.ui.common.CommandNodes;
import sandglass.ui.common.HelpDialog;
import sandglass.ui.common.NoticeBar;
import sandglass.ui.console.ConsolePane;
import sandglass.ui.console.InputBar;
import sandglass.ui.editor.CaretPlace;
import sandglass.ui.editor.EditorTabs;
import sandglass.ui.editor.WatView;
import sandglass.ui.interpreter.InterpreterStrip;
import sandglass.ui.interpreter.InterpretersDialog;
import sandglass.ui.limits.LimitsPane;
import sandglass.ui.module.ModuleActions;
import sandglass.ui.module.ModulePage;
import sandglass.ui.module.ModulePane;
import sandglass.ui.results.CallsPane;
import sandglass.ui.results.ExpectedPane;
import sandglass.ui.results.FilesPane;
import sandglass.ui.results.ProblemsPane;
import sandglass.ui.results.RecordedPane;
import sandglass.ui.world.WorldPane;

/** The panes, put together: what a person sees. */
public final class MainWindow implements ViewActions {
  private final Stage stage;
  private final Playground playground;
  private final Threads threads;
  private final Prompts prompts;
  private final BorderPane root = new BorderPane();
  private final BottomTabs bottom = new BottomTabs();
  private final EditorTabs editor;
  private final ModuleActions moduleActions;
  private final Commands commands;
  private final PaneCycle cycle;
  private final Look look;

  /** Puts the window together on a stage that is yet to be shown. */
  public MainWindow(Stage stage, Playground playground, Threads threads, Prompts prompts) {
    this.stage = stage;
    this.playground = playground;
    this.threads = threads;
    this.prompts = prompts;
    var export = new ModuleExport(threads, playground.notices(), this::copy);
    moduleActions =
        new ModuleActions(
            threads,
            export,
            name -> prompts.fileToSave("Save the module", name),
            function -> playground.chooseExport(function.name()));
    var documents = playground.documents();
    editor =
        new EditorTabs(
            documents.open(),
            documents.current(),
            document -> new ModulePage(document, playground.limits().value(), moduleActions),
            documents::close,
            new WatView(
                playground.settings().watBeside(),
                playground.interpreters()::label,
                program ->
                    prompts
                        .fileToSave("Save the text", ModuleExport.textFileName(program))
                        .ifPresent(file -> export.saveText(program, file))),
            threads);
    documents.onReveal(editor::reveal);
    commands = new Commands(playground, editor, this);
    var limits = new LimitsPane(playground.limits(), playground::raise);
    var world =
        new WorldPane(
            playground.world(),
            () -> prompts.fileToRead("A file for stdin"),
            () -> prompts.folder("Show the guest a copy of a folder"));
    var module = new ModulePane(playground.module(), playground.limits().value(), moduleActions);
    var graph =
        new GraphPane(
            playground.graph(),
            threads,
            name -> prompts.fileToSave("Save the graph", name),
            playground.notices()::show);
    var statusBar = new StatusBar(playground, commands, () -> nextPane(true));
    statusBar
        .caret()
        .textProperty()
        .bind(editor.caret().map(at -> at.map(MainWindow::text).orElse("")));
    root.setId("window");
    root.setTop(new TopBar(menuBar(commands), playground, commands));
    root.setCenter(workspace(module, limits, world, graph));
    root.setBottom(
        new VBox(
            new OutcomeBar(playground),
            new ExpectedBar(playground.capsules().check(), () -> bottom.show("Expected")),
            statusBar));
    cycle = new PaneCycle(List.of(editor, bottom, graph, limits, world, module, statusBar));
    playground.onHelp(this::help);
    // Who was looking at what is wrong wants to see now what it prints.
    playground
        .run()
        .active()
        .subscribe(started -> started.ifPresent(s -> bottom.leave("Problems", "stdout")));
    zoomByWheel();
    var settings = playground.settings();
    // At its later size, so that the dividers are right from the first layout on.
    var scene = new Scene(root, settings.windowWidth().get(), settings.windowHeight().get());
    look = new Look(settings, scene);
    CommandNodes.bindOtherKeys(scene, commands);
    stage.setScene(scene);
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                playground.world().recheck();
              }
            });
    Placement.keep(stage, settings);
    FileDrop.accept(root, documents::open, documents::paste);
  }

  /** Is told where the caret of the text in front goes. */
  public void onCaret(CaretWatcher watcher) {
    editor
        .caret()
        .subscribe(
            at ->
                at.ifPresent(
                    place -> {
                      var document = playground.documents().current().get();
                      if (document != null) {
                        watcher.caretAt(document, place.line(), place.column());
                      }
                    }));
  }

  /** Takes the caret's place, line and column from 1. */
  @FunctionalInterface
  public interface CaretWatcher {
    /** The caret of this document is here now. */
    void caretAt(Document document, int line, int column);
  }

  private static String text(CaretPlace at) {
    String place = "Ln " + at.line() + ", Col " + at.column();
    return at.selected() == 0 ? place : place + " (" + at.selected() + " selected)";
  }

  @Override
  public void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public String clipboard() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  @Override
  public void nextPane(boolean forward) {
    cycle.move(stage.getScene().getFocusOwner(), forward);
  }

  @Override
  public void show(String pane) {
    bottom.show(pane);
  }

  @Override
  public void toggleTheme() {
    look.toggle();
  }

  @Override
  public void followSystem() {
    playground.settings().theme().set(Settings.Theme.SYSTEM);
  }

  @Override
  public void help() {
    var groups = new LinkedHashMap<String, List<Command>>();
    for (var menu : commands.menus()) {
      groups.put(menu.title(), menu.groups().stream().flatMap(List::stream).toList());
    }
    new HelpDialog(stage, groups).show();
  }

  @Override
  public void interpreters() {
    new InterpretersDialog(
            stage,
            playground.interpreters(),
            this::interpreterFile,
            () -> prompts.folder("A folder of Python packages"))
        .show();
  }

  private Optional<Path> interpreterFile() {
    return prompts.fileToRead("An interpreter's .wasm file");
  }

  /** For the document in front, in place of the CPython that is not there. */
  private void chooseInterpreter() {
    interpreterFile()
        .ifPresent(
            file -> {
              playground.interpreters().file().set(file.toAbsolutePath().toString());
              playground.documents().current().get().runner().set(Document.Runner.OTHER);
            });
  }

  @Override
  public void about() {
    AboutDialog.show(stage);
  }

  @Override
  public void quit() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private static MenuBar menuBar(Commands commands) {
    var bar = new MenuBar();
    bar.setUseSystemMenuBar(true);
    commands.menus().forEach(menu -> bar.getMenus().add(CommandNodes.menu(menu)));
    return bar;
  }

  private Node workspace(Node module, Region limits, Region world, Node graph) {
    var side = side(limits, world);
    var notice = new NoticeBar(playground.notices());
    var interpreter =
        new InterpreterStrip(
            playground.documents().current(), playground.interpreters(), this::chooseInterpreter);
    var center = new VBox(notice, interpreter, editor);
    VBox.setVgrow(editor, Priority.ALWAYS);
    var upper = new SplitPane(module, center, side);
    SplitPane.setResizableWithParent(module, false);
    SplitPane.setResizableWithParent(side, false);
    var input = new InputBar(playground.liveStdin(), waiting(), typing());
    fillBottom();
    var results = new VBox(bottom, input);
    VBox.setVgrow(bottom, Priority.ALWAYS);
    var lower = new SplitPane(results, graph);
    var whole = new SplitPane(upper, lower);
    // The editor alone gives way to the outcome bar. Shared, each coming and going would move the
    // divider by what was rounded.
    SplitPane.setResizableWithParent(lower, false);
    whole.setOrientation(Orientation.VERTICAL);
    whole.getStyleClass().add("workspace");
    var settings = playground.settings();
    Placement.keep(upper, "upper", settings, 0.19, 0.74);
    Placement.keep(lower, "lower", settings, 0.58);
    Placement.keep(whole, "whole", settings, 0.62);
    return whole;
  }

  /** Limits and world in one column that scrolls, so that neither pushes the other away. */
  private static Node side(Region limits, Region world) {
    limits.setMinHeight(Region.USE_PREF_SIZE);
    world.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(world, Priority.ALWAYS);
    var column = new VBox(limits, world);
    column.getStyleClass().add("side");
    var scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("side-scroll");
    return scroll;
  }

  private ObservableValue<Boolean> waiting() {
    return playground.run().state().map(state -> state == RunModel.State.WAITING);
  }

  private ObservableValue<Boolean> typing() {
    return Bindings.createBooleanBinding(
        () ->
            playground.run().active().get().isPresent()
                && playground.world().stdin().mode().get() == StdinModel.Mode.LIVE,
        playground.run().active(),
        playground.world().stdin().mode());
  }

  private void fillBottom() {
    addStream("stdout", playground.stdout());
    addStream("stderr", playground.stderr());
    var last = playground.run().last();
    ObservableValue<Optional<Report>> report = last.map(end -> end.map(RunModel.Finished::report));
    var calls = new CallsPane(report);
    bottom.add("Calls", calls);
    bottom.count("Calls", calls.count());
    var problems =
        new ProblemsPane(
            playground.problems(), playground.documents()::reveal, playground::interpret);
    bottom.add("Problems", problems);
    bottom.count("Problems", problems.count());
    var files =
        new FilesPane(
            last.map(end -> end.map(e -> GuestFiles.of(e.started().run(), e.report()))),
            threads,
            new SavedFiles(threads, playground.notices()),
            new FilesPane.Choosers(
                name -> prompts.fileToSave("Save " + name, name),
                () -> prompts.folder("Save all files in")));
    bottom.add("Files", files);
    bottom.count("Files", files.count());
    addCapsules();
  }

  /** What there is to see of capsules, while there is something. */
  private void addCapsules() {
    var capsules = playground.capsules();
    var expected =
        new ExpectedPane(capsules.check(), capsules.summary(), threads, capsules::takeAsExpected);
    bottom.add("Expected", expected);
    bottom.count("Expected", expected.count());
    bottom.showWhile("Expected", capsules.hasExpected());
    var recorded = playground.recorded();
    var pane = new RecordedPane(recorded, playground.documents()::open, playground::askForRecorded);
    var tab = bottom.add("Capsules", pane);
    bottom.count("Capsules", pane.count());
    bottom.showWhile("Capsules", recorded.folder().map(Optional::isPresent));
    recorded.watched().bind(tab.selectedProperty());
    recorded.folder().subscribe(folder -> folder.ifPresent(f -> show("Capsules")));
  }

  private void addStream(String name, Output output) {
    var tab = bottom.add(name, console(output, name));
    output.watched().bind(tab.selectedProperty());
    bottom.mark(name, output.unread());
  }

  private ConsolePane console(Output output, String name) {
    var empty =
        Bindings.createStringBinding(
            () ->
                playground.run().running().get()
                    ? "Nothing printed yet"
                    : playground.run().last().get().isPresent()
                        ? "The program printed nothing to " + name
                        : "Press Run (F5) to see what it prints",
            playground.run().running(),
            playground.run().last());
    var pane =
        new ConsolePane(
            threads,
            playground.notices(),
            output,
            name,
            name,
            empty,
            playground.links(),
            new ConsoleSaver(prompts, name));
    pane.wrapped().bindBidirectional(playground.settings().wrapConsole());
    return pane;
  }

  private void help(AdviceAction action) {
    switch (action) {
      case AdviceAction.ShowStderr _ -> bottom.show("stderr");
      case AdviceAction.ShowCalls _ -> bottom.show("Calls");
      case AdviceAction.AddFolder _ ->
          prompts.folder("Show the guest a copy of a folder").ifPresent(this::addFolder);
      default -> throw new IllegalArgumentException("the view-model does this: " + action);
    }
  }

  private void addFolder(Path folder) {
    playground.world().folders().add(folder);
  }

  private void zoomByWheel() {
    root.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.isShortcutDown() && event.getDeltaY() != 0) {
            if (event.getDeltaY() > 0) {
              playground.zoom().in();
            } else {
              playground.zoom().out();
            }
            event.consume();
          }
        });
  }
}
