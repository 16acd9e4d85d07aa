package sandglass.sandbox;

import java.util.ArrayList;
import sandglass.sandbox.Timeline.Sample;

/**
 * Takes a run's samples, and thins them where they become many: what is kept then lies at least a
 * {@value #PARTS}th of the run so far apart in time, fuel or memory. So neither a long run nor a
 * flood of growths or of calls drives out the rest. Holds numbers only. The guest's thread records;
 * the snapshot may be taken from any.
 */
final class TimelineRecorder {
  /** A third of the room is enough for each of time, fuel and memory, with space to go on. */
  private static final int PARTS = Timeline.MAX_SAMPLES / 4;

  private long started;
  // All room at once: a guest that has used up the Java heap must still be able to end.
  private final long[] nanos = new long[Timeline.MAX_SAMPLES];
  private final long[] fuel = new long[Timeline.MAX_SAMPLES];
  private final long[] memory = new long[Timeline.MAX_SAMPLES];
  private int count;
  private boolean ended;
  private long nanosApart;
  private long fuelApart;
  private long memoryApart;

  /**
   * @param started when the run was, as {@link System#nanoTime} had it
   */
  TimelineRecorder(long started) {
    this.started = started;
  }

  /** Forgets all samples; time counts from now on. */
  synchronized void restart(long now) {
    started = now;
    count = 0;
    nanosApart = 0;
    fuelApart = 0;
    memoryApart = 0;
  }

  /** Takes a sample now; none once the end is there. */
  synchronized void record(long fuelUsed, long memoryBytes) {
    record(System.nanoTime() - started, fuelUsed, memoryBytes);
  }

  synchronized void record(long time, long fuelUsed, long memoryBytes) {
    if (ended || (count > 0 && isNear(count - 1, time, fuelUsed, memoryBytes))) {
      return;
    }
    if (count == Timeline.MAX_SAMPLES) {
      thin();
    }
    add(time, fuelUsed, memoryBytes);
  }

  /**
   * Takes the last sample. A guest that was given up may have gone on since these figures were
   * read: what it did then is forgotten.
   */
  synchronized void end(long time, long fuelUsed, long memoryBytes) {
    if (ended) {
      return;
    }
    while (count > 0
        && (nanos[count - 1] > time
            || fuel[count - 1] > fuelUsed
            || memory[count - 1] > memoryBytes)) {
      count--;
    }
    if (count == Timeline.MAX_SAMPLES) {
      thin();
    }
    add(time, fuelUsed, memoryBytes);
    ended = true;
  }

  synchronized Timeline snapshot() {
    var samples = new ArrayList<Sample>(count);
    for (int i = 0; i < count; i++) {
      samples.add(new Sample(nanos[i], fuel[i], memory[i]));
    }
    return new Timeline(samples);
  }

  private void add(long time, long fuelUsed, long memoryBytes) {
    nanos[count] = time;
    fuel[count] = fuelUsed;
    memory[count] = memoryBytes;
    count++;
  }

  private boolean isNear(int kept, long time, long fuelUsed, long memoryBytes) {
    return time - nanos[kept] < nanosApart
        && fuelUsed - fuel[kept] < fuelApart
        && memoryBytes - memory[kept] < memoryApart;
  }

  private void thin() {
    int last = count - 1;
    nanosApart = (nanos[last] - nanos[0]) / PARTS + 1;
    fuelApart = (fuel[last] - fuel[0]) / PARTS + 1;
    memoryApart = (memory[last] - memory[0]) / PARTS + 1;
    int before = count;
    count = 1;
    for (int i = 1; i < before; i++) {
      if (!isNear(count - 1, nanos[i], fuel[i], memory[i])) {
        add(nanos[i], fuel[i], memory[i]);
      }
    }
  }
}
