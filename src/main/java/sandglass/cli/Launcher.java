package sandglass.cli;

import java.io.OutputStream;
import java.time.Duration;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Run;

/** Starts a run. The command line's one door to the sandbox, so that tests can stand in it. */
@FunctionalInterface
public interface Launcher {

  /**
   * Starts a run and returns at once.
   *
   * @param stdout takes the guest's stdout as it comes
   * @param stderr takes the guest's stderr as it comes
   * @param loading what loading the program took, which counts against the timeout
   */
  Run start(Capsule capsule, OutputStream stdout, OutputStream stderr, Duration loading);
}
