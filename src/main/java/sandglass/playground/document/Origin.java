package sandglass.playground.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.world.WorldState;

/**
 * The capsule that a document came from, with all that decides its run.
 *
 * @param file the capsule as it was read or saved last
 * @param base the folder that its relative paths begin at; empty if it is no file
 * @param world its world, ready to be set: what it holds is in memory, and what it names was looked
 *     up
 * @param tool the tool that was called, if it came as a call
 * @param notes what is not as the capsule says, a sentence each: a folder that has changed, for one
 */
public record Origin(
    CapsuleFile file,
    Optional<Path> base,
    WorldState world,
    Optional<String> tool,
    List<String> notes) {

  /** Copies the notes. */
  public Origin {
    notes = List.copyOf(notes);
  }

  /**
   * The same capsule after it was saved.
   *
   * @param now the world that was saved
   */
  public Origin savedAs(CapsuleFile saved, Path path, WorldState now) {
    return new Origin(
        saved,
        Optional.ofNullable(path.toAbsolutePath().getParent()),
        now,
        Optional.empty(),
        List.of());
  }

  /** What runs it at first. */
  public Runner runner() {
    return file.program() instanceof CapsuleFile.Code.Script
        ? hasOwnInterpreter() ? Runner.CAPSULE : Runner.CPYTHON
        : Runner.COMPILED;
  }

  /** Whether it is a script by another interpreter than the catalog's as it is. */
  public boolean hasOwnInterpreter() {
    return file.program() instanceof CapsuleFile.Code.Script script
        && (script.interpreter().command().isPresent()
            || !script.packages().isEmpty()
            || !(script.interpreter().source()
                instanceof CapsuleFile.GivenInterpreter.Source.Catalogued));
  }

  /** The digest of the catalog's interpreter that runs it, if it names one. */
  public Optional<String> interpreterDigest() {
    return file.program() instanceof CapsuleFile.Code.Script script
            && script.interpreter().source()
                instanceof CapsuleFile.GivenInterpreter.Source.Catalogued catalogued
        ? catalogued.sha256()
        : Optional.empty();
  }
}
