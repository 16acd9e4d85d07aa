package sandglass.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFolderTest {
  @TempDir Path home;

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private Path find(String system) {
    properties.put("user.home", home.toString());
    properties.put("os.name", system);
    return SettingsFolder.find(properties::get, variables::get);
  }

  @Test
  void isWhereTheSystemKeepsSuchThings() {
    assertEquals(home.resolve(".config/sandglass"), find("Linux"));
    assertEquals(home.resolve("Library/Application Support/Sandglass"), find("Mac OS X"));
    assertEquals(home.resolve("AppData/Roaming/Sandglass"), find("Windows 11"));
    variables.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    variables.put("APPDATA", home.resolve("roaming").toString());
    assertEquals(home.resolve("xdg/sandglass"), find("Linux"));
    assertEquals(home.resolve("roaming/Sandglass"), find("Windows 11"));
  }

  @Test
  void isWhereTheUserSays() {
    variables.put("SANDGLASS_HOME", home.resolve("portable").toString());
    assertEquals(home.resolve("portable"), find("Linux"));
    properties.put("sandglass.home", home.resolve("test").toString());
    assertEquals(home.resolve("test"), find("Linux"));
  }

  @Test
  void ignoresNonsense() {
    variables.put("SANDGLASS_HOME", " ");
    variables.put("XDG_CONFIG_HOME", "relative");
    assertEquals(home.resolve(".config/sandglass"), find("Linux"));
    variables.put("XDG_CONFIG_HOME", "\0");
    assertEquals(home.resolve(".config/sandglass"), find("Linux"));
  }
}
