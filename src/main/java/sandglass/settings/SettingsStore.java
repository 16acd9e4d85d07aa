package sandglass.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;

/**
 * Keeps settings in a file, {@value #FILE}. Loading never fails, whatever the file holds; saving
 * never leaves half a file. What is wrong with file or folder is said once, and the window works on
 * without.
 *
 * <p>{@link #open} on any thread before the window is there; then {@link #keep} once and, when
 * closing, {@link #flush}, both on the FX thread.
 */
public final class SettingsStore {
  /** The file's name in its folder. */
  public static final String FILE = "settings.json";

  /** What a file that could not be read is called afterwards. */
  public static final String BROKEN = FILE + ".broken";

  /** The longest that a change waits before it is written. */
  public static final Duration DELAY = Duration.ofMillis(500);

  private static final long MAX_BYTES = 1L << 20;

  /** Calls on the FX thread after a while. */
  @FunctionalInterface
  public interface Later {
    /** Calls once. */
    void after(Duration delay, Runnable action);
  }

  private final Path folder;
  private final Settings settings = new Settings();
  private final SettingsJson json = new SettingsJson(settings);
  private final List<String> untold = new ArrayList<>();
  private Consumer<String> listener;
  private boolean unwritable;
  private Saver<ObjectNode> saver;
  private boolean changed;

  private SettingsStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Loads what is there; reads a file, so not on the FX thread once there is a window.
   *
   * @param folder need not exist; see {@link SettingsFolder}
   */
  public static SettingsStore open(Path folder) {
    var store = new SettingsStore(folder);
    store.load();
    return store;
  }

  /** The settings. */
  public Settings settings() {
    return settings;
  }

  /**
   * Where troubles are told: those until now at once, later ones in the background.
   *
   * @param tell takes one or two sentences for the user; must be usable from any thread
   */
  public void onTrouble(Consumer<String> tell) {
    List<String> old;
    synchronized (untold) {
      listener = tell;
      old = List.copyOf(untold);
      untold.clear();
    }
    old.forEach(tell);
  }

  private void tell(String trouble) {
    Consumer<String> tell;
    synchronized (untold) {
      tell = listener;
      if (tell == null) {
        untold.add(trouble);
        return;
      }
    }
    tell.accept(trouble);
  }

  private void load() {
    Path file = folder.resolve(FILE);
    boolean whole;
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
      whole = isBlank(bytes) || (bytes.length <= MAX_BYTES && json.read(bytes));
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      whole = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
    if (!whole) {
      setAside(file);
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0 && b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private void setAside(Path file) {
    String what =
        "The settings in " + folder + " are damaged; what could be read of them is in use. ";
    try {
      Files.move(file, folder.resolve(BROKEN), StandardCopyOption.REPLACE_EXISTING);
      tell(what + "The old file is kept there as " + BROKEN + ".");
    } catch (IOException e) {
      tell(what + "The file could not be renamed, so the next change replaces it.");
    }
  }

  /**
   * From now on writes every change, at most {@link #DELAY} after it.
   *
   * @param later calls on the FX thread
   * @param background runs the writing
   */
  public void keep(Later later, Executor background) {
    saver = new Saver<>(background, this::write);
    InvalidationListener onChange =
        value -> {
          if (!changed) {
            changed = true;
            later.after(DELAY, this::save);
          }
        };
    json.values().forEach(value -> value.addListener(onChange));
  }

  private void save() {
    if (changed) {
      changed = false;
      // Asking for every value also makes the properties tell of their next change.
      saver.save(json.toJson());
    }
  }

  private void write(ObjectNode values) {
    try {
      PrivateFiles.createFolder(folder);
      PrivateFiles.write(folder.resolve(FILE), SettingsJson.bytes(values));
      unwritable = false;
    } catch (IOException e) {
      if (!unwritable) {
        unwritable = true;
        tell(
            "The settings cannot be saved in "
                + folder
                + ", so they last until the window closes. Make the folder writable, or set"
                + " SANDGLASS_HOME to another one.");
      }
    }
  }

  /**
   * Writes what has not been written, and waits for it. Before the background is shut down: an
   * interrupt would end the writing.
   *
   * @return false if it took longer
   */
  public boolean flush(Duration timeout) {
    if (saver == null) {
      return true;
    }
    save();
    return saver.flush(timeout);
  }
}
