package sandglass.sandbox.wasi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a guest reads on file descriptor 0.
 *
 * @param open opens the stream; called once a run, on the run's thread. A read of the stream may
 *     block; it must end when its thread is interrupted, or the run ends without it
 */
public record Stdin(Source open) {

  /** Opens a stream. */
  @FunctionalInterface
  public interface Source {
    /** A fresh stream from the beginning. */
    InputStream open() throws IOException;
  }

  /** Ends at once. */
  public static final Stdin EMPTY = of(new byte[0]);

  /** The text in UTF-8. */
  public static Stdin of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes; not copied. */
  public static Stdin of(byte[] bytes) {
    return new Stdin(() -> new ByteArrayInputStream(bytes));
  }
}
