package sandglass.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final List<Runnable> due = new ArrayList<>();
  private final List<Runnable> background = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  private SettingsStore open() {
    var store = SettingsStore.open(folder);
    store.onTrouble(troubles::add);
    store.keep((delay, action) -> due.add(action), background::add);
    return store;
  }

  private Settings load(String json) throws IOException {
    Files.writeString(file(), json);
    return open().settings();
  }

  private Path file() {
    return folder.resolve(SettingsStore.FILE);
  }

  private void run(List<Runnable> tasks) {
    var copy = List.copyOf(tasks);
    tasks.clear();
    copy.forEach(Runnable::run);
  }

  @Test
  void beginsWithDefaultsAndWritesNothing() {
    var settings = open().settings();
    assertEquals(Settings.Theme.SYSTEM, settings.theme().get());
    assertEquals(1, settings.zoom().get());
    assertEquals(1280, settings.windowWidth().get());
    assertEquals(800, settings.windowHeight().get());
    assertTrue(Double.isNaN(settings.windowX().get()));
    assertEquals(List.of(), settings.recentFiles());
    assertEquals(List.of(), troubles);
    assertEquals(List.of(), due);
  }

  @Test
  void restoresEverySetting() {
    var store = open();
    var settings = store.settings();
    settings.theme().set(Settings.Theme.DARK);
    settings.zoom().set(1.5);
    settings.windowX().set(-40);
    settings.windowY().set(30);
    settings.windowWidth().set(1600);
    settings.windowHeight().set(900);
    settings.maximized().set(true);
    settings.dividers().put("left", 0.25);
    settings.addRecent(folder.resolve("a.wat"));
    settings.addRecent(folder.resolve("b.wat"));
    settings.engine().set("interpreter");
    settings.limits().put("fuel", 1_000_000_000_000_000_000L);
    settings.wrapConsole().set(false);
    settings.watBeside().set(false);
    settings.interpreterFile().set("/qjs.wasm");
    settings.interpreterCommand().set("{script}");
    settings.packages().add(folder.resolve("packages"));
    settings.graphAxis().set(Settings.GraphAxis.FUEL);
    assertTrue(store.flush(LONG));

    var again = open().settings();
    assertEquals(Settings.Theme.DARK, again.theme().get());
    assertEquals(1.5, again.zoom().get());
    assertEquals(-40, again.windowX().get());
    assertEquals(30, again.windowY().get());
    assertEquals(1600, again.windowWidth().get());
    assertEquals(900, again.windowHeight().get());
    assertTrue(again.maximized().get());
    assertEquals(Map.of("left", 0.25), again.dividers());
    assertEquals(List.of(folder.resolve("b.wat"), folder.resolve("a.wat")), again.recentFiles());
    assertEquals("interpreter", again.engine().get());
    assertEquals(Map.of("fuel", 1_000_000_000_000_000_000L), again.limits());
    assertFalse(again.wrapConsole().get());
    assertFalse(again.watBeside().get());
    assertEquals("/qjs.wasm", again.interpreterFile().get());
    assertEquals("{script}", again.interpreterCommand().get());
    assertEquals(List.of(folder.resolve("packages")), again.packages());
    assertEquals(Settings.GraphAxis.FUEL, again.graphAxis().get());
  }

  @Test
  void writesOnceForManyChanges() throws IOException {
    var settings = open().settings();
    for (int i = 1; i <= 1_000; i++) {
      settings.windowWidth().set(1_000 + i);
    }
    assertEquals(1, due.size());
    assertFalse(Files.exists(file()));
    run(due);
    assertEquals(1, background.size());
    run(background);
    assertTrue(Files.readString(file()).contains("2000.0"));

    settings.windowWidth().set(500);
    assertEquals(1, due.size(), "hears of changes after the first save too");
  }

  @Test
  void flushWritesTheLastStateWhateverTheBackgroundDoes() {
    var store = open();
    store.settings().zoom().set(2);
    assertTrue(store.flush(LONG));
    assertEquals(2, open().settings().zoom().get());
    assertTrue(store.flush(LONG));
  }

  @Test
  void keepsGoodValuesBesideWrongOnes() throws IOException {
    var settings =
        load(
            """
            {"theme": 5, "zoom": "big", "windowX": 1e999, "windowY": null, "windowWidth": [1],
             "windowHeight": 900, "maximized": "yes", "dividers": {"a": 0.5, "b": "x", "c": 7},
             "recentFiles": [1, null, "relative.wat", "/\\u0000", {"a": 1}],
             "engine": {"deep": 1}, "limits": {"fuel": 99999999999999999999999, "memory": -1,
             "timeout": 1.5, "files": 12, "table": "5"}, "wrapConsole": false, "graphAxis": "x"}
            """);
    assertEquals(Settings.Theme.SYSTEM, settings.theme().get());
    assertEquals(1, settings.zoom().get());
    assertTrue(Double.isNaN(settings.windowX().get()));
    assertEquals(1280, settings.windowWidth().get());
    assertEquals(900, settings.windowHeight().get());
    assertFalse(settings.maximized().get());
    assertEquals(Map.of("a", 0.5), settings.dividers());
    assertEquals(List.of(), settings.recentFiles());
    assertEquals("", settings.engine().get());
    assertEquals(Map.of("files", 12L), settings.limits());
    assertFalse(settings.wrapConsole().get());
    assertEquals(List.of(), troubles);
  }

  @Test
  void keepsWhatIsBeforeTheDamageAndSetsTheFileAside() throws IOException {
    String truncated = "{\"theme\": \"dark\", \"zoom\": 2, \"windowWid";
    var settings = load(truncated);
    assertEquals(Settings.Theme.DARK, settings.theme().get());
    assertEquals(2, settings.zoom().get());
    assertEquals(truncated, Files.readString(folder.resolve(SettingsStore.BROKEN)));
    assertFalse(Files.exists(file()));
    assertEquals(1, troubles.size());
    open();
    assertEquals(1, troubles.size(), "said once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "[1, 2]", "{}{}", "\"text\"", "{\"zoom\": 1,}", "\u0001\uFFFF"})
  void setsGarbageAside(String garbage) throws IOException {
    assertEquals(1, load(garbage).zoom().get());
    assertTrue(Files.exists(folder.resolve(SettingsStore.BROKEN)));
    assertEquals(1, troubles.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "\0\0\0\0", "{}"})
  void takesAnEmptyFileForNone(String empty) throws IOException {
    assertEquals(1, load(empty).zoom().get());
    assertEquals(List.of(), troubles);
  }

  @Test
  void survivesAnyBytes() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Files.write(file(), bytes);
      assertEquals(1, open().settings().zoom().get());
    }
    Files.writeString(file(), "{\"a\":" + "[".repeat(500_000));
    open();
    Files.write(file(), new byte[3 << 20]);
    open();
  }

  @Test
  void setsAsideAFolderInItsPlaceAndSavesAgain() throws IOException {
    Files.createDirectories(file().resolve("inside"));
    var store = open();
    assertEquals(1, troubles.size());
    store.settings().zoom().set(2);
    assertTrue(store.flush(LONG));
    assertEquals(2, open().settings().zoom().get());
  }

  @Test
  void writesBackWhatALaterVersionKnows() throws IOException {
    String later = "{\"hologram\": {\"depth\": [1, 2.5]}, \"zoom\": 2}";
    Files.writeString(file(), later);
    var store = open();
    store.settings().zoom().set(3);
    assertTrue(store.flush(LONG));
    String written = Files.readString(file());
    assertTrue(written.contains("\"hologram\""), written);
    assertTrue(written.contains("2.5"), written);
  }

  @Test
  void worksWithoutAFolderAndSaysSoOnce() throws IOException {
    Path blocked = folder.resolve("file");
    Files.writeString(blocked, "not a folder");
    var store = SettingsStore.open(blocked.resolve("sandglass"));
    store.onTrouble(troubles::add);
    store.keep((delay, action) -> due.add(action), background::add);
    for (double zoom : new double[] {2, 3, 1}) {
      store.settings().zoom().set(zoom);
      assertTrue(store.flush(LONG));
    }
    assertEquals(1, troubles.size());
    assertTrue(troubles.getFirst().contains("SANDGLASS_HOME"));
  }

  @Test
  void tellsTroublesOfLoadingToAListenerThatComesLater() throws IOException {
    Files.writeString(file(), "garbage");
    var store = SettingsStore.open(folder);
    store.onTrouble(troubles::add);
    assertEquals(1, troubles.size());
  }

  @Test
  void leavesNothingButTheFileAndOnlyTheOwnerReadsIt() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    folder = folder.resolve("new").resolve("home");
    var store = open();
    store.settings().zoom().set(2);
    assertTrue(store.flush(LONG));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
    var permissions = Files.getPosixFilePermissions(file());
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    permissions = Files.getPosixFilePermissions(folder);
    assertEquals("rwx------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void writesThroughALink() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path real = folder.resolve("real.json");
    Files.writeString(real, "{\"zoom\": 2}");
    Files.createSymbolicLink(file(), real);
    var store = open();
    store.settings().zoom().set(3);
    assertTrue(store.flush(LONG));
    assertTrue(Files.isSymbolicLink(file()));
    assertTrue(Files.readString(real, StandardCharsets.UTF_8).contains("3.0"));
  }
}
