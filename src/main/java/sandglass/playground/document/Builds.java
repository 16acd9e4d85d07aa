package sandglass.playground.document;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.value.ChangeListener;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.program.ModuleInspector;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;

/**
 * Compiles documents in the background: a short pause after the last change, latest wins. A
 * document is watched from when it opens until it closes.
 */
public final class Builds {
  /** How long a text rests before it is compiled. */
  static final Duration PAUSE = Duration.ofMillis(250);

  private final Threads threads;
  private final LongSupplier moduleBytes;
  private final Map<Document, Watch> watches = new HashMap<>();

  /**
   * @param moduleBytes the module size limit in bytes; asked on the FX thread
   */
  public Builds(Threads threads, LongSupplier moduleBytes) {
    this.threads = threads;
    this.moduleBytes = moduleBytes;
  }

  /** Builds the document now, and again after each change. */
  public void watch(Document document) {
    threads.assertFx();
    watches.computeIfAbsent(document, Watch::new).build();
  }

  /** Builds the document no more. */
  public void unwatch(Document document) {
    threads.assertFx();
    var watch = watches.remove(document);
    if (watch != null) {
      watch.end();
    }
  }

  /**
   * Calls back once with what the text as it is now builds to; builds it if that is not known, or
   * if it was refused, since a limit may have been raised. Only the last caller is called back.
   */
  public void current(Document document, Consumer<Build> then) {
    threads.assertFx();
    var build = document.build().get();
    var watch = watches.get(document);
    if (watch == null || build instanceof Build.Good || build instanceof Build.Failed) {
      then.accept(build);
      return;
    }
    watch.then = then;
    if (build instanceof Build.Refused || !watch.building) {
      watch.build();
    }
  }

  private final class Watch {
    private final Document document;
    private final Threads.Latest slot = threads.latest();
    private final ChangeListener<String> changed = (text, before, now) -> soon();
    private Ticker.Tick pause = () -> {};
    private Consumer<Build> then = build -> {};
    private boolean building;

    Watch(Document document) {
      this.document = document;
      document.text().addListener(changed);
    }

    private void soon() {
      pause.stop();
      slot.cancel();
      building = false;
      document.built(Build.PENDING);
      pause = threads.ticker().after(PAUSE, this::build);
    }

    void build() {
      pause.stop();
      building = true;
      String text = document.text().get();
      String name = document.name().get();
      long limit = moduleBytes.getAsLong();
      slot.background(() -> attempt(document, name, text, limit), this::attempted);
    }

    private void attempted(Attempt attempt) {
      attempt.bug.ifPresent(threads.bugs());
      built(attempt.build);
    }

    private void built(Build build) {
      building = false;
      document.built(build);
      var waiting = then;
      then = ignored -> {};
      waiting.accept(build);
    }

    void end() {
      pause.stop();
      slot.cancel();
      document.text().removeListener(changed);
      var waiting = then;
      then = ignored -> {};
      waiting.accept(Build.PENDING); // or it would wait forever
    }
  }

  /** What came of a build, and what should never have been thrown in it. */
  private record Attempt(Build build, Optional<Throwable> bug) {}

  /** A bug of the compiler ends the build too: whoever waits for it must not wait forever. */
  private static Attempt attempt(Document document, String name, String text, long limit) {
    try {
      return new Attempt(make(document, name, text, limit), Optional.empty());
    } catch (RuntimeException | Error e) {
      String reason =
          e instanceof OutOfMemoryError
              ? "there is not enough memory to compile it; close other documents, or make it smaller"
              : "Sandglass failed to compile it (" + e + "); change it and try again";
      return new Attempt(new Build.Refused(name + ": " + reason), Optional.of(e));
    }
  }

  private static Build make(Document document, String name, String text, long limit) {
    long begun = System.nanoTime();
    try {
      Program program =
          switch (document.language()) {
            case BINARY -> document.binary().orElseThrow();
            case WAT -> ProgramLoader.fromText(name, text, limit);
            case PYTHON -> ProgramLoader.fromPython(name, text, limit);
          };
      var inspection = ModuleInspector.inspect(name, program.wasm());
      return new Build.Good(program, inspection, Duration.ofNanos(System.nanoTime() - begun));
    } catch (ProgramException.InSource e) {
      return new Build.Failed(e.errors());
    } catch (ProgramException e) {
      return new Build.Refused(e.getMessage());
    }
  }
}
