package sandglass.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a command.
 *
 * @param in stdin
 * @param out stdout, for a guest's bytes and for results
 * @param err stderr, for a guest's bytes and for messages
 */
public record Terminal(InputStream in, OutputStream out, OutputStream err) {

  /** The process's own streams, unbuffered. */
  public static Terminal system() {
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err));
  }

  /** Prints a line to stdout. */
  public void print(String line) {
    printer(out).println(Printable.of(line));
  }

  /** Prints a line to stderr. */
  public void complain(String line) {
    printer(err).println(Printable.of(line));
  }

  // One write a line, so that lines of several processes do not mix; errors do not matter here.
  private static PrintStream printer(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, charset()) {
      @Override
      public void println(String line) {
        super.println(line);
        flush();
      }
    };
  }

  // Where the locale is not set, Java would print question marks; only Windows has other charsets.
  private static Charset charset() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return windows ? System.err.charset() : StandardCharsets.UTF_8;
  }
}
