package sandglass.ui.results;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sandglass.playground.common.Threads;
import sandglass.playground.files.FilePreview;
import sandglass.playground.files.GuestFiles;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.FileChange;

/** The head of a file that a guest wrote, if it is text. */
final class FilePreviewPane extends StackPane {
  private final Threads.Latest reading;
  private final Label message = new Label();
  private final Label more = new Label();
  private final TextArea text = new TextArea();
  private final VBox content = new VBox(text, more);

  FilePreviewPane(Threads threads) {
    reading = threads.latest();
    message.setId("preview-message");
    message.setWrapText(true);
    message.getStyleClass().add("results-empty");
    text.setId("preview-text");
    text.setEditable(false);
    text.setAccessibleText("The file's text");
    text.getStyleClass().addAll("mono", "preview-text");
    VBox.setVgrow(text, javafx.scene.layout.Priority.ALWAYS);
    more.setId("preview-more");
    more.getStyleClass().add("preview-more");
    getStyleClass().add("file-preview");
    getChildren().setAll(content, message);
    setMinWidth(0);
    say("Select a file to look into it");
  }

  /** Shows a sentence in place of a text. */
  void say(String sentence) {
    reading.cancel();
    text.clear();
    message.setText(sentence);
    content.setVisible(false);
    message.setVisible(true);
  }

  /** Shows the file's head, when it has been read. */
  void show(FileChange file, GuestFiles files) {
    reading.background(() -> read(file, files), preview -> show(file, preview));
  }

  private static Optional<FilePreview> read(FileChange file, GuestFiles files) throws IOException {
    try (var in = files.contents().apply(file.path()).orElse(null)) {
      return in == null ? Optional.empty() : Optional.of(FilePreview.of(in));
    }
  }

  private void show(FileChange file, Optional<FilePreview> preview) {
    switch (preview.orElse(null)) {
      case null -> say("The content is gone; run the guest again");
      case FilePreview.Binary() ->
          say("Binary, " + Quantities.formatBytes(file.bytes()) + "; save it to look into it");
      case FilePreview.Text(String head, boolean cut) when head.isEmpty() && !cut ->
          say("The file is empty");
      case FilePreview.Text(String head, boolean cut) -> {
        text.setText(head);
        text.positionCaret(0);
        more.setText(
            "The first %s of %s"
                .formatted(
                    Quantities.formatBytes(FilePreview.MAX_BYTES),
                    Quantities.formatBytes(file.bytes())));
        more.setVisible(cut);
        more.setManaged(cut);
        content.setVisible(true);
        message.setVisible(false);
      }
    }
  }
}
