package sandglass.tool.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sandglass.data.DataException;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.tool.settings.SettingsFile.GivenLimits;

/** Settings files as they are written. */
class SettingsWriterTest {
  private static final String CANONICAL =
      """
      wasi:
        # Memory limit in bytes (default: 256MB)
        memory_limit_bytes: 268435456

        # CPU fuel limit (computational steps)
        max_fuel: 100000000

        # Execution timeout in milliseconds
        execution_timeout_ms: 30000

        # Allowed filesystem paths (read-only)
        allowed_paths:
          - "/tmp"
          - "/data/readonly"

        # Environment variables (if needed)
        env_vars:
          HOME: "/tmp"
          PATH: "/usr/bin"

        # Sandglass's own: the platform does not know these
        module_size_bytes: 52428800
        output_limit_bytes: 67108864
        file_limit_bytes: 268435456
        table_elements: 10000
        python_wasi_wasm_path: "/opt/python.wasm"

        # Sandbox security options
        security:
          # Disable network capabilities
          allow_network: false

          # File system access mode
          fs_readonly: true

          # Process spawning
          allow_subprocess: false

          # Clock access
          allow_clock: true

          # Random number generation
          allow_random: true
          random_seed: 7
      """;

  private static SettingsFile read(String yaml) {
    try {
      return SettingsReader.read("test.yaml", yaml);
    } catch (DataException e) {
      throw new AssertionError(yaml, e);
    }
  }

  @Test
  void writesWhatItReads() {
    assertEquals(CANONICAL, SettingsWriter.write(read(CANONICAL)));
  }

  @Test
  void writesOnlyWhatIsSaid() {
    assertEquals("wasi: {}\n", SettingsWriter.write(SettingsFile.EMPTY));
    String one = "wasi:\n  # CPU fuel limit (computational steps)\n  max_fuel: 5\n";
    assertEquals(one, SettingsWriter.write(read(one)));
  }

  @Test
  void readsWhatItWrites() {
    var numbers = new SplittableRandom(6);
    for (int i = 0; i < 300; i++) {
      SettingsFile settings = any(numbers);
      String yaml = SettingsWriter.write(settings);
      assertEquals(settings, read(yaml), yaml);
      assertEquals(yaml, SettingsWriter.write(read(yaml)));
    }
  }

  private static SettingsFile any(SplittableRandom numbers) {
    var env = new TreeMap<String, String>();
    for (int i = numbers.nextInt(4); i > 0; i--) {
      String name = text(numbers).replace("=", "_");
      env.put(name.isEmpty() ? "no" : name, text(numbers));
    }
    List<String> paths =
        List.of("/a b", "/data/" + text(numbers).replace("/", "")).subList(0, numbers.nextInt(3));
    return new SettingsFile(
        new GivenLimits(
            some(numbers, numbers.nextLong(Long.MAX_VALUE)),
            some(numbers, numbers.nextLong(1, Limits.MAX_FUEL)),
            some(numbers, Duration.ofNanos(numbers.nextLong(1_000_000, 1L << 50) / 1000 * 1000)),
            some(numbers, numbers.nextLong(8, 1L << 40)),
            some(numbers, numbers.nextLong(1L << 40)),
            some(numbers, numbers.nextLong(1L << 40)),
            some(numbers, (long) numbers.nextInt(Integer.MAX_VALUE))),
        paths,
        env,
        some(numbers, numbers.nextBoolean()),
        some(numbers, List.of(Clock.VIRTUAL, Clock.REAL, Clock.OFF).get(numbers.nextInt(3))),
        some(
            numbers,
            List.of(Random.OFF, Random.REAL, Random.seeded(numbers.nextLong()))
                .get(numbers.nextInt(3))),
        some(numbers, "/opt/" + text(numbers).strip() + "python.wasm"));
  }

  private static <T> Optional<T> some(SplittableRandom numbers, T value) {
    return numbers.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private static String text(SplittableRandom numbers) {
    String hard = "a1\"\\\n\t #:{}[]&*!|>'%@`-,?~\u0007\u0085\u00a0\u2028\ufeffé\ud83d\ude00";
    var text = new StringBuilder();
    int[] points = hard.codePoints().toArray();
    for (int i = numbers.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[numbers.nextInt(points.length)]);
    }
    return text.toString();
  }

  @Test
  void quotesKeysThatAreOtherThingsInYaml() {
    var env = Map.of("yes", "no");
    var settings =
        new SettingsFile(
            GivenLimits.NONE,
            List.of(),
            env,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String yaml = SettingsWriter.write(settings);
    assertTrue(yaml.contains("    \"yes\": \"no\"\n"), yaml);
    assertEquals(env, read(yaml).env());
  }

  @Test
  void saysOfAWorldWhatAFileCan() {
    Path data = Path.of("/data");
    World world =
        World.EMPTY
            .withEnv(Map.of("A", "b"))
            .withClock(Clock.REAL)
            .withRandom(Random.seeded(3))
            .withFolders(
                List.of(new Folder(data, "/data", true), new Folder(data, "/other", false)));
    SettingsFile settings = SettingsFile.of(Limits.DEFAULT.withFuel(9), world);
    assertEquals(Limits.DEFAULT.withFuel(9), settings.limits(Limits.DEFAULT));
    World again = settings.world(World.EMPTY);
    assertEquals(world.withFolders(List.of(new Folder(data, "/data", true))), again);
    assertEquals(
        List.of("the folder /data, since the guest calls it /other"), SettingsFile.unsaid(world));
    assertEquals(List.of(), SettingsFile.unsaid(again));
    assertEquals(settings, read(SettingsWriter.write(settings)));
  }
}
