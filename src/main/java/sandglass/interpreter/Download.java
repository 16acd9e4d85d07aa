package sandglass.interpreter;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Fetches. */
public final class Download {
  private final CompletableFuture<Path> end = new CompletableFuture<>();

  public static Download start(Catalog.Entry entry, Store store) {
    return new Download();
  }

  public CompletableFuture<Path> end() {
    return end;
  }

  public void cancel() {}
}
