package sandglass.ui.interpreter;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.interpreter.Workers;
import sandglass.playground.Command;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.sandbox.Quantities;
import sandglass.ui.common.CommandNodes;

/**
 * An interpreter that waits for the next run, or is starting for it: its memory, and a button to
 * give it up. Takes no room where there is none.
 */
public final class WorkerStrip extends HBox {
  private final InterpreterModel model;
  private final Runnable leave;
  private final Label text = new Label();
  private final Button stop;

  /**
   * @param leave moves the keyboard on, from where nothing is left to press
   */
  public WorkerStrip(InterpreterModel model, Command stopWorker, Runnable leave) {
    this.model = model;
    this.leave = leave;
    setId("worker");
    getStyleClass().addAll("prepare-strip", "worker-strip");
    setAlignment(Pos.CENTER_LEFT);
    text.setId("worker-text");
    text.setMinWidth(Region.USE_PREF_SIZE);
    text.setTooltip(
        new Tooltip("An interpreter was started ahead, so that the next run prints at once"));
    stop = CommandNodes.iconButton(stopWorker);
    stop.getStyleClass().add("small-icon");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().setAll(new FontIcon("fth-terminal"), text, stop);
    model.workers().subscribe(now -> update());
    model.workerName().subscribe(now -> update());
  }

  private void update() {
    Workers.Status now = model.workers().get();
    boolean shown = now.starting() + now.waiting() > 0;
    setVisible(shown);
    setManaged(shown);
    if (shown) {
      String name = model.workerName().get();
      text.setText(
          now.waiting() > 0
              ? name + " ready · " + Quantities.formatBytes(now.memoryBytes())
              : name + " starting…");
    } else if (stop.isFocused()) {
      leave.run();
    }
  }
}
