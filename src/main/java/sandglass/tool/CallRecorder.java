package sandglass.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.ExpectedReport;
import sandglass.sandbox.Report;

/**
 * Records runs as capsules with what they did, in a bounded folder (see {@link RecordLimit}). Names
 * are such as {@code 20261126-174501-0007-code_executor-trapped.sandglass.json}, in UTC, and sort
 * by time. Calls of sessions are not recorded, for no capsule would do again what they did.
 *
 * <p>No answer waits for it: it writes on a thread of its own, and what comes faster than the disk
 * takes it is left out, counted, and said. Safe for use from any thread.
 */
public final class CallRecorder implements RunObserver, AutoCloseable {
  private static final int QUEUED = 64;
  private static final long QUEUED_BYTES = 128L << 20;
  private static final long CLOSE_MILLIS = 5_000;

  private final Path folder;
  private final RecordFolder files;
  private final BiFunction<CapsuleFile, Report, String> writer;
  private final Consumer<String> complaints;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUED);
  private final AtomicLong queuedBytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private boolean failing;

  private record Item(Instant time, String tool, CapsuleFile capsule, Report report, long weight) {}

  private CallRecorder(
      Path folder,
      RecordFolder files,
      BiFunction<CapsuleFile, Report, String> writer,
      Consumer<String> complaints) {
    this.folder = folder;
    this.files = files;
    this.writer = writer;
    this.complaints = complaints;
    thread = new Thread(this::work, "call recorder");
    thread.setDaemon(true);
  }

  /**
   * A recorder for a folder, which is made where it is missing.
   *
   * @param complaints takes a line where something goes wrong; on the recorder's thread
   * @throws IOException if the folder cannot be made, or not be used
   */
  public static CallRecorder open(Path folder, RecordLimit limit, Consumer<String> complaints)
      throws IOException {
    return open(folder, limit, CallRecorder::text, complaints);
  }

  private static String text(CapsuleFile capsule, Report report) {
    return CapsuleWriter.write(capsule.withExpected(Optional.of(ExpectedReport.of(report))));
  }

  /**
   * A recorder for a folder, which is made where it is missing.
   *
   * @param writer makes the text of a capsule with what its run did
   * @param complaints takes a line where something goes wrong; on the recorder's thread
   * @throws IOException if the folder cannot be made, or not be used
   */
  static CallRecorder open(
      Path folder,
      RecordLimit limit,
      BiFunction<CapsuleFile, Report, String> writer,
      Consumer<String> complaints)
      throws IOException {
    var recorder = new CallRecorder(folder, RecordFolder.open(folder, limit), writer, complaints);
    recorder.thread.start();
    return recorder;
  }

  @Override
  public void ended(String tool, CapsuleFile capsule, Report report) {
    long weight = CapsuleWeight.of(capsule) + CapsuleWeight.of(report);
    var item = new Item(Instant.now(), tool, capsule, report, weight);
    boolean fits = queuedBytes.addAndGet(weight) <= QUEUED_BYTES;
    if (closed || !fits || !queue.offer(item)) {
      queuedBytes.addAndGet(-weight);
      dropped.incrementAndGet();
    }
  }

  private void work() {
    try {
      while (true) {
        Item item = queue.poll(100, TimeUnit.MILLISECONDS);
        if (item != null) {
          write(item);
          queuedBytes.addAndGet(-item.weight());
        } else if (closed) {
          break;
        }
        if (queue.isEmpty()) {
          sayDropped();
        }
      }
    } catch (InterruptedException e) {
      dropped.addAndGet(queue.size());
    }
    sayDropped();
  }

  private void write(Item item) {
    try {
      String text = writer.apply(item.capsule(), item.report());
      files.write(item.time(), item.tool(), item.report().outcome().kind(), text);
      failing = false;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (!failing) {
        failing = true;
        complaints.accept(
            folder
                + ": a call cannot be recorded: "
                + IoReason.of(e)
                + "; others are still tried, without a word if they fail as well");
      }
    }
  }

  private void sayDropped() {
    long count = dropped.getAndSet(0);
    if (count > 0) {
      complaints.accept(
          folder
              + ": "
              + (count == 1 ? "a call was" : count + " calls were")
              + " not recorded: they came faster than the folder takes them");
    }
  }

  /** Writes what is still to be written, for at most five seconds, and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_MILLIS);
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(CLOSE_MILLIS / 5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
