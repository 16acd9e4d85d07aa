package sandglass.playground.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.playground.common.Threads;
import sandglass.program.ModuleInspection;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

/**
 * What the guest can see, where its run begins and what executes it, as a person sets them. Nothing
 * is granted at first. What is set wrong is a {@linkplain #problems problem} and does not get into
 * {@link #world}.
 */
public final class WorldModel {
  /** The summary where nothing is granted. */
  public static final String NOTHING = "nothing granted";

  private final ArgsModel args = new ArgsModel(this::changed);
  private final EnvironmentModel environment = new EnvironmentModel(this::changed);
  private final StdinModel stdin;
  private final FoldersModel folders;
  private final EntryModel entry = new EntryModel(this::changed);
  private final RandomModel random = new RandomModel(this::changed);
  private final ObjectProperty<Clock> clock =
      new SimpleObjectProperty<>(this, "clock", Clock.VIRTUAL);
  private final ObjectProperty<Engine> engine =
      new SimpleObjectProperty<>(this, "engine", Engine.COMPILED);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  private final ObservableList<String> shownProblems =
      FXCollections.unmodifiableObservableList(problems);

  /**
   * Grants nothing.
   *
   * @param threads where files and folders are looked at
   */
  public WorldModel(Threads threads) {
    stdin = new StdinModel(threads, this::changed);
    folders = new FoldersModel(threads, this::changed);
    clock.addListener(property -> changed());
    changed();
  }

  /** The guest's arguments, without its own name. */
  public ArgsModel args() {
    return args;
  }

  /** The environment variables. */
  public EnvironmentModel environment() {
    return environment;
  }

  /** What the guest reads on stdin. */
  public StdinModel stdin() {
    return stdin;
  }

  /** The folders. */
  public FoldersModel folders() {
    return folders;
  }

  /** Where the run begins. */
  public EntryModel entryModel() {
    return entry;
  }

  /** Where random numbers come from. */
  public RandomModel random() {
    return random;
  }

  /** What time the guest sees; a person chooses it. */
  public ObjectProperty<Clock> clock() {
    return clock;
  }

  /** What executes the module; a person chooses it. */
  public ObjectProperty<Engine> engine() {
    return engine;
  }

  /** What differs from granting nothing: {@code 1 folder (rw), live stdin, real clock}. */
  public ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /** Whether nothing is granted. */
  public boolean isEmpty() {
    return grants().isEmpty();
  }

  /** What is set wrong, a sentence each; not to be changed from outside. */
  public ObservableList<String> problems() {
    return shownProblems;
  }

  /** Says what the module that would run exports. */
  public void setExports(List<ModuleInspection.Export> exports) {
    entry.exports(exports);
  }

  /** Where the run begins. */
  public Entry entry() {
    return entry.entry();
  }

  /**
   * What the guest sees, from what was last set right.
   *
   * @param programName the guest's name for itself: its first argument
   * @param live what the guest reads where a person is to type while it waits
   */
  public World world(String programName, Stdin live) {
    var argv = new ArrayList<String>();
    argv.add(programName);
    argv.addAll(args.args().get());
    return new World(
        argv,
        environment.variables(),
        stdin.stdin(live),
        folders.folders(),
        clock.get(),
        random.random());
  }

  /** Grants nothing, as at first. The engine and the exports stay. */
  public void reset() {
    apply(List.of(), Map.of(), "", List.of());
  }

  /**
   * Grants this and no more; the rest is as at first. The engine and the exports stay.
   *
   * @param arguments without the guest's own name
   * @param variables the environment
   * @param input what the guest reads on stdin; where empty, stdin is at its end
   * @param granted the folders
   */
  public void apply(
      List<String> arguments, Map<String, String> variables, String input, List<Folder> granted) {
    restore(
        WorldState.of(
            arguments,
            variables,
            StdinState.of(input),
            granted.stream().map(GrantedFolder::new).toList(),
            Entry.START,
            Clock.VIRTUAL,
            Random.seeded(0),
            engine.get()));
  }

  /** All that is set, right or wrong. */
  public WorldState state() {
    return new WorldState(
        args.text().get(),
        environment.state(),
        stdin.state(),
        folders.granted(),
        entry.wanted(),
        clock.get(),
        random.mode().get(),
        random.seedText().get(),
        engine.get());
  }

  /** Sets everything, the engine too, as it was or is to be. */
  public void restore(WorldState state) {
    args.text().set(state.args());
    environment.set(state.env());
    stdin.set(state.stdin());
    folders.set(state.folders());
    entry.want(state.entry());
    clock.set(state.clock());
    random.set(state.random(), state.seed());
    engine.set(state.engine());
  }

  /** Looks again, in the background, whether files and folders are there. */
  public void recheck() {
    stdin.check();
    folders.check();
  }

  private void changed() {
    if (folders == null) {
      return; // still being made
    }
    var found =
        Stream.of(
                Stream.of(entry.error(), args.error()).map(ReadOnlyStringProperty::get),
                environment.rows().stream().map(row -> row.error().get()),
                Stream.of(stdin.error().get()),
                folders.rows().stream().map(row -> row.error().get()),
                Stream.of(random.error().get()))
            .flatMap(each -> each)
            .filter(message -> !message.isEmpty())
            .toList();
    if (!found.equals(problems)) {
      problems.setAll(found);
    }
    var grants = grants();
    summary.set(grants.isEmpty() ? NOTHING : String.join(", ", grants));
  }

  private List<String> grants() {
    var grants = new ArrayList<String>();
    var granted = folders.folders();
    if (!granted.isEmpty()) {
      boolean writable = granted.stream().anyMatch(Folder::writable);
      grants.add(count(granted.size(), "folder") + (writable ? " (rw)" : " (ro)"));
    }
    switch (stdin.mode().get()) {
      case NONE -> {}
      case TEXT -> grants.add("stdin text");
      case FILE -> grants.add("stdin file");
      case LIVE -> grants.add("live stdin");
      case GIVEN -> grants.add("stdin bytes");
    }
    if (clock.get() != Clock.VIRTUAL) {
      grants.add(clock.get() == Clock.REAL ? "real clock" : "no clock");
    }
    if (random.mode().get() != Random.Mode.SEEDED) {
      grants.add(random.mode().get() == Random.Mode.REAL ? "real random" : "no random");
    }
    addCount(grants, environment.variables().size(), "variable");
    addCount(grants, args.args().get().size(), "argument");
    return grants;
  }

  private static void addCount(List<String> grants, int count, String noun) {
    if (count > 0) {
      grants.add(count(count, noun));
    }
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
