package sandglass.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Content;
import sandglass.capsule.ExpectedReport;
import sandglass.capsule.RecordedStdin;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

/** The options by which a run is saved as a capsule, and the saving. Serves one run. */
final class SaveOptions {
  /** The most that is read of a stdin's file. */
  private static final long MAX_STDIN_BYTES = 256L << 20;

  @Option(
      names = "--save-capsule",
      paramLabel = "FILE",
      description =
          "Save the run as a capsule: program, limits, world and what it did, in one JSON file that"
              + " can be run, checked and handed on. Best named .sandglass.json.")
  private String target;

  @Option(
      names = "--by-path",
      description =
          "Save folders and modules by path and digest; by value by default, folders up to 16 MiB.")
  private boolean byPath;

  private RecordedStdin recorded;

  /** What is to be saved. */
  interface Saving {
    /**
     * Makes the capsule, without an expected report.
     *
     * @param stdin what the guest was given, if options gave it something
     */
    CapsuleFile make(CapsuleMaker maker, Optional<Content> stdin) throws Exception;
  }

  /** Runs a capsule once more, unseen. */
  interface Again {
    Report run(Capsule capsule) throws Exception;
  }

  boolean areGiven() {
    return target != null;
  }

  /** Whether modules are named rather than held. */
  boolean areByPath() {
    return byPath;
  }

  /** Why the options do not go together, or null. */
  String misuse() {
    return byPath && target == null
        ? "--by-path is for --save-capsule; add that, or leave it out"
        : null;
  }

  /** A capsule whose live stdin is remembered, if it is to be saved. */
  Capsule recording(Capsule capsule, WorldOptions options) {
    if (target == null || !options.isLive()) {
      return capsule;
    }
    recorded = new RecordedStdin(capsule.world().stdin(), RecordedStdin.MAX_BYTES);
    return withStdin(capsule, recorded.stdin());
  }

  private static Capsule withStdin(Capsule capsule, Stdin stdin) {
    return new Capsule(
        capsule.name(),
        capsule.module(),
        capsule.entry(),
        capsule.limits(),
        capsule.world().withStdin(stdin),
        capsule.engine());
  }

  /**
   * Saves a run. What came live came in pieces, which the capsule does not know: so what it expects
   * is what it does with all of it at once.
   *
   * @param again runs it once more for that
   */
  void save(
      Capsule capsule,
      Report report,
      WorldOptions options,
      Saving saving,
      Again again,
      Terminal terminal)
      throws Exception {
    if (target == null) {
      return;
    }
    Path file = Input.path(target);
    var base = Optional.ofNullable(file.toAbsolutePath().getParent());
    var how = byPath ? CapsuleMaker.Folders.BY_PATH : CapsuleMaker.Folders.BY_VALUE;
    var maker = new CapsuleMaker(how, base);
    CapsuleFile made;
    try {
      made = saving.make(maker, stdin(options, maker));
    } catch (CapsuleException e) {
      throw failure(e.getMessage());
    } catch (ProgramException.Interrupted e) {
      throw e;
    } catch (ProgramException e) {
      throw failure(e.getMessage());
    }
    Report expected = report;
    if (recorded != null && isFinished(report.outcome())) {
      expected = again.run(withStdin(capsule, Stdin.of(recorded.bytes())));
    }
    var complete = made.withExpected(Optional.of(ExpectedReport.of(expected)));
    OutputFile.write(file, CapsuleWriter.write(complete).getBytes(StandardCharsets.UTF_8));
    if (made.world().clock() == Clock.REAL || made.world().random().mode() == Random.Mode.REAL) {
      terminal.complain(
          file
              + ": saved; its clock or random numbers are real, so that it may not do the same again");
    }
  }

  private static boolean isFinished(Outcome outcome) {
    return !(outcome instanceof Outcome.TimedOut || outcome instanceof Outcome.Cancelled);
  }

  private Optional<Content> stdin(WorldOptions options, CapsuleMaker maker)
      throws CommandFailure, ProgramException {
    if (recorded != null) {
      if (!recorded.isWhole()) {
        throw failure(
            "the guest read more than 16 MiB from stdin; put that in a file, and name it with"
                + " --stdin and --by-path");
      }
      return Optional.of(Content.of(recorded.bytes()));
    }
    if (options.stdin() == null) {
      return Optional.empty();
    }
    Path file = Input.path(options.stdin());
    byte[] bytes = InputFile.read(file, MAX_STDIN_BYTES);
    boolean small = !byPath && bytes.length <= RecordedStdin.MAX_BYTES;
    return Optional.of(small ? Content.of(bytes) : maker.there(file, bytes));
  }

  private CommandFailure failure(String why) {
    return new CommandFailure(
        ExitStatus.NOT_WRITTEN, target + ": the capsule was not saved: " + why);
  }
}
