package sandglass.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the window: AtlantaFX Primer, one structural sheet, one sheet of colours. */
public enum Theme {
  /** Dark text on a light ground. */
  LIGHT,
  /** Light text on a dark ground. */
  DARK;

  private static final List<String> MONOSPACED =
      List.of(
          "JetBrains Mono",
          "Cascadia Code",
          "SF Mono",
          "Menlo",
          "Consolas",
          "DejaVu Sans Mono",
          "Liberation Mono");

  /** Dresses a scene at the usual zoom. */
  public void dress(Scene scene) {
    dress(scene, 1);
  }

  /**
   * Dresses a scene, and every one that comes later without sheets of its own.
   *
   * @param zoom how much larger icons are than usual; text follows the root's font size
   */
  public void dress(Scene scene, double zoom) {
    var primer = this == DARK ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    String colours = this == DARK ? "dark.css" : "light.css";
    scene
        .getStylesheets()
        .setAll(sheet("sandglass.css"), sheet(colours), MONOSPACE_SHEET, icons(zoom));
  }

  private static String sheet(String name) {
    return Theme.class.getResource("/sandglass/ui/" + name).toExternalForm();
  }

  // CSS here takes one family, without alternatives, so which one is found out beforehand.
  private static final String MONOSPACE_SHEET = monospaceSheet();

  private static final Pattern PIXELS = Pattern.compile("(\\d+)px");
  private static final String ICONS = read("icons.css");

  /** The family that code, output and numbers are shown in. */
  public static String monospaced() {
    var families = Font.getFamilies();
    return MONOSPACED.stream().filter(families::contains).findFirst().orElse("Monospaced");
  }

  private static String monospaceSheet() {
    return inline(".mono, .code-area { -fx-font-family: \"" + monospaced() + "\"; }");
  }

  private static String icons(double zoom) {
    return inline(
        PIXELS
            .matcher(ICONS)
            .replaceAll(size -> Math.round(Integer.parseInt(size.group(1)) * zoom) + "px"));
  }

  private static String read(String name) {
    try (var in = Theme.class.getResourceAsStream("/sandglass/ui/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inline(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
