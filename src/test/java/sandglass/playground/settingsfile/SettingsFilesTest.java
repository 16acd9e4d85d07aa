package sandglass.playground.settingsfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.playground.TestPlayground;
import sandglass.playground.world.WorldModel;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

class SettingsFilesTest {
  @TempDir Path folder;
  private final TestPlayground window = new TestPlayground();

  @AfterEach
  void close() {
    window.close();
  }

  private Path yaml(String text) throws Exception {
    return Files.writeString(folder.resolve("shannon.yaml"), text);
  }

  private String guide() {
    return """
        wasi:
          memory_limit_bytes: 134217728
          max_fuel: 5000000
          execution_timeout_ms: 10000
          allowed_paths:
            - "%s"
          env_vars:
            HOME: "/tmp"
          security:
            allow_network: false
            fs_readonly: true
            allow_clock: false
        """
        .formatted(folder);
  }

  @Test
  void setsWhatAFileSaysAndLeavesTheRest() throws Exception {
    window.playground().world().args().text().set("mine");
    window.playground().documents().open(yaml(guide()));
    var limits = window.playground().limits().value().get();
    assertEquals(128L << 20, limits.memoryBytes());
    assertEquals(5_000_000, limits.fuel());
    assertEquals(Duration.ofSeconds(10), limits.timeout());
    assertEquals(Limits.DEFAULT.tableElements(), limits.tableElements());
    var world = window.playground().world();
    assertEquals(Map.of("HOME", "/tmp"), world.environment().variables());
    assertEquals(folder, world.folders().rows().getFirst().host());
    assertEquals(Clock.OFF, world.clock().get());
    assertEquals("mine", world.args().text().get());
    assertTrue(
        window.notice().startsWith("Set from shannon.yaml: fuel 5 M, memory 128 MiB"),
        window.notice());
    assertTrue(window.playground().documents().open().isEmpty());
    window.fix("Put back");
    assertEquals(Limits.DEFAULT, window.playground().limits().value().get());
    assertEquals("1 argument", world.summary().get());
  }

  @Test
  void setsTheSameTwiceWithoutDoubling() throws Exception {
    Path file = yaml(guide());
    window.playground().settingsFiles().read(file);
    window.playground().settingsFiles().read(file);
    assertEquals(1, window.playground().world().folders().rows().size());
    assertEquals(1, window.playground().world().environment().rows().size());
  }

  @Test
  void setsNothingIfAnythingIsWrongAndSaysAllOfIt() throws Exception {
    window.prompts.chosen =
        Optional.of(
            yaml(
                """
                wasi:
                  max_fuel: 5
                  memory_limit_bytes: lots
                  max_fuell: 50
                  security:
                    allow_network: true
                    allow_subprocess: true
                """));
    window.playground().settingsFiles().askToImport();
    assertTrue(window.notice().contains("shannon.yaml:3:"), window.notice());
    window.fix("Show all");
    String all = window.prompts.details.getFirst();
    assertEquals(4, all.lines().count(), all);
    assertTrue(all.contains("allow_network") && all.contains("allow_subprocess"), all);
    assertEquals(Limits.DEFAULT, window.playground().limits().value().get());
    assertEquals(WorldModel.NOTHING, window.playground().world().summary().get());
  }

  @Test
  void saysWhatIsNoSettingsFile() throws Exception {
    window.playground().documents().open(folder.resolve("gone.yml"));
    assertTrue(window.notice().contains("there is no such file"), window.notice());
    window.playground().documents().open(yaml("- a\n- b\n"));
    assertTrue(window.notice().contains("must be an object"), window.notice());
    window.playground().documents().open(yaml("wasi: [\n"));
    assertTrue(window.notice().contains("shannon.yaml:"), window.notice());
  }

  @Test
  void writesWhatItReadsAgain() throws Exception {
    window.playground().settingsFiles().read(yaml(guide()));
    Path out = folder.resolve("out.yaml");
    window.prompts.chosen = Optional.of(out);
    window.playground().settingsFiles().askToExport();
    assertEquals("The settings were saved as out.yaml.", window.notice());
    var limits = window.playground().limits().value().get();
    window.playground().resetLimits();
    window.playground().resetWorld();
    window.playground().settingsFiles().read(out);
    assertEquals(limits, window.playground().limits().value().get());
    assertEquals(Clock.OFF, window.playground().world().clock().get());
    assertEquals(Random.seeded(0), window.playground().world().random().random());
    assertEquals(1, window.playground().world().folders().rows().size());
    String first = Files.readString(out);
    window.playground().settingsFiles().askToExport();
    assertEquals(first, Files.readString(out));
  }

  @Test
  void saysWhatASettingsFileCannotSay() throws Exception {
    window.playground().world().args().text().set("a b");
    window.prompts.chosen = Optional.of(folder.resolve("out.yaml"));
    window.playground().settingsFiles().askToExport();
    assertTrue(window.notice().contains("cannot say: the arguments"), window.notice());
    window.prompts.chosen = Optional.of(folder);
    window.playground().settingsFiles().askToExport();
    assertTrue(window.notice().contains("was not saved"), window.notice());
  }
}
