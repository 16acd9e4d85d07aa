package sandglass.settings;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * What the window remembers. Loaded by {@link SettingsStore} on any thread, and from then on used
 * on the FX thread only. A number outside its range becomes the nearest one inside, and one that is
 * not a number changes nothing.
 */
public final class Settings {
  /** Most recent files kept. */
  public static final int MAX_RECENT_FILES = 12;

  /** Smallest zoom. */
  public static final double MIN_ZOOM = 0.5;

  /** Largest zoom. */
  public static final double MAX_ZOOM = 4;

  /** Which of the two looks. */
  public enum Theme {
    /** As the system has it. */
    SYSTEM,
    /** Dark text on a light ground. */
    LIGHT,
    /** Light text on a dark ground. */
    DARK
  }

  /** What the graphs run along. */
  public enum GraphAxis {
    /** Wall-clock time. */
    TIME,
    /** Fuel used. */
    FUEL
  }

  private static final double MAX_SIDE = 100_000;

  private final ObjectProperty<Theme> theme = new Choice<>(this, "theme", Theme.SYSTEM);
  private final DoubleProperty zoom = new Ranged(this, "zoom", 1, MIN_ZOOM, MAX_ZOOM);
  private final DoubleProperty windowX = new Ranged(this, "windowX", Double.NaN, -1e6, 1e6);
  private final DoubleProperty windowY = new Ranged(this, "windowY", Double.NaN, -1e6, 1e6);
  private final DoubleProperty windowWidth = new Ranged(this, "windowWidth", 1280, 200, MAX_SIDE);
  private final DoubleProperty windowHeight = new Ranged(this, "windowHeight", 800, 150, MAX_SIDE);
  private final BooleanProperty maximized = new SimpleBooleanProperty(this, "maximized");
  private final ObservableMap<String, Double> dividers = FXCollections.observableHashMap();
  private final ObservableList<Path> recentFiles = FXCollections.observableArrayList();
  private final ObservableList<Path> recentFilesView =
      FXCollections.unmodifiableObservableList(recentFiles);
  private final StringProperty engine = new SimpleStringProperty(this, "engine", "");
  private final ObservableMap<String, Long> limits = FXCollections.observableHashMap();
  private final BooleanProperty wrapConsole = new SimpleBooleanProperty(this, "wrapConsole", true);
  private final BooleanProperty watBeside = new SimpleBooleanProperty(this, "watBeside", true);
  private final StringProperty interpreterFile =
      new SimpleStringProperty(this, "interpreterFile", "");
  private final StringProperty interpreterCommand =
      new SimpleStringProperty(this, "interpreterCommand", "");
  private final ObservableList<Path> packages = FXCollections.observableArrayList();
  private final ObjectProperty<GraphAxis> graphAxis =
      new Choice<>(this, "graphAxis", GraphAxis.TIME);

  /** The look; at first the system's. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** Size of everything: {@value #MIN_ZOOM} to {@value #MAX_ZOOM}, at first 1. */
  public DoubleProperty zoom() {
    return zoom;
  }

  /** The window's left edge in pixels of the screen; not a number while it has no place. */
  public DoubleProperty windowX() {
    return windowX;
  }

  /** The window's upper edge in pixels of the screen; not a number while it has no place. */
  public DoubleProperty windowY() {
    return windowY;
  }

  /** The window's width in pixels when not maximized; at first 1280. */
  public DoubleProperty windowWidth() {
    return windowWidth;
  }

  /** The window's height in pixels when not maximized; at first 800. */
  public DoubleProperty windowHeight() {
    return windowHeight;
  }

  /** Whether the window fills the screen. */
  public BooleanProperty maximized() {
    return maximized;
  }

  /** Where each divider was left, by its name: 0 to 1. Missing where it was never moved. */
  public ObservableMap<String, Double> dividers() {
    return dividers;
  }

  /**
   * Files opened lately, the newest first, at most {@value #MAX_RECENT_FILES}; not to be changed.
   */
  public ObservableList<Path> recentFiles() {
    return recentFilesView;
  }

  /** Puts the file first among the recent ones. */
  public void addRecent(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!recentFiles.isEmpty() && recentFiles.getFirst().equals(absolute)) {
      return;
    }
    recentFiles.remove(absolute);
    recentFiles.addFirst(absolute);
    if (recentFiles.size() > MAX_RECENT_FILES) {
      recentFiles.remove(MAX_RECENT_FILES, recentFiles.size());
    }
  }

  /** Takes out a file that is no longer there. */
  public void removeRecent(Path file) {
    recentFiles.remove(file.toAbsolutePath().normalize());
  }

  /** Forgets the recent files. */
  public void clearRecent() {
    recentFiles.clear();
  }

  /** Name of the engine; empty for the default. */
  public StringProperty engine() {
    return engine;
  }

  /** Limits other than the defaults, by their names, in their own units; none negative. */
  public ObservableMap<String, Long> limits() {
    return limits;
  }

  /** Whether long lines of the console are wrapped; at first they are. */
  public BooleanProperty wrapConsole() {
    return wrapConsole;
  }

  /** Whether Python has the text that it was compiled to beside it; at first it has. */
  public BooleanProperty watBeside() {
    return watBeside;
  }

  /** The module of an interpreter that a person has chosen; empty for none. */
  public StringProperty interpreterFile() {
    return interpreterFile;
  }

  /** How that interpreter is told what to run; empty for the usual way. */
  public StringProperty interpreterCommand() {
    return interpreterCommand;
  }

  /** Folders of modules that scripts may import, absolute. */
  public ObservableList<Path> packages() {
    return packages;
  }

  /** What the graphs run along; at first time. */
  public ObjectProperty<GraphAxis> graphAxis() {
    return graphAxis;
  }

  private static final class Ranged extends SimpleDoubleProperty {
    private final double least;
    private final double most;

    Ranged(Object bean, String name, double first, double least, double most) {
      super(bean, name, first);
      this.least = least;
      this.most = most;
    }

    @Override
    public void set(double value) {
      if (!Double.isNaN(value)) {
        super.set(Math.clamp(value, least, most));
      }
    }
  }

  private static final class Choice<E extends Enum<E>> extends SimpleObjectProperty<E> {
    Choice(Object bean, String name, E first) {
      super(bean, name, first);
    }

    @Override
    public void set(E value) {
      if (value != null) {
        super.set(value);
      }
    }
  }
}
