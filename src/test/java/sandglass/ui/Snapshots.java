package sandglass.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of scenes in {@code target/screens}, to be looked at. Call on the FX thread. */
public final class Snapshots {
  private Snapshots() {}

  /** Writes {@code target/screens/NAME.png}. */
  public static void save(Scene scene, String name) {
    var file = Path.of("target", "screens", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
