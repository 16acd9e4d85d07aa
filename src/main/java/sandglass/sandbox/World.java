package sandglass.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

/**
 * All that a guest can see. {@link #EMPTY} shows it nothing: no arguments but its name, no
 * environment, empty stdin, no folders, a virtual clock and seeded random numbers. There is no
 * network and no way to start a process, so there is nothing here to allow them with.
 *
 * @param args the guest's argv, its own name first
 * @param env environment variables, in the order given; names hold no {@code =} and no NUL
 * @param stdin what the guest reads on file descriptor 0
 * @param folders host folders that are copied into the guest's file system before the run
 * @param clock virtual (driven by fuel), real, or off
 * @param random seeded, real, or off
 * @param script what an interpreter is to run, if the guest is one that is to be given a script
 */
public record World(
    List<String> args,
    Map<String, String> env,
    Stdin stdin,
    List<Folder> folders,
    Clock clock,
    Random random,
    Optional<Script> script) {

  /** Nothing but a name. */
  public static final World EMPTY =
      new World(
          List.of("guest"), Map.of(), Stdin.EMPTY, List.of(), Clock.VIRTUAL, Random.seeded(0));

  /** A world without a script. */
  public World(
      List<String> args,
      Map<String, String> env,
      Stdin stdin,
      List<Folder> folders,
      Clock clock,
      Random random) {
    this(args, env, stdin, folders, clock, random, Optional.empty());
  }

  /** Copies the collections. */
  public World {
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    folders = List.copyOf(folders);
  }

  /** This world with other arguments. */
  public World withArgs(List<String> value) {
    return new World(value, env, stdin, folders, clock, random, script);
  }

  /** This world with another environment. */
  public World withEnv(Map<String, String> value) {
    return new World(args, value, stdin, folders, clock, random, script);
  }

  /** This world with another stdin. */
  public World withStdin(Stdin value) {
    return new World(args, env, value, folders, clock, random, script);
  }

  /** This world with other folders. */
  public World withFolders(List<Folder> value) {
    return new World(args, env, stdin, value, clock, random, script);
  }

  /** This world with another clock. */
  public World withClock(Clock value) {
    return new World(args, env, stdin, folders, value, random, script);
  }

  /** This world with another source of random numbers. */
  public World withRandom(Random value) {
    return new World(args, env, stdin, folders, clock, value, script);
  }

  /** This world with a script. */
  public World withScript(Script value) {
    return new World(args, env, stdin, folders, clock, random, Optional.of(value));
  }
}
