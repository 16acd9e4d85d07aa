package sandglass.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleOpener;
import sandglass.capsule.FolderDigest;
import sandglass.capsule.GivenFolder;
import sandglass.capsule.Opened;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Workers;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.wasi.Folder;
import sandglass.tool.ToolException.Kind;

/**
 * Opens the capsules of tool calls and runs them, scripts by interpreters that were started ahead.
 * Safe for use from any thread.
 */
final class CapsuleRunner implements AutoCloseable {
  private final Sandbox sandbox;
  private final CapsuleOpener opener;
  private final List<Folder> folders;
  private final RunObserver observer;
  private final ExecutorService work;
  private final Workers workers;

  /**
   * @param sandbox closed by its owner, after this
   * @param folders that guests see besides those of their capsules: as they are when a run begins,
   *     where a capsule has them as they were when it was made
   */
  CapsuleRunner(
      Sandbox sandbox, Interpreters interpreters, List<Folder> folders, RunObserver observer) {
    this.sandbox = sandbox;
    this.folders = folders;
    this.observer = observer;
    opener = new CapsuleOpener(interpreters);
    work =
        Executors.newSingleThreadExecutor(
            task -> {
              var thread = new Thread(task, "sandglass-tool-workers");
              thread.setDaemon(true);
              return thread;
            });
    workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work);
  }

  /** Interpreters that were started ahead. */
  Workers workers() {
    return workers;
  }

  /**
   * Opens a capsule, with the folders besides.
   *
   * @param fields the call's field that each field of the capsule comes from, by how it begins
   */
  Opened open(CapsuleFile file, Map<String, String> fields)
      throws ToolException, InterruptedException {
    Opened opened;
    try {
      opened = opener.open(file, Optional.empty());
    } catch (CapsuleException e) {
      String field =
          fields.entrySet().stream()
              .filter(known -> e.field().startsWith(known.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("parameters");
      throw new ToolException(Kind.INVALID, field, e.getMessage());
    }
    if (folders.isEmpty()) {
      return opened;
    }
    Capsule own = opened.capsule();
    var all = new ArrayList<>(own.world().folders());
    all.addAll(folders);
    return new Opened(
        new Capsule(
            own.name(),
            own.module(),
            own.entry(),
            own.limits(),
            own.world().withFolders(all),
            own.engine()),
        opened.program(),
        opened.interpreter());
  }

  /**
   * Runs a capsule that {@link #open} gave.
   *
   * @param loading what making it took, which counts against the timeout of a module
   */
  RunningCall start(String tool, CapsuleFile file, Opened opened, Streams live, Duration loading) {
    Run run =
        opened.interpreter().isPresent()
            ? workers.run(opened.capsule(), live)
            : sandbox.start(opened.capsule(), live, loading);
    long fuel = opened.capsule().limits().fuel();
    return new GuestCall(tool, run, fuel, report -> observe(tool, file, report));
  }

  private void observe(String tool, CapsuleFile file, Report report) {
    if (observer != RunObserver.NONE) {
      observer.ended(tool, complete(file, folders), report);
    }
  }

  /** A capsule that has the folders too, by path and digest. */
  static CapsuleFile complete(CapsuleFile file, List<Folder> folders) {
    if (folders.isEmpty()) {
      return file;
    }
    var all = new ArrayList<>(file.world().folders());
    for (Folder folder : folders) {
      var files = new GivenFolder.Files.There(folder.host().toString(), digest(folder));
      all.add(new GivenFolder(folder.guest(), folder.writable(), files, folder.also()));
    }
    var world = file.world();
    return new CapsuleFile(
        file.name(),
        file.program(),
        file.entry(),
        file.limits(),
        new CapsuleFile.GivenWorld(
            world.args(), world.env(), world.stdin(), all, world.clock(), world.random()),
        file.engine(),
        file.expected());
  }

  private static String digest(Folder folder) {
    try {
      return FolderDigest.of(folder.host());
    } catch (IOException e) {
      return ""; // opening the capsule says that the folder is not what it was
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public void close() {
    workers.close();
    work.shutdownNow();
  }
}
