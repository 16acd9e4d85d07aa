package sandglass.capsule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/**
 * A capsule as a file has it: a description, with nothing read, compiled or checked but its form.
 * {@link CapsuleOpener} makes of it what can run. Two are equal if their files are.
 *
 * @param name the program's name: what messages call it, and the guest's first argument
 * @param program what runs
 * @param entry where it begins
 * @param limits what it may use
 * @param world what it can see
 * @param engine what executes it
 * @param expected what it did once, if it was run
 */
public record CapsuleFile(
    String name,
    Code program,
    Entry entry,
    Limits limits,
    GivenWorld world,
    Engine engine,
    Optional<Expected> expected) {

  /** What files of capsules end with. */
  public static final String SUFFIX = ".sandglass.json";

  /** The version of the format that is written. */
  public static final int VERSION = 1;

  /** What runs. */
  public sealed interface Code {
    /** WebAssembly text. */
    record Wat(String text) implements Code {}

    /** Python that compiles. */
    record Python(String text) implements Code {}

    /** A module. */
    record Module(Content content) implements Code {}

    /**
     * A script for an interpreter.
     *
     * @param text the script
     * @param interpreter what runs it
     * @param packages folders that it may import from; their guest names are given by the
     *     interpreter
     */
    record Script(String text, GivenInterpreter interpreter, List<GivenFolder.Files> packages)
        implements Code {
      /** Copies the list. */
      public Script {
        packages = List.copyOf(packages);
      }
    }
  }

  /**
   * An interpreter.
   *
   * @param source where it comes from
   * @param command how it is told what to run, as {@code CommandTemplate} reads it; empty for the
   *     usual way
   */
  public record GivenInterpreter(Source source, Optional<String> command) {
    /** Where an interpreter comes from. */
    public sealed interface Source {
      /**
       * One of the catalog.
       *
       * @param id such as {@code cpython}
       * @param sha256 the digest of its module, if it is to be that very one
       */
      record Catalogued(String id, Optional<String> sha256) implements Source {}

      /** A module of one's own. */
      record Own(Content content) implements Source {}
    }
  }

  /**
   * What a guest can see.
   *
   * @param args its arguments, without its own name
   * @param env environment variables, in order
   * @param stdin what it reads
   * @param folders its folders
   * @param clock its clock
   * @param random its random numbers
   */
  public record GivenWorld(
      List<String> args,
      Map<String, String> env,
      Content stdin,
      List<GivenFolder> folders,
      Clock clock,
      Random random) {
    /** Nothing. */
    public static final GivenWorld EMPTY =
        new GivenWorld(
            List.of(), Map.of(), Content.NONE, List.of(), Clock.VIRTUAL, Random.seeded(0));

    /** Copies the collections. */
    public GivenWorld {
      args = List.copyOf(args);
      env = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(env));
      folders = List.copyOf(folders);
    }
  }

  /** This file with what a run of it did. */
  public CapsuleFile withExpected(Optional<Expected> value) {
    return new CapsuleFile(name, program, entry, limits, world, engine, value);
  }
}
