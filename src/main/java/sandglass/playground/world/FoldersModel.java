package sandglass.playground.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.playground.common.Threads;
import sandglass.sandbox.wasi.Folder;

/** The folders that the guest sees copies of. None, unless a person or a capsule adds them. */
public final class FoldersModel {
  /** Most folders. */
  public static final int MAX_ROWS = 50;

  private static final int MAX_GUEST_PATH = 1000;

  private final Threads threads;
  private final Threads.Latest checks;
  private final Runnable changed;
  private final ObservableList<FolderGrant> rows = FXCollections.observableArrayList();
  private final ObservableList<FolderGrant> shown = FXCollections.unmodifiableObservableList(rows);

  FoldersModel(Threads threads, Runnable changed) {
    this.threads = threads;
    this.changed = changed;
    checks = threads.latest();
  }

  /** The folders, not to be changed from outside. */
  public ObservableList<FolderGrant> rows() {
    return shown;
  }

  /** Whether there is room for another folder. */
  public boolean hasRoom() {
    return rows.size() < MAX_ROWS;
  }

  /**
   * Adds a folder, read-only, under its own name; without effect where it is there already or there
   * is no room.
   */
  public void add(Path host) {
    if (hasRoom() && rows.stream().noneMatch(row -> row.host().equals(host))) {
      add(new GrantedFolder(new Folder(host, freeName(host), false)));
      check();
    }
  }

  private void add(GrantedFolder folder) {
    rows.add(new FolderGrant(folder, this::checkNames));
  }

  private String freeName(Path host) {
    var file = host.toAbsolutePath().normalize().getFileName();
    String name = "/" + (file == null ? "host" : file.toString());
    Set<String> taken = rows.stream().map(row -> row.guest().get()).collect(Collectors.toSet());
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  /** Removes a folder. */
  public void remove(FolderGrant row) {
    rows.remove(row);
    checkNames();
  }

  void set(List<GrantedFolder> folders) {
    rows.clear();
    folders.stream().limit(MAX_ROWS).forEach(this::add);
    check();
  }

  /** The folders as they are set now, right or wrong. */
  List<GrantedFolder> granted() {
    return rows.stream().map(FolderGrant::granted).toList();
  }

  /** Looks at the folders again, in the background. */
  public void check() {
    threads.assertFx();
    checkNames();
    var asked = List.copyOf(rows);
    var hosts = asked.stream().map(FolderGrant::host).toList();
    checks.background(
        () -> hosts.stream().map(FileCheck::folder).toList(),
        messages -> {
          for (int i = 0; i < asked.size(); i++) {
            asked.get(i).host(messages.get(i));
          }
          checkNames();
        });
  }

  private void checkNames() {
    var names = new HashSet<String>();
    for (var row : rows) {
      row.check(error(row, names));
    }
    changed.run();
  }

  /** Of two folders with one name, the first keeps it. */
  private static String error(FolderGrant row, Set<String> names) {
    String guest = row.guest().get();
    if (!guest.startsWith("/") && !row.isAsGiven()) {
      return "The guest's path must begin with \"/\", such as /data";
    }
    if (guest.length() > MAX_GUEST_PATH || guest.indexOf('\0') >= 0) {
      return "The guest's path is too long or holds a NUL; choose another";
    }
    if (List.of(guest.split("/")).contains("..")) {
      return "The guest's path cannot hold \"..\"; choose a path without";
    }
    return names.add(guest)
        ? ""
        : "Another folder is called " + guest + " already; choose another path";
  }

  /**
   * What the guest gets. A folder whose name is wrong now keeps its last one, unless another has
   * taken that meanwhile.
   */
  public List<Folder> folders() {
    var taken = new HashSet<String>();
    rows.stream().filter(FoldersModel::isRight).forEach(row -> taken.add(row.guest().get()));
    var folders = new ArrayList<Folder>();
    for (var row : rows) {
      row.folder()
          .filter(folder -> isRight(row) || taken.add(folder.guest()))
          .ifPresent(folders::add);
    }
    return List.copyOf(folders);
  }

  private static boolean isRight(FolderGrant row) {
    return row.error().get().isEmpty();
  }
}
