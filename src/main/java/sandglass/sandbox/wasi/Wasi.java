package sandglass.sandbox.wasi;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * WASI preview 1 for one run: descriptors, an in-memory file system with copies of the allowed
 * folders, clocks and random numbers, all behaving as wasmtime's do. Belongs to the guest's thread,
 * but for {@link #calls()} and {@link #callsDropped()}, which any thread may ask.
 */
public final class Wasi implements AutoCloseable {
  /** Most files, folders and symlinks, copied in and made by the guest, in all folders together. */
  public static final int MAX_FILES = 10_000;

  private static final long[] NO_RESULT = {};

  private final FileTable files = new FileTable();
  private final List<FileChanges> changes = new ArrayList<>();
  private final Map<String, Handler> handlers = new HashMap<>();
  private final CallTrace trace;
  private final StdinReader stdin;
  private GuestMemory lastMemory = new GuestMemory(null);

  private Wasi(WasiConfig config, Clocks clocks, Volume volume, StdinReader stdin) {
    this.stdin = stdin;
    trace = new CallTrace(config.fuelUsed());
    files.add(new Descriptor.Input(stdin));
    files.add(new Descriptor.Stream(config.stdout()));
    files.add(new Descriptor.Stream(config.stderr()));
    new StringFunctions(config).addTo(handlers);
    new ProcessFunctions(clocks, new RandomSource(config.random())).addTo(handlers);
    new FdFunctions(files).addTo(handlers);
    new StatFunctions(files, volume).addTo(handlers);
    new ReadWriteFunctions(files, volume).addTo(handlers);
    new DirectoryFunctions(files).addTo(handlers);
    new PathFunctions(files, volume).addTo(handlers);
    new OpenFunction(files, volume).addTo(handlers);
    new PollFunctions(files, clocks).addTo(handlers);
    new SocketFunctions(files).addTo(handlers);
  }

  /**
   * Sets a world up: copies the folders in and opens stdin.
   *
   * @throws WorldException if a folder or stdin cannot be had, or is too large
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  public static Wasi open(WasiConfig config) throws WorldException, InterruptedException {
    checkNames(config);
    var clocks = new Clocks(config.clock(), config.fuelUsed());
    var volume = new Volume(new FileQuota(config.fileBytes(), MAX_FILES), clocks::fileTime);
    var roots = new ArrayList<DirectoryNode>();
    for (var folder : config.folders()) {
      var copy = new FolderCopy(folder, volume, clocks.isReal(), HostDirectory::open);
      roots.add(copy.copy());
    }
    var wasi = new Wasi(config, clocks, volume, openStdin(config));
    for (int i = 0; i < roots.size(); i++) {
      wasi.preopen(config.folders().get(i), roots.get(i));
    }
    config.script().ifPresent(script -> wasi.preopen(script, volume));
    clocks.start();
    return wasi;
  }

  private void preopen(Folder folder, DirectoryNode root) {
    for (String name : folder.names()) {
      files.add(new Descriptor.Directory(root, folder.writable(), name));
    }
    if (folder.writable()) {
      changes.add(new FileChanges(folder.guest(), root));
    }
  }

  private void preopen(LateScript script, Volume volume) {
    var root = volume.newRoot();
    root.onFirstLook(
        () -> {
          byte[] content = script.handOver().get().content();
          if (content.length > volume.quota().available()) {
            throw Errno.ENOSPC.thrown();
          }
          var file = volume.newFile(root, script.name());
          file.write(0, content, 0, content.length);
        });
    files.add(new Descriptor.Directory(root, false, script.folder()));
  }

  /** Forgets the calls so far, and counts their fuel from now on. On the guest's thread. */
  public void restartTrace() {
    trace.restart();
  }

  private static StdinReader openStdin(WasiConfig config) throws WorldException {
    if (config.script().isPresent()) {
      var handOver = config.script().get().handOver();
      return new StdinReader(() -> handOver.get().stdin(), config.waitingForInput());
    }
    try {
      return new StdinReader(config.stdin().open().open(), config.waitingForInput());
    } catch (IOException | RuntimeException e) {
      throw new WorldException(
          "stdin cannot be opened (" + e.getMessage() + "); give another file or text", e);
    }
  }

  private static void checkNames(WasiConfig config) throws WorldException {
    var folders = config.folders();
    if (folders.stream().mapToInt(f -> f.names().size()).sum() > FileTable.MAX_DESCRIPTORS / 2) {
      throw new WorldException("more than 512 folders; allow one that holds them");
    }
    var names = new HashSet<String>();
    config.script().ifPresent(script -> names.add(script.folder()));
    for (var folder : folders) {
      for (var guest : folder.names()) {
        checkName(folder, guest, names);
      }
    }
  }

  private static void checkName(Folder folder, String guest, Set<String> taken)
      throws WorldException {
    var what = "folder " + folder.host() + ": the guest's name \"" + guest + "\" ";
    if (guest.isEmpty() || guest.indexOf('\0') >= 0 || guest.length() > PathResolver.MAX_PATH) {
      throw new WorldException(what + "is empty, too long or holds a NUL; choose another");
    }
    if (PathResolver.components(guest).contains("..")) {
      throw new WorldException(what + "holds \"..\"; choose a name without");
    }
    if (!taken.add(guest)) {
      throw new WorldException(what + "is taken by another folder; choose another");
    }
  }

  /** Every function of preview 1, to be imported by one instance. */
  public HostFunction[] hostFunctions() {
    return Signature.ALL.values().stream().map(this::hostFunction).toArray(HostFunction[]::new);
  }

  private HostFunction hostFunction(Signature signature) {
    var handler = handlers.get(signature.name());
    return new HostFunction(
        Signature.MODULE,
        signature.name(),
        signature.type(),
        (instance, args) -> {
          var errno = trace.call(signature, handler, memory(instance.memory()), args);
          return signature.returns() ? new long[] {errno.code()} : NO_RESULT;
        });
  }

  private GuestMemory memory(Memory memory) {
    if (!lastMemory.of(memory)) {
      lastMemory = new GuestMemory(memory);
    }
    return lastMemory;
  }

  /**
   * The type of a function that can be imported.
   *
   * @return empty if there is no such function here
   */
  public static Optional<FunctionType> signature(String module, String name) {
    return module.equals(Signature.MODULE)
        ? Optional.ofNullable(Signature.ALL.get(name)).map(Signature::type)
        : Optional.empty();
  }

  /** The names of all functions that can be imported. */
  public static Set<String> functions() {
    return Signature.ALL.keySet();
  }

  /** What the guest changed in its writable folders. Ask when the guest has ended. */
  public ChangedFiles changes() {
    return new ChangedFiles(changes.stream().flatMap(folder -> folder.list().stream()).toList());
  }

  /** The first calls, decoded. */
  public List<WasiCall> calls() {
    return trace.calls();
  }

  /** How many calls were made beyond those. */
  public long callsDropped() {
    return trace.dropped();
  }

  /** Closes stdin. What was recorded can still be asked. May be called more than once. */
  @Override
  public void close() {
    stdin.close();
  }
}
