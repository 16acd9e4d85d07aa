package sandglass.tool.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.data.DataException;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;

/** What settings files say, and what is wrong with them. */
class SettingsReaderTest {
  private static final String GUIDE_LIMITS =
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
      """;

  private static final String GUIDE_SECURITY =
      """
      wasi:
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
      """;

  @TempDir private Path folder;

  private static SettingsFile read(String yaml) throws DataException {
    return SettingsReader.read("shannon.yaml", yaml);
  }

  private static String wrong(String yaml) {
    return assertThrows(DataException.class, () -> read(yaml)).getMessage();
  }

  private static String wasi(String line) {
    return "wasi:\n  " + line.replace("\n", "\n  ") + "\n";
  }

  @Test
  void readsTheGuidesLimits() throws DataException {
    SettingsFile settings = read(GUIDE_LIMITS);
    assertEquals(Limits.DEFAULT, settings.limits(Limits.DEFAULT.withFuel(1).withMemoryBytes(0)));
    assertEquals(List.of("/tmp", "/data/readonly"), settings.allowedPaths());
    assertEquals(List.of("HOME", "PATH"), List.copyOf(settings.env().keySet()));
    assertEquals("/tmp", settings.env().get("HOME"));
    assertEquals(
        List.of(
            new Folder(Path.of("/tmp"), "/tmp", false),
            new Folder(Path.of("/data/readonly"), "/data/readonly", false)),
        settings.folders());
  }

  @Test
  void readsTheSample() throws DataException {
    SettingsFile settings = SettingsReader.load(Path.of("samples", "shannon.yaml"));
    assertEquals(10_000_000, settings.limits(Limits.DEFAULT).fuel());
    assertEquals(Map.of("LANG", "en"), settings.env());
    assertEquals(List.of(), settings.allowedPaths());
  }

  @Test
  void readsTheGuidesSecurity() throws DataException {
    SettingsFile settings = read(GUIDE_SECURITY);
    assertEquals(Optional.of(true), settings.readOnly());
    assertEquals(Optional.of(Clock.VIRTUAL), settings.clock());
    assertEquals(Optional.of(Random.seeded(0)), settings.random());
    assertEquals(World.EMPTY, settings.world(World.EMPTY));
  }

  @Test
  void readsTheGuidesRemedies() throws DataException {
    var longer = read("wasi:\n  execution_timeout_ms: 60000  # 60 seconds\n");
    assertEquals(Duration.ofMinutes(1), longer.limits(Limits.DEFAULT).timeout());
    var larger = read("wasi:\n  memory_limit_bytes: 536870912  # 512MB\n");
    assertEquals(512L << 20, larger.limits(Limits.DEFAULT).memoryBytes());
  }

  @Test
  void leavesWhatIsNotSaidAsItWas() throws DataException {
    Limits base = Limits.DEFAULT.withFuel(7).withTableElements(9);
    for (String nothing : List.of("wasi:\n", "wasi: {}\n", "wasi: ~", "other: 1\nwasi:\n")) {
      SettingsFile settings = read(nothing);
      assertEquals(SettingsFile.EMPTY, settings);
      assertEquals(base, settings.limits(base));
      assertEquals(
          World.EMPTY.withClock(Clock.REAL), settings.world(World.EMPTY.withClock(Clock.REAL)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "memory_limit_bytes: 256MiB, 268435456",
    "memory_limit_bytes: \"1 KB\", 1000",
    "memory_limit_bytes: 0x100, 256",
    "memory_limit_bytes: 1_000, 1000",
    "memory_limit_bytes: 1e3, 1000",
    "memory_limit_bytes: 1.5KiB, 1536",
  })
  void takesUnits(String line, long bytes) throws DataException {
    assertEquals(bytes, read(wasi(line)).limits(Limits.DEFAULT).memoryBytes());
  }

  @Test
  void takesUnitsOfTimeAndFuel() throws DataException {
    SettingsFile settings = read(wasi("execution_timeout_ms: 1.5s\nmax_fuel: 100M"));
    assertEquals(Duration.ofMillis(1500), settings.limits().timeout().orElseThrow());
    assertEquals(100_000_000, settings.limits().fuel().orElseThrow());
  }

  @Test
  void readsWhatSandglassAdds() throws DataException {
    SettingsFile settings =
        read(
            """
            server: {port: 1}
            wasi:
              module_size_bytes: 10MiB
              output_limit_bytes: 1024
              file_limit_bytes: 2048
              table_elements: 5
              python_wasi_wasm_path: /opt/python.wasm
              security: {fs_readonly: false, allow_clock: real, allow_random: false}
              allowed_paths: [/data]
            """);
    Limits limits = settings.limits(Limits.DEFAULT);
    assertEquals(10L << 20, limits.moduleBytes());
    assertEquals(1024, limits.outputBytes());
    assertEquals(2048, limits.fileBytes());
    assertEquals(5, limits.tableElements());
    assertEquals(Optional.of("/opt/python.wasm"), settings.python());
    World world = settings.world(World.EMPTY.withEnv(Map.of("A", "b")));
    assertEquals(Map.of("A", "b"), world.env());
    assertEquals(Clock.REAL, world.clock());
    assertEquals(Random.OFF, world.random());
    assertTrue(world.folders().getFirst().writable());
    assertEquals(
        Optional.of(Random.seeded(-5)), read(wasi("security: {random_seed: -5}")).random());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max_fuel: 0 | 2:13: error: wasi.max_fuel: must be between 1 and",
        "max_fuel: -1 | must be between 1 and",
        "max_fuel: 1.5 | must be a whole number",
        "max_fuel: lots | \"lots\" is not a count; write for example 1M",
        "max_fuel: 010 | begins with a 0, which makes it octal to some readers",
        "max_fuel: \"0100\" | begins with a 0",
        "max_fuel: .inf | \".inf\" is not a count",
        "max_fuel: true | must be a count such as 100M, not true",
        "max_fuel: [1] | must be a count such as 100M, not a list",
        "max_fuel: 1e999999999 | must be between",
        "max_fuel: 99999999999999999999 | must be between",
        "memory_limit_bytes: 256 apples | has an unknown unit (apples)",
        "memory_limit_bytes: -1 | must be between 0",
        "module_size_bytes: 7 | must be between 8",
        "execution_timeout_ms: 0 | must be between 1 and",
        "execution_timeout_ms: 0s | must be above zero and at most 365 days",
        "execution_timeout_ms: \"30\" | lacks its unit",
        "execution_timeout_ms: 030 | begins with a 0",
        "execution_timeout_ms: 400d | must be above zero and at most 365 days",
        "memory_limit: 1 | 2:3: error: wasi.memory_limit: is not known; did you mean memory_limit_bytes?",
        "colour: 1 | wasi.colour: is not known; known are memory_limit_bytes, max_fuel",
        "allowed_paths: /tmp | wasi.allowed_paths: must be a list, not a text",
        "allowed_paths: [7] | wasi.allowed_paths[0]: must be a path in quotes, not a number",
        "allowed_paths: [tmp] | \"tmp\" is not absolute; write the whole path",
        "allowed_paths: [/a, /a] | 2:23: error: wasi.allowed_paths[1]: is there twice",
        "allowed_paths: [\"/a\\0\"] | is not a path",
        "env_vars: {A: 1} | wasi.env_vars.A: must be a text, not a number; put it in quotes",
        "env_vars: {A: true} | must be a text, not true; put it in quotes",
        "env_vars: {A: } | must be a text, not nothing; put it in quotes",
        "env_vars: {A=B: c} | is no variable's name",
        "env_vars: {A: \"\\0\"} | holds a NUL",
        "env_vars: [] | wasi.env_vars: must be an object, not a list",
        "security: {allow_network: true} | cannot be true: there is no network in WASI",
        "security: {allow_subprocess: true} | cannot be true: there are no processes in WASI",
        "security: {allow_clock: maybe} | must be true, false or real, not a text",
        "security: {fs_readonly: 1} | wasi.security.fs_readonly: must be true or false, not a number",
        "security: {fs_readonly: yes} | must be true or false, not a text",
        "security: {alow_network: false} | did you mean allow_network?",
        "security: 1 | wasi.security: must be an object, not a number",
      })
  void saysWhatIsWrongAndWhere(String line, String message) {
    String said = wrong(wasi(line));
    assertTrue(said.contains(message), said);
    assertTrue(said.startsWith("shannon.yaml:2:"), said);
  }

  @Test
  void findsAllThatIsWrong() {
    String said = wrong(wasi("max_fuel: 0\nsecurity:\n  allow_network: true\n  x: 1\ny: 2"));
    assertEquals(4, said.lines().count(), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | shannon.yaml: is empty",
        "# only a comment | shannon.yaml: is empty",
        "--- | must be an object, not null",
        "a text | must be an object, not a text",
        "- wasi | must be an object, not a list",
        "max_fuel: 1 | has no section \"wasi\"; put the settings under a line \"wasi:\"",
        "wsai: {} | has no section \"wasi\"; is \"wsai\" meant to be it?",
        "wasi: 3 | 1:7: error: wasi: must be an object, not a number",
        "wasi: {}~---~wasi: {} | 2:1: error: another document begins here (---)",
        "wasi:~\tmax_fuel: 1 | 2:1: error: there is a tab; YAML is indented with spaces",
        "wasi:~  max_fuel: 1~   x: 2 | 3:5: error: there is a colon too many, or the line is indented",
        "wasi:~  max_fuel: 1~  max_fuel: 2 | 3:3: error: max_fuel: is there twice",
        "wasi: [1 | 1:9: error: expected ',' or ']'",
        "wasi: *x | 1:7: error: *x stands for nothing that comes before it",
        "wasi: &x [*x] | *x stands for nothing that comes before it",
        "? [1]~: 2 | a key must be a plain text",
        "'wasi: \"\u0001\"' | control character",
      })
  void saysWhatIsWrongWithTheYaml(String yaml, String message) {
    String said = wrong(yaml.replace('~', '\n'));
    assertTrue(said.contains(message), said);
  }

  @Test
  void passesOverOtherSectionsWhateverTheyHold() throws DataException {
    SettingsFile settings =
        read(
            """
            llm: &shared {mode: 0644, limit: .inf, list: [*none_of_it, ~]}
            wasi: {max_fuel: 5}
            """
                .replace("*none_of_it, ", ""));
    assertEquals(Optional.of(5L), settings.limits().fuel());
  }

  @Test
  void resolvesAnchorsAndMerges() throws DataException {
    SettingsFile settings =
        read(
            """
            defaults: &defaults {max_fuel: 5, memory_limit_bytes: 6}
            fuel: &fuel 7
            wasi:
              <<: *defaults
              max_fuel: *fuel
            """);
    assertEquals(Optional.of(7L), settings.limits().fuel());
    assertEquals(Optional.of(6L), settings.limits().memoryBytes());
  }

  /** Ten to the tenth laughs, if they were written out. */
  @Test
  void takesManyAliasesOfAliases() throws DataException {
    var yaml = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i <= 60; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i));
      yaml.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
    }
    assertEquals(Optional.of(1L), read(yaml + wasi("max_fuel: 1")).limits().fuel());
    var merges = new StringBuilder("a0: &a0 {}\n");
    for (int i = 1; i <= 2_000; i++) {
      merges.append("a%d: &a%d {k%d: 1, <<: *a%d}\n".formatted(i, i, i, i - 1));
    }
    assertTrue(wrong(merges + wasi("max_fuel: 1")).contains("merges more than 100,000 fields"));
    assertTrue(wrong("wasi: " + "[".repeat(5_000)).contains("more than 100 objects and lists"));
  }

  @Test
  void checksTheFoldersOfAFile() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path file = Files.writeString(folder.resolve("note"), "x");
    Path yaml = folder.resolve("shannon.yaml");
    Files.writeString(yaml, wasi("allowed_paths:\n  - \"%s\"".formatted(inside)));
    assertEquals(List.of(inside.toString()), SettingsReader.load(yaml).allowedPaths());
    Files.writeString(
        yaml, wasi("allowed_paths:\n  - \"%s/no\"\n  - \"%s\"".formatted(inside, file)));
    String said = assertThrows(DataException.class, () -> SettingsReader.load(yaml)).getMessage();
    assertTrue(said.contains(":3:7: error: wasi.allowed_paths[0]: "), said);
    assertTrue(said.contains("there is no such folder; create it, or leave it out"), said);
    assertTrue(said.contains("is not a folder"), said);
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    refuses(folder.resolve("none.yaml"), "there is no such file");
    refuses(folder, "is a folder");
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "#" + "x".repeat(10 << 20));
    refuses(large, "has more than the 1 MiB that a settings file may have");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "wasi: {} # é".getBytes(StandardCharsets.ISO_8859_1));
    refuses(latin, "is not UTF-8 from byte 11 on; save it as UTF-8");
    Path marked = folder.resolve("marked.yaml");
    Files.writeString(marked, "\ufeffwasi: {}\n");
    assertEquals(SettingsFile.EMPTY, load(marked));
  }

  private static SettingsFile load(Path file) {
    try {
      return SettingsReader.load(file);
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private static void refuses(Path file, String message) {
    var e = assertThrows(DataException.class, () -> SettingsReader.load(file));
    assertEquals(
        file + ": " + message, e.getMessage().substring(0, (file + ": " + message).length()));
  }
}
