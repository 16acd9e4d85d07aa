package sandglass.sandbox;

import java.io.OutputStream;

/**
 * Where a guest's output goes while it runs, besides the report. Written on the run's thread and
 * flushed after each of the guest's writes. A stream that throws ends the run: nobody reads what it
 * has to say.
 *
 * @param stdout gets the guest's stdout
 * @param stderr gets the guest's stderr
 */
public record Streams(OutputStream stdout, OutputStream stderr) {
  /** Nowhere but the report. */
  public static final Streams NONE =
      new Streams(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
}
