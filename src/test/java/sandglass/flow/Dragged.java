package sandglass.flow;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files in another program's hand, which no robot can make. */
final class Dragged {
  private final Dragboard board;

  /** Files that are dragged; to be dropped on the FX thread. */
  Dragged(List<File> files) {
    Map<DataFormat, Object> content = Map.of(DataFormat.FILES, files);
    var clipboard =
        (TKClipboard)
            Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, args) ->
                    switch (method.getName()) {
                      case "getContentTypes" -> content.keySet();
                      case "getTransferModes" -> Set.of(TransferMode.COPY);
                      case "getContent" -> content.get(args[0]);
                      case "hasContent" -> content.containsKey(args[0]);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    board = DragboardHelper.createDragboard(clipboard);
  }

  /** Moves them over a node and lets go. */
  void dropOn(Node target) {
    var over = event(DragEvent.DRAG_OVER);
    Event.fireEvent(target, over);
    Event.fireEvent(target, event(DragEvent.DRAG_DROPPED));
  }

  private DragEvent event(EventType<DragEvent> type) {
    return new DragEvent(type, board, 20, 20, 20, 20, TransferMode.COPY, null, null, null);
  }
}
