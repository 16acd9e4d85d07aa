package sandglass.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings = new Settings();

  @Test
  void keepsNumbersInTheirRanges() {
    settings.zoom().set(100);
    assertEquals(4, settings.zoom().get());
    settings.zoom().set(Double.NEGATIVE_INFINITY);
    assertEquals(0.5, settings.zoom().get());
    settings.zoom().set(Double.NaN);
    assertEquals(0.5, settings.zoom().get());
    settings.theme().set(null);
    assertEquals(Settings.Theme.SYSTEM, settings.theme().get());
  }

  @Test
  void keepsTheNewestFilesFirst() {
    for (int i = 0; i < 20; i++) {
      settings.addRecent(Path.of("folder", i + ".wat"));
    }
    assertEquals(12, settings.recentFiles().size());
    settings.addRecent(Path.of("folder", "..", "folder", "15.wat"));
    assertEquals(12, settings.recentFiles().size());
    assertEquals(Path.of("folder", "15.wat").toAbsolutePath(), settings.recentFiles().get(0));
    assertEquals(Path.of("folder", "19.wat").toAbsolutePath(), settings.recentFiles().get(1));
    settings.removeRecent(Path.of("folder", "15.wat"));
    assertEquals(11, settings.recentFiles().size());
    assertThrows(UnsupportedOperationException.class, () -> settings.recentFiles().clear());
    settings.clearRecent();
    assertEquals(0, settings.recentFiles().size());
  }
}
