package sandglass.playground.prepare;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import sandglass.playground.document.Document;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Preparation;

/** One document's module on its way to ready, as it was when it was last looked at. */
final class Job {
  /** Looks that find it under way before a person is told; what is ready sooner needs no words. */
  private static final int LOOKS_UNTOLD = 3;

  private final Document document;
  private final Engine engine;
  private final Preparation work;
  private final long begun = System.nanoTime();
  private byte[] module;
  private Optional<Preparation.End> end = Optional.empty();
  private boolean declined;
  private int looks;

  Job(Document document, byte[] module, Engine engine, Preparation work) {
    this.document = document;
    this.module = module;
    this.engine = engine;
    this.work = work;
  }

  Document document() {
    return document;
  }

  /** Looks how it is. */
  void look() {
    end = Optional.ofNullable(work.end().getNow(null));
    if (end.isEmpty()) {
      looks++;
    }
  }

  /** Whether it is under way, as far as anybody has looked. */
  boolean isGoing() {
    return !declined && end.isEmpty();
  }

  /** Whether a person said no to it. */
  boolean isDeclined() {
    return declined;
  }

  /** Whether it has been under way for so long that a person is told of it. */
  boolean isLong() {
    return looks >= LOOKS_UNTOLD;
  }

  /** Whether a run of it begins at once, as far as anybody has looked. */
  boolean isReady() {
    return !declined && end.filter(how -> how == Preparation.End.READY).isPresent();
  }

  double progress() {
    return work.progress();
  }

  PrepareStatus.Going going() {
    return new PrepareStatus.Going(document, engine, progress());
  }

  PrepareStatus.Ready ready() {
    return new PrepareStatus.Ready(document, engine, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Whether it is still what a run of the document with this engine would need. */
  boolean serves(Engine wanted) {
    if (wanted != engine) {
      return false;
    }
    var now = document.lastGood().get().map(good -> good.program().wasm());
    if (now.isEmpty() || !Arrays.equals(module, now.get())) {
      return false;
    }
    module = now.get(); // the same bytes, of which one copy is enough
    return true;
  }

  /** Ends it, because a person said so. */
  void decline() {
    declined = true;
    work.cancel();
  }

  /** Ends it. */
  void cancel() {
    work.cancel();
  }
}
