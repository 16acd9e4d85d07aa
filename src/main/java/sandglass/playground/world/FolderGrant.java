package sandglass.playground.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.capsule.GivenFolder;
import sandglass.sandbox.wasi.Folder;

/** A folder that the guest is to see a copy of: the host's, or one that a capsule holds. */
public final class FolderGrant {
  private final Path host;
  private final Optional<GivenFolder.Files> given;
  private final String firstGuest;
  private final List<String> also;
  private final StringProperty guest = new SimpleStringProperty(this, "guest", "");
  private final BooleanProperty writable = new SimpleBooleanProperty(this, "writable");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private String hostError = "";
  private Optional<String> goodGuest = Optional.empty();

  FolderGrant(GrantedFolder folder, Runnable changed) {
    host = folder.folder().host();
    given = folder.given();
    firstGuest = folder.folder().guest();
    also = folder.folder().also();
    guest.set(firstGuest);
    writable.set(folder.folder().writable());
    this.guest.addListener(property -> changed.run());
    this.writable.addListener(property -> changed.run());
  }

  /** The folder on this machine, or in memory. */
  public Path host() {
    return host;
  }

  /** Whether a capsule holds it, so that it is nowhere on this machine. */
  public boolean isInCapsule() {
    return given.filter(GivenFolder.Files.Here.class::isInstance).isPresent();
  }

  /** Where it is, or what is in it: {@code 3 files, 1.2 KiB, in the capsule}. */
  public String label() {
    return given
        .filter(GivenFolder.Files.Here.class::isInstance)
        .map(files -> GrantedFolder.summary((GivenFolder.Files.Here) files))
        .orElse(host.toString());
  }

  /** As it is set now, right or wrong. */
  GrantedFolder granted() {
    return new GrantedFolder(new Folder(host, guest.get(), writable.get(), also), given);
  }

  /** More names for the same copy, as a capsule gave them. */
  public List<String> also() {
    return also;
  }

  /** Whether the guest's name for it is still the one that a capsule gave. */
  boolean isAsGiven() {
    return given.isPresent() && guest.get().equals(firstGuest);
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
        ? goodGuest.map(name -> new Folder(host, name, writable.get(), also))
        : Optional.empty();
  }
}
