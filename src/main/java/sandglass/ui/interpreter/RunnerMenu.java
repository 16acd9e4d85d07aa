package sandglass.ui.interpreter;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Command;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.document.Origin;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.interpreter.Supply;

/** What runs the Python in front: the compiler, CPython, or another interpreter. */
public final class RunnerMenu extends MenuButton {
  private final ObjectProperty<Document> current;
  private final InterpreterModel model;
  private final Command interpreters;
  private final InvalidationListener changed = this::changed;
  private Document shown;

  /**
   * @param current the document in front; the menu is there for Python alone
   * @param interpreters shows all that there is to set
   */
  public RunnerMenu(
      ObjectProperty<Document> current, InterpreterModel model, Command interpreters) {
    this.current = current;
    this.model = model;
    this.interpreters = interpreters;
    setId("runner");
    getStyleClass().add(Styles.FLAT);
    setGraphic(new FontIcon("fth-terminal"));
    setTooltip(
        new Tooltip(
            "What runs this Python. Simple Python compiles to WAT; CPython runs the rest."));
    setMinWidth(USE_PREF_SIZE);
    current.subscribe(document -> show(document));
    model.cpython().addListener(changed);
    model.file().addListener(changed);
  }

  private void show(Document document) {
    if (shown != null) {
      shown.runner().removeListener(changed);
    }
    shown = document;
    if (shown != null) {
      shown.runner().addListener(changed);
    }
    fill();
  }

  private void changed(Observable what) {
    fill();
  }

  private void fill() {
    boolean isPython = shown != null && shown.language() == Language.PYTHON;
    setVisible(isPython);
    setManaged(isPython);
    if (!isPython) {
      return;
    }
    setText(model.label(shown.runner().get()));
    setAccessibleText("What runs this Python: " + getText());
    var group = new ToggleGroup();
    getItems()
        .setAll(
            item(Runner.COMPILED, "", group),
            item(
                Runner.CPYTHON,
                model.cpython().get() instanceof Supply.Missing ? " (not installed yet)" : "",
                group),
            item(Runner.OTHER, model.file().get().isEmpty() ? "…" : "", group),
            new SeparatorMenuItem(),
            all());
    if (shown.origin().get().filter(Origin::hasOwnInterpreter).isPresent()) {
      getItems().addFirst(item(Runner.CAPSULE, "", group));
    }
  }

  private MenuItem item(Runner runner, String suffix, ToggleGroup group) {
    var item = new RadioMenuItem(model.label(runner) + suffix);
    item.setId("runner-" + runner.name().toLowerCase(Locale.ROOT));
    item.setToggleGroup(group);
    item.setSelected(shown.runner().get() == runner);
    item.setOnAction(
        e -> {
          current.get().runner().set(runner);
          if (runner == Runner.OTHER && model.file().get().isEmpty()) {
            interpreters.run();
          }
          fill();
        });
    return item;
  }

  private MenuItem all() {
    var item = new MenuItem(interpreters.text());
    item.setId("runner-all");
    item.setOnAction(e -> interpreters.run());
    return item;
  }
}
