package sandglass.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.ExpectedReport;
import sandglass.sandbox.Report;
import sandglass.tool.RunObserver;

/** Keeps the run of one tool call, to be written as a capsule when it is over. */
final class SavedCapsule implements RunObserver {
  private final Path file;
  private volatile CapsuleFile done;

  SavedCapsule(Path file) {
    this.file = file;
  }

  @Override
  public void ended(String tool, CapsuleFile capsule, Report report) {
    done = capsule.withExpected(Optional.of(ExpectedReport.of(report)));
  }

  /** Writes it, if anything was run. */
  void write() throws CommandFailure {
    CapsuleFile capsule = done;
    if (capsule == null) {
      throw new CommandFailure(
          ExitStatus.REJECTED,
          file
              + ": not written, since no capsule describes this call: it was refused, or is part"
              + " of a session");
    }
    OutputFile.write(
        file, (CapsuleWriter.write(capsule).strip() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
