package sandglass.sandbox;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One execution. Every method may be called from any thread and returns at once. */
public interface Run {

  /** The meters now. */
  Gauges gauges();

  /**
   * How fuel and memory went so far; taken while the guest runs, and the same ever after the report
   * is there. Its last sample may be a while ago: {@link #gauges()} says what is now.
   */
  Timeline timeline();

  /** Stops the run within 250 ms, whatever the guest does. Does nothing once it has ended. */
  void cancel();

  /**
   * What happened. Never completes exceptionally because of the guest; it completes on the run's
   * own thread or the watchdog's, so dependents that do much belong on an executor.
   */
  CompletableFuture<Report> report();

  /**
   * What a file holds that the report says was created or changed. The contents are kept in memory
   * for as long as this run is.
   *
   * @param path the guest's, as {@link Report#files} has it
   * @return empty before the report is given, for deleted files, directories and other paths
   */
  Optional<InputStream> changedFile(String path);
}
