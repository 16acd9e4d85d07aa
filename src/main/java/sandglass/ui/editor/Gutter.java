package sandglass.ui.editor;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.fxmisc.richtext.CodeArea;

/** The column beside the text: a number for each line, and a dot where there is an error. */
final class Gutter {
  private final CodeArea area;
  private Map<Integer, String> errors = Map.of();
  private int digits;

  Gutter(CodeArea area) {
    this.area = area;
    digits = digits();
    again();
  }

  private int digits() {
    return Math.max(2, Integer.toString(area.getParagraphs().size()).length());
  }

  /**
   * Shows which lines have errors.
   *
   * @param messages what is wrong, for each line, counted from 0
   */
  void errors(Map<Integer, String> messages) {
    if (messages.equals(errors)) {
      return;
    }
    errors = Map.copyOf(messages);
    again();
  }

  Map<Integer, String> errors() {
    return errors;
  }

  /** Makes room for the numbers that there are now. */
  void fit() {
    if (digits() != digits) {
      digits = digits();
      again();
    }
  }

  // A factory that is another one makes the area ask again for all lines that can be seen.
  private void again() {
    area.setParagraphGraphicFactory(this::line);
  }

  private Node line(int line) {
    var number = new Label(String.format(Locale.ROOT, "%" + digits + "d", line + 1));
    number.getStyleClass().addAll("line-number", "mono");
    var dot = new Circle(3);
    dot.getStyleClass().add("line-error");
    var row = new HBox(dot, number);
    row.getStyleClass().add("line-gutter");
    row.setAlignment(Pos.CENTER);
    String message = errors.get(line);
    dot.setVisible(message != null);
    if (message != null) {
      row.getStyleClass().add("line-gutter-error");
      row.setAccessibleText("Line " + (line + 1) + ": " + message);
      Tooltip.install(row, new Tooltip(message));
    }
    return row;
  }
}
