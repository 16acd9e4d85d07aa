package sandglass.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs WASI modules under limits. One sandbox serves any number of runs, at the same time too; it
 * keeps what it has compiled. Safe for use from any thread.
 *
 * <pre>{@code
 * try (var sandbox = Sandbox.create()) {
 *   Report report = sandbox.start(capsule, Streams.NONE).report().join();
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private final ModulePreparer preparer;
  private final ScheduledThreadPoolExecutor watchdog;

  private Sandbox(ModulePreparer preparer) {
    this.preparer = preparer;
    watchdog =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "sandbox watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.setRemoveOnCancelPolicy(true);
    watchdog.setKeepAliveTime(10, TimeUnit.SECONDS);
    watchdog.allowCoreThreadTimeOut(true);
  }

  /** A sandbox that keeps compiled modules in this user's cache folder, from run to run. */
  public static Sandbox create() {
    return withCache(userCache());
  }

  /** A sandbox that keeps compiled modules in a folder, where it can be used safely. */
  public static Sandbox withCache(Path folder) {
    return new Sandbox(new ModulePreparer(DiskCache.open(folder, DiskCache.MAX_BYTES)));
  }

  /** A sandbox that keeps compiled modules in memory only. */
  public static Sandbox inMemory() {
    return new Sandbox(new ModulePreparer(Optional.empty()));
  }

  /**
   * As {@link #inMemory}, but splits functions above so many bytes of JVM code, in both engines.
   */
  static Sandbox splitting(int target) {
    return new Sandbox(new ModulePreparer(Optional.empty(), target));
  }

  /**
   * Starts a run and returns at once.
   *
   * @param capsule what to run, and how
   * @param streams where output goes live
   */
  public Run start(Capsule capsule, Streams streams) {
    return start(capsule, streams, Duration.ZERO);
  }

  /**
   * Starts a run and returns at once.
   *
   * @param capsule what to run, and how
   * @param streams where output goes live
   * @param loading what making the module took, such as compiling its text: it counts against the
   *     timeout, and in the report's elapsed time
   */
  public Run start(Capsule capsule, Streams streams, Duration loading) {
    long started = System.nanoTime() - loading.toNanos();
    var run = new SandboxRun(capsule, streams, started, false, preparer, watchdog);
    run.start();
    return run;
  }

  /**
   * Starts an interpreter ahead of its run, and returns at once.
   *
   * @param capsule its world has a {@link Script}; what that holds, stdin and the limits are those
   *     of the capsule that is handed over
   */
  public Standby startAhead(Capsule capsule) {
    if (capsule.world().script().isEmpty()) {
      throw new IllegalArgumentException("nothing can be handed over without a script");
    }
    var run = new SandboxRun(capsule, Streams.NONE, System.nanoTime(), true, preparer, watchdog);
    run.start();
    return run;
  }

  /**
   * Begins to make a module ready in advance, so that a run of it begins at once, and returns. What
   * is wrong with the module is for the run to say.
   *
   * @param module not copied, so not to be changed
   */
  public Preparation prepare(byte[] module, Engine engine) {
    var preparation = new PreparationThread(preparer, module, engine);
    preparation.start();
    return preparation;
  }

  /** Ends the watchdog. Runs that are still going are not stopped: cancel them first. */
  @Override
  public void close() {
    watchdog.shutdownNow();
  }

  private static Path userCache() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String home = System.getProperty("user.home", ".");
    String given = System.getenv(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    Path base;
    if (given != null && Path.of(given).isAbsolute()) {
      base = Path.of(given);
    } else if (os.startsWith("mac")) {
      base = Path.of(home, "Library", "Caches");
    } else {
      base = Path.of(home, ".cache");
    }
    return base.resolve("sandglass").resolve("compiled");
  }
}
