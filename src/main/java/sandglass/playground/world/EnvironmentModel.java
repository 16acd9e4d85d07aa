package sandglass.playground.world;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The environment variables that the guest sees: a table that a person edits. */
public final class EnvironmentModel {
  /** Most rows. */
  public static final int MAX_ROWS = 200;

  private final ObservableList<EnvVariable> rows = FXCollections.observableArrayList();
  private final ObservableList<EnvVariable> shown = FXCollections.unmodifiableObservableList(rows);
  private final Runnable changed;

  EnvironmentModel(Runnable changed) {
    this.changed = changed;
  }

  /** The rows, not to be changed from outside. */
  public ObservableList<EnvVariable> rows() {
    return shown;
  }

  /** Whether there is room for another row. */
  public boolean hasRoom() {
    return rows.size() < MAX_ROWS;
  }

  /** Adds an empty row; without effect where there is no room. */
  public void add() {
    add("", "");
  }

  private void add(String name, String value) {
    if (hasRoom()) {
      rows.add(new EnvVariable(name, value, this::check));
      check();
    }
  }

  /** Removes a row. */
  public void remove(EnvVariable row) {
    rows.remove(row);
    check();
  }

  void set(List<WorldState.Variable> variables) {
    rows.clear();
    for (var variable : variables) {
      if (hasRoom()) {
        var row = new EnvVariable(variable.name(), variable.value(), this::check);
        row.enabled().set(variable.enabled());
        rows.add(row);
      }
    }
    check();
  }

  List<WorldState.Variable> state() {
    return rows.stream()
        .map(r -> new WorldState.Variable(r.name().get(), r.value().get(), r.enabled().get()))
        .toList();
  }

  /** The variables that the guest gets, in the order of the rows. */
  public Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    for (var row : rows) {
      if (row.enabled().get() && row.error().get().isEmpty()) {
        variables.put(row.name().get(), row.value().get());
      }
    }
    return Collections.unmodifiableMap(variables);
  }

  private void check() {
    var names = new HashSet<String>();
    for (var row : rows) {
      row.say(row.enabled().get() ? error(row, names) : "");
    }
    changed.run();
  }

  /** Of two rows with one name, the first counts. */
  private static String error(EnvVariable row, Set<String> names) {
    String name = row.name().get();
    if (name.isEmpty()) {
      return row.value().get().isEmpty()
          ? "Give it a name, such as LANG"
          : "The value has no name; give it one, such as LANG";
    }
    if (name.indexOf('=') >= 0) {
      return "A name cannot hold \"=\"; write what comes after it as the value";
    }
    if (name.indexOf('\0') >= 0 || row.value().get().indexOf('\0') >= 0) {
      return "A variable cannot hold a NUL; remove it";
    }
    return names.add(name) ? "" : "There is a row for " + name + " already; remove one";
  }
}
