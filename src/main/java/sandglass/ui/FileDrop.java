package sandglass.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Takes files, and text, that are dragged on to the window. */
final class FileDrop {
  private FileDrop() {}

  static void accept(Node target, Consumer<List<Path>> files, Consumer<String> text) {
    target.setOnDragOver(
        event -> {
          var board = event.getDragboard();
          if (event.getGestureSource() == null && (board.hasFiles() || board.hasString())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    target.setOnDragDropped(
        event -> {
          var board = event.getDragboard();
          if (board.hasFiles()) {
            files.accept(board.getFiles().stream().map(File::toPath).toList());
          } else if (board.hasString()) {
            text.accept(board.getString());
          }
          event.setDropCompleted(board.hasFiles() || board.hasString());
          event.consume();
        });
  }
}
