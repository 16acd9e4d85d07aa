package sandglass.sandbox;

import java.util.concurrent.CompletableFuture;

/** A preparation on a thread of its own, a daemon. It is interrupted to give it up. */
final class PreparationThread implements Preparation {
  private final ModulePreparer preparer;
  private final byte[] module;
  private final Engine engine;
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final Thread thread;
  private volatile PreparationProgress progress = new PreparationProgress();

  PreparationThread(ModulePreparer preparer, byte[] module, Engine engine) {
    this.preparer = preparer;
    this.module = module;
    this.engine = engine;
    // As deep a stack as a run's: what the compiler cannot do here, no run would try again.
    thread = new Thread(null, this::work, "sandglass-prepare", SandboxRun.STACK_BYTES, false);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void work() {
    End how = End.REFUSED;
    try {
      var _ = preparer.prepare(module, Sha256.hex(module), engine, others -> progress = others);
      how = End.READY;
    } catch (InterruptedException e) {
      how = End.CANCELLED;
    } catch (RejectedException | OutOfMemoryError e) {
      // The run finds out for itself.
    } finally {
      end.complete(how); // also after a bug, which goes to the handler of uncaught exceptions
    }
  }

  @Override
  public double progress() {
    return end.getNow(End.REFUSED) == End.READY ? 1 : progress.value();
  }

  @Override
  public CompletableFuture<End> end() {
    return end.copy();
  }

  @Override
  public void cancel() {
    thread.interrupt();
  }
}
