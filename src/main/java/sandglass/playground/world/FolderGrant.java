package sandglass.playground.world;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.sandbox.wasi.Folder;

/** A host folder that the guest is to see a copy of. */
public final class FolderGrant {
  private final Path host;
  private final StringProperty guest = new SimpleStringProperty(this, "guest", "");
  private final BooleanProperty writable = new SimpleBooleanProperty(this, "writable");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private String hostError = "";
  private Optional<String> goodGuest = Optional.empty();

  FolderGrant(Path host, String guest, boolean writable, Runnable changed) {
    this.host = host;
    this.guest.set(guest);
    this.writable.set(writable);
    this.guest.addListener(property -> changed.run());
    this.writable.addListener(property -> changed.run());
  }

  /** The folder on this machine. */
  public Path host() {
    return host;
  }

  /** The guest's name for it, such as {@code /data}; a person writes it. */
  public StringProperty guest() {
    return guest;
  }

  /** Whether the guest may change its copy; a person chooses it. */
  public BooleanProperty writable() {
    return writable;
  }

  /** What is wrong with it; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** What is wrong with the folder itself. */
  void host(String message) {
    hostError = message;
  }

  /** What is wrong with the guest's name for it. */
  void check(String guestError) {
    error.set(hostError.isEmpty() ? guestError : hostError);
    if (guestError.isEmpty()) {
      goodGuest = Optional.of(guest.get());
    }
  }

  /** What the guest gets: under the last name that was right; nothing if the folder is wrong. */
  Optional<Folder> folder() {
    return hostError.isEmpty()
        ? goodGuest.map(name -> new Folder(host, name, writable.get()))
        : Optional.empty();
  }
}
