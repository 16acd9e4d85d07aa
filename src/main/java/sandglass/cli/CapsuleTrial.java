package sandglass.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleOpener;
import sandglass.interpreter.Interpreters;
import sandglass.program.ProgramException;
import sandglass.sandbox.Report;

/** Runs capsules unseen, to compare what they do. May be used from several threads. */
final class CapsuleTrial {
  private final Launcher launcher;
  private final CapsuleOpener opener;

  CapsuleTrial(Launcher launcher, Interpreters interpreters) {
    this.launcher = launcher;
    opener = new CapsuleOpener(interpreters);
  }

  /** Reads a capsule. */
  CapsuleFile read(Path path) throws CommandFailure {
    try {
      return CapsuleInput.read(path);
    } catch (ProgramException e) {
      throw new CommandFailure(ExitStatus.REJECTED, e.getMessage());
    }
  }

  /**
   * Runs a capsule to its end.
   *
   * @param path where it was read, for its relative paths and for messages
   */
  Report run(Path path, CapsuleFile file) throws CommandFailure, InterruptedException {
    long begun = System.nanoTime();
    try {
      var capsule = opener.open(file, CapsuleInput.base(path)).capsule();
      var none = OutputStream.nullOutputStream();
      var took = Duration.ofNanos(System.nanoTime() - begun);
      return Execution.await(launcher.start(capsule, none, none, took));
    } catch (CapsuleException e) {
      throw new CommandFailure(
          ExitStatus.REJECTED, path + ": " + e.field() + ": " + e.getMessage());
    }
  }
}
