package sandglass.ui.charts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Threads;
import sandglass.playground.graph.GraphSeries;

/** Writes graphs to files, in the background. */
final class GraphExport {
  private final Threads threads;
  private final Function<String, Optional<Path>> chooser;
  private final Consumer<Notice> notices;

  /**
   * @param chooser asks where, given a file name; empty if the person thought better of it
   * @param notices told what came of it
   */
  GraphExport(Threads threads, Function<String, Optional<Path>> chooser, Consumer<Notice> notices) {
    this.threads = threads;
    this.chooser = chooser;
    this.notices = notices;
  }

  void picture(WritableImage image) {
    save("graph.png", () -> png(image));
  }

  void values(GraphSeries series) {
    save("graph.csv", () -> series.csv().getBytes(StandardCharsets.UTF_8));
  }

  private void save(String suggested, Callable<byte[]> content) {
    chooser
        .apply(suggested)
        .ifPresent(file -> threads.background(() -> write(file, content.call()), notices));
  }

  private static Notice write(Path file, byte[] content) {
    try {
      Files.write(file, content);
      return new Notice(Notice.Kind.INFO, "The graph was saved as " + file.getFileName() + ".");
    } catch (IOException e) {
      return new Notice(
          Notice.Kind.ERROR,
          "The graph could not be saved as "
              + file.getFileName()
              + " ("
              + reason(e)
              + "); choose another place.");
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no such folder";
      case AccessDeniedException e -> "it may not be written there";
      default -> failure.getMessage();
    };
  }

  private static byte[] png(WritableImage image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    var out = new ByteArrayOutputStream();
    ImageIO.write(copy, "png", out);
    return out.toByteArray();
  }
}
