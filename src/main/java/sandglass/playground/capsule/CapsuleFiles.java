package sandglass.playground.capsule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Expected;
import sandglass.capsule.ExpectedReport;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.playground.document.Origin;
import sandglass.playground.files.WholeFile;
import sandglass.playground.world.StdinModel;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Report;

/**
 * Makes capsules of what a person has before them. What a capsule gave is taken over as it was
 * given, so that an unchanged capsule stays the same file. Reads files, so not for the FX thread.
 */
final class CapsuleFiles {
  private final Interpreters interpreters;

  CapsuleFiles(Interpreters interpreters) {
    this.interpreters = interpreters;
  }

  /**
   * What a capsule is made of, besides what is set.
   *
   * @param edited whether what is set is not what the document's capsule says
   * @param typed what was typed in the last run, which becomes stdin where it is typed live
   * @param report of the last run, if that was of exactly this
   * @param base the folder of the file that it is for; empty for none
   * @param renew whether the report is expected in place of what the capsule expected
   * @param folders how folders of this machine get into it
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read only
  record Wanted(
      boolean edited,
      byte[] typed,
      Optional<Report> report,
      Optional<Path> base,
      boolean renew,
      CapsuleMaker.Folders folders) {}

  Made make(Inputs inputs, Wanted wanted) throws InterruptedException {
    var origin = inputs.document().origin().get();
    var paths = new CapsulePaths(origin.flatMap(Origin::base), wanted.base);
    var maker = new CapsuleMaker(wanted.folders, wanted.base);
    HostFolders folders;
    try {
      folders = HostFolders.read(inputs, maker);
    } catch (CapsuleException e) {
      return new Made.Failed(e.getMessage(), wanted.folders == CapsuleMaker.Folders.BY_VALUE);
    }
    var notes = new ArrayList<String>();
    try {
      var world = inputs.setup().world();
      var code = new CodeOf(inputs, origin, paths, maker, folders, interpreters, notes).code();
      var file =
          new CapsuleFile(
              inputs.document().name().get(),
              code,
              code instanceof Code.Script ? Entry.START : world.entry(),
              inputs.setup().limits(),
              new WorldOf(world, origin, paths, maker, folders, notes).world(wanted.typed),
              world.engine(),
              expected(inputs, origin, wanted));
      return new Made.There(file, CapsuleWriter.write(file), notes);
    } catch (CapsuleException | InterpreterException | IllegalArgumentException e) {
      return new Made.Failed(e.getMessage(), false);
    } catch (IOException e) {
      return new Made.Failed(WholeFile.reason(e), false);
    }
  }

  private static Optional<Expected> expected(
      Inputs inputs, Optional<Origin> origin, Wanted wanted) {
    boolean live = inputs.setup().world().stdin().mode() == StdinModel.Mode.LIVE;
    var now = wanted.report.map(ExpectedReport::of).map(e -> live ? withoutCounts(e) : e);
    if (wanted.renew || wanted.edited) {
      return now;
    }
    // An author may have left out what does not matter, so what a capsule expects stays.
    return origin.flatMap(o -> o.file().expected()).or(() -> now);
  }

  /** What is typed comes in other portions than what is there from the start. */
  private static Expected withoutCounts(Expected all) {
    return new Expected(
        all.outcome(),
        all.exitCode(),
        all.message(),
        all.results(),
        java.util.OptionalLong.empty(),
        java.util.OptionalLong.empty(),
        Optional.empty(),
        all.stdout(),
        all.stderr(),
        all.stdoutDropped(),
        all.stderrDropped(),
        all.files(),
        Optional.empty(),
        all.moduleSha256());
  }
}
