package sandglass.sandbox.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes random modules, as they are and metered, for {@code src/test/scripts/random_fuel.py}:
 * arguments are a folder, the first seed and a count. A file {@code index.json} says how each ends
 * in the interpreter. Every fourth module has the instructions that Chicory does not run, too.
 */
final class DumpRandomModules {
  private static final long FUEL = 200_000;

  private DumpRandomModules() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    long first = Long.parseLong(args[1]);
    int count = Integer.parseInt(args[2]);
    List<Map<String, Object>> index =
        SpecThread.call(
            SpecThread.DEEP,
            () -> {
              List<Map<String, Object>> entries = new ArrayList<>();
              for (long seed = first; seed < first + count; seed++) {
                entries.add(dump(folder, seed));
              }
              return entries;
            });
    Wast.JSON.writeValue(folder.resolve("index.json").toFile(), index);
  }

  private static Map<String, Object> dump(Path folder, long seed) throws IOException {
    boolean exotic = seed % 4 == 1;
    byte[] original =
        exotic
            ? RandomModule.of(seed, EnumSet.allOf(RandomModule.Feature.class))
            : RandomModule.of(seed);
    Metered metered = Meter.meter(original);
    Files.write(folder.resolve(seed + ".wasm"), original);
    Files.write(folder.resolve(seed + ".metered.wasm"), metered.module());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("seed", seed);
    entry.put("startup", metered.startupFuel());
    if (!exotic) {
      for (Side side : List.of(Side.INTERPRETED_METERED, Side.COMPILED_METERED)) {
        var ending = RandomRun.run(side, metered.module(), FUEL);
        if (!ending.cannotCompile()) {
          entry.put(side.name(), entry(ending));
        }
      }
    }
    return entry;
  }

  private static Map<String, Object> entry(RandomRun.Ending ending) {
    return Map.of(
        "kind", ending.kind(),
        "used", FUEL - ending.fuelLeft(),
        "results", ending.results(),
        "globals", ending.globals());
  }
}
