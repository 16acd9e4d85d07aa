package sandglass.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.tool.settings.SettingsFile;

/**
 * What calls may use and see, whoever makes them.
 *
 * @param limits of modules; a call may ask for less time, never for more
 * @param scriptLimits of scripts, counted from when the interpreter has started
 * @param paths which files calls may name
 * @param env environment variables, in order
 * @param folders that guests see copies of, besides their workspace
 * @param clock virtual, real, or off
 * @param random seeded, real, or off
 */
public record ToolPolicy(
    Limits limits,
    Limits scriptLimits,
    AllowedPaths paths,
    Map<String, String> env,
    List<Folder> folders,
    Clock clock,
    Random random) {
  /** The guide's limits, no paths, and a world of nothing but the workspace. */
  public static final ToolPolicy DEFAULT =
      new ToolPolicy(
          Limits.DEFAULT,
          Interpreter.LIMITS.withTimeout(Limits.DEFAULT.timeout()),
          AllowedPaths.NONE,
          Map.of(),
          List.of(),
          Clock.VIRTUAL,
          Random.seeded(0));

  /** Copies the collections. */
  public ToolPolicy {
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    folders = List.copyOf(folders);
  }

  /**
   * {@link #DEFAULT} with what a settings file says. Below the folders that guests see, calls may
   * name files, too.
   */
  public static ToolPolicy of(SettingsFile settings) {
    var world = settings.world(World.EMPTY);
    return new ToolPolicy(
        settings.limits(DEFAULT.limits()),
        settings.limits(DEFAULT.scriptLimits()),
        AllowedPaths.of(world.folders().stream().map(Folder::host).toList()),
        world.env(),
        world.folders(),
        world.clock(),
        world.random());
  }

  /** With other paths. */
  public ToolPolicy withPaths(AllowedPaths value) {
    return new ToolPolicy(limits, scriptLimits, value, env, folders, clock, random);
  }

  /** With other limits. */
  public ToolPolicy withLimits(Limits modules, Limits scripts) {
    return new ToolPolicy(modules, scripts, paths, env, folders, clock, random);
  }
}
