package sandglass.playground.prepare;

import java.util.concurrent.CompletableFuture;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Preparation;

/** A preparation that goes as far as a test says. */
public final class TestPreparation implements Preparation {
  private final int bytes;
  private final Engine engine;
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private volatile double progress;

  public TestPreparation(byte[] module, Engine engine) {
    bytes = module.length;
    this.engine = engine;
  }

  /** How large the module is. */
  public int bytes() {
    return bytes;
  }

  public Engine engine() {
    return engine;
  }

  /** Gets this far. */
  public void reach(double now) {
    progress = now;
  }

  /** Ends. */
  public void end(End how) {
    end.complete(how);
  }

  public boolean isCancelled() {
    return end.getNow(null) == End.CANCELLED;
  }

  @Override
  public double progress() {
    return progress;
  }

  @Override
  public CompletableFuture<End> end() {
    return end;
  }

  @Override
  public void cancel() {
    end.complete(End.CANCELLED);
  }
}
