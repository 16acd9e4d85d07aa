package sandglass.playground.world;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.program.ModuleInspection;
import sandglass.sandbox.Entry;

/** Where a run begins, as a person chooses it: {@code _start}, or an exported function. */
public final class EntryModel {
  /** The module's own beginning. */
  public static final Target START = new Target("_start", "() -> ()");

  /**
   * What a run can begin with.
   *
   * @param export its name
   * @param type its type, as {@code (i32, i64) -> (f64)}
   */
  public record Target(String export, String type) {
    /** Its name on one line. */
    public String label() {
      return export.isEmpty() ? "\"\"" : export.replaceAll("\\p{Cntrl}", "�");
    }

    /** Its parameters' types. */
    public List<String> parameters() {
      return EntryArguments.parameters(type);
    }
  }

  private final Runnable changed;
  private final ObservableList<Target> targets = FXCollections.observableArrayList(START);
  private final ObservableList<Target> shown = FXCollections.unmodifiableObservableList(targets);
  private final ReadOnlyObjectWrapper<Target> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", START);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final ArgsModel args;
  private String wanted = START.export();
  private boolean startMissing;

  EntryModel(Runnable changed) {
    this.changed = changed;
    args = new ArgsModel(this::check);
  }

  /** What can be chosen, {@link #START} first; not to be changed from outside. */
  public ObservableList<Target> targets() {
    return shown;
  }

  /** What is chosen. */
  public ReadOnlyObjectProperty<Target> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** The arguments of the function that is chosen; not used for {@link #START}. */
  public ArgsModel args() {
    return args;
  }

  /** What is wrong with the choice or its arguments; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** Chooses one of the targets. */
  public void choose(Target target) {
    wanted = target.export();
    chosen.set(target);
    check();
  }

  /**
   * Says what the module exports. A choice that is gone falls back to {@link #START}, until it is
   * there again: it may only be halfway through being typed.
   */
  void exports(List<ModuleInspection.Export> exports) {
    var found = new ArrayList<Target>();
    found.add(START);
    boolean hasStart = false;
    for (var export : exports) {
      if (export.kind().equals("function")) {
        if (export.name().equals(START.export())) {
          hasStart = true;
        } else {
          found.add(new Target(export.name(), export.type()));
        }
      }
    }
    startMissing = !hasStart;
    if (!found.equals(targets)) {
      targets.setAll(found);
    }
    choose();
    check();
  }

  void reset() {
    want(Entry.START);
  }

  /** Chooses what may not be exported yet: it is chosen as soon as it is. */
  void want(Entry entry) {
    switch (entry) {
      case Entry.Start s -> {
        wanted = START.export();
        args.text().set("");
      }
      case Entry.Invoke(var export, var given) -> {
        wanted = export;
        args.set(given);
      }
    }
    choose();
    check();
  }

  /** What was chosen last, whether or not it is exported now. */
  Entry wanted() {
    return wanted.equals(START.export())
        ? Entry.START
        : new Entry.Invoke(wanted, args.args().get());
  }

  private void choose() {
    chosen.set(
        targets.stream()
            .filter(target -> target.export().equals(wanted))
            .findFirst()
            .orElse(START));
  }

  /** Where the run begins. */
  Entry entry() {
    var target = chosen.get();
    return target.equals(START)
        ? Entry.START
        : new Entry.Invoke(target.export(), args.args().get());
  }

  private void check() {
    error.set(message());
    changed.run();
  }

  private String message() {
    var target = chosen.get();
    if (!target.equals(START)) {
      return args.error().get().isEmpty()
          ? EntryArguments.check(target.parameters(), args.args().get())
          : args.error().get();
    }
    if (!startMissing) {
      return "";
    }
    return targets.size() > 1
        ? "The module has no _start; choose one of its functions"
        : "The module has no _start and exports no function to run";
  }
}
