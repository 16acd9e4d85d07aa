package sandglass.playground.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/**
 * All that a person can set of a world, as it is set, right or wrong: to put it back, and to see
 * whether it is still the same.
 *
 * @param args the line of arguments
 * @param env the rows of the environment
 * @param stdin what the guest reads
 * @param folders the folders
 * @param entry where the run begins, exported or not
 * @param clock what time the guest sees
 * @param random where random numbers come from
 * @param seed the seed, as it is written
 * @param engine what executes the module
 */
public record WorldState(
    String args,
    List<Variable> env,
    StdinState stdin,
    List<GrantedFolder> folders,
    Entry entry,
    Clock clock,
    Random.Mode random,
    String seed,
    Engine engine) {

  /** A row of the environment. */
  public record Variable(String name, String value, boolean enabled) {}

  /** Copies the lists. */
  public WorldState {
    env = List.copyOf(env);
    folders = List.copyOf(folders);
  }

  /**
   * A world that is right.
   *
   * @param args the guest's arguments, without its own name
   */
  public static WorldState of(
      List<String> args,
      Map<String, String> env,
      StdinState stdin,
      List<GrantedFolder> folders,
      Entry entry,
      Clock clock,
      Random random,
      Engine engine) {
    return new WorldState(
        ArgsLine.format(args),
        env.entrySet().stream().map(e -> new Variable(e.getKey(), e.getValue(), true)).toList(),
        stdin,
        folders,
        entry,
        clock,
        random.mode(),
        Long.toString(random.seed()),
        engine);
  }

  /**
   * The guest's arguments, without its own name.
   *
   * @throws IllegalArgumentException if the line is wrong, with one sentence
   */
  public List<String> words() {
    return ArgsLine.parse(args);
  }

  /** The variables that the guest gets, in order. */
  public Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    for (var row : env) {
      String name = row.name();
      boolean right = !name.isEmpty() && (name + row.value()).indexOf('\0') < 0;
      if (row.enabled() && right && name.indexOf('=') < 0) {
        variables.putIfAbsent(name, row.value());
      }
    }
    return Collections.unmodifiableMap(variables);
  }

  /**
   * Where random numbers come from.
   *
   * @throws IllegalArgumentException if there is no seed where one is needed, with one sentence
   */
  public Random randomSource() {
    return switch (random) {
      case REAL -> Random.REAL;
      case OFF -> Random.OFF;
      case SEEDED -> Random.seeded(RandomModel.seed(seed));
    };
  }
}
