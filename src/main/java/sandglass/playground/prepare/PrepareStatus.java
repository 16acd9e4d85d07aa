package sandglass.playground.prepare;

import java.time.Duration;
import sandglass.playground.document.Document;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Quantities;

/** What there is to say of a module that is made ready ahead of its run. */
public sealed interface PrepareStatus {
  /** Whose module it is. */
  Document document();

  /** What is done, or was done, to which module. */
  String text();

  /**
   * It is under way.
   *
   * @param progress from 0 to 1
   */
  record Going(Document document, Engine engine, double progress) implements PrepareStatus {
    @Override
    public String text() {
      return (engine == Engine.COMPILED ? "Compiling " : "Preparing ") + document + "…";
    }
  }

  /**
   * A run of it begins at once.
   *
   * @param took from when it began
   */
  record Ready(Document document, Engine engine, Duration took) implements PrepareStatus {
    private static final long TENTH_MILLIS = 100;

    @Override
    public String text() {
      // It is looked at ten times a second, so finer figures would be made up.
      long tenths = Math.round((double) took.toMillis() / TENTH_MILLIS);
      return (engine == Engine.COMPILED ? "Compiled " : "Prepared ")
          + document
          + " in "
          + Quantities.formatDuration(Duration.ofMillis(tenths * TENTH_MILLIS));
    }
  }
}
