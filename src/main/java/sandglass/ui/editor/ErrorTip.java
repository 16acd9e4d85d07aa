package sandglass.ui.editor;

import java.time.Duration;
import java.util.function.IntFunction;
import javafx.event.EventHandler;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Says what is wrong where the mouse rests. */
final class ErrorTip {
  private final CodeArea area;
  private final Tooltip tooltip = new Tooltip();
  private final EventHandler<MouseOverTextEvent> begin;
  private final EventHandler<MouseOverTextEvent> end = event -> tooltip.hide();

  /**
   * For one area.
   *
   * @param messageAt what to say of the character at an offset; empty for nothing
   */
  ErrorTip(CodeArea area, IntFunction<String> messageAt) {
    this.area = area;
    tooltip.getStyleClass().add("error-tip");
    tooltip.setWrapText(true);
    begin =
        event -> {
          String message = messageAt.apply(event.getCharacterIndex());
          if (!message.isEmpty()) {
            tooltip.setText(message);
            var place = event.getScreenPosition();
            tooltip.show(area, place.getX(), place.getY() + 12);
          }
        };
    area.setMouseOverTextDelay(Duration.ofMillis(300));
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, begin);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, end);
  }

  void dispose() {
    tooltip.hide();
    area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, begin);
    area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, end);
  }
}
