package sandglass.program.wat;

import com.dylibso.chicory.wasi.WasiExitException;
import java.util.List;
import sandglass.program.wat.WatResult.WatError;

/**
 * Compiles WebAssembly text with wabt, in process. May be called from any thread, by many at once.
 * The first call takes about a quarter of a second, later ones some milliseconds.
 */
public final class WatCompiler {
  /** Enough for {@link WatNesting#LIMIT} levels; only what is touched costs memory. */
  private static final long STACK_BYTES = 512L << 20;

  private WatCompiler() {}

  /**
   * Compiles a text and validates the result. An interrupt of the calling thread ends it.
   *
   * @param text a module, without a size limit of its own
   */
  public static WatResult compile(String text) {
    String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var tooDeep = WatNesting.tooDeep(source);
    if (tooDeep.isPresent()) {
      return new WatResult.Failed(List.of(tooDeep.get()));
    }
    var result = new WatResult[1];
    var worker =
        Thread.ofPlatform()
            .name("sandglass-wat")
            .daemon()
            .stackSize(STACK_BYTES)
            .unstarted(() -> result[0] = attempt(source));
    if (Thread.currentThread().isInterrupted()) {
      return new WatResult.Interrupted();
    }
    worker.start();
    return await(worker) ? result[0] : new WatResult.Interrupted();
  }

  private static boolean await(Thread worker) {
    boolean interrupted = false;
    while (true) {
      try {
        worker.join();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return !interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        worker.interrupt(); // it notices at its next loop or call
      }
    }
  }

  // Whatever the compiler does with a hostile text is that text's failure, never the caller's.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static WatResult attempt(String source) {
    try (var wabt = new Wabt(source)) {
      try {
        wabt.run();
        return wabt.output()
            .<WatResult>map(WatResult.Compiled::new)
            .orElseGet(() -> failed("the compiler wrote no module", wabt.report()));
      } catch (WasiExitException e) {
        var errors = WatDiagnostics.parse(wabt.report(), source);
        return errors.isEmpty()
            ? failed("the compiler gave up with exit code " + e.exitCode(), wabt.report())
            : new WatResult.Failed(errors);
      }
    } catch (StackOverflowError e) {
      return failed("the text nests too deeply for the compiler", "");
    } catch (OutOfMemoryError e) {
      return failed("the text is too large for the memory there is", "");
    } catch (RuntimeException e) {
      return failed("the compiler crashed on this text", String.valueOf(e.getMessage()));
    }
  }

  private static WatResult failed(String what, String detail) {
    String cause = detail.isBlank() ? what : what + ": " + WatDiagnostics.firstLine(detail);
    return new WatResult.Failed(List.of(new WatError(0, 0, 0, cause)));
  }
}
