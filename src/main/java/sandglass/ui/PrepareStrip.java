package sandglass.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Commands;
import sandglass.playground.Playground;
import sandglass.playground.RunModel;
import sandglass.playground.prepare.Percent;
import sandglass.playground.prepare.PrepareStatus;
import sandglass.ui.common.CommandNodes;

/**
 * A module that is made ready before its run: how far it is, and a button to give it up; then, how
 * long it took. Takes no room where there is nothing to say.
 */
final class PrepareStrip extends HBox {
  private final Playground playground;
  private final Runnable leave;
  private final Label text = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label percent = new Label();
  private final FontIcon done = new FontIcon("fth-check");
  private final Button cancel;

  /**
   * @param leave moves the keyboard on, from where nothing is left to press
   */
  PrepareStrip(Playground playground, Commands commands, Runnable leave) {
    this.playground = playground;
    this.leave = leave;
    setId("prepare");
    getStyleClass().add("prepare-strip");
    setAlignment(Pos.CENTER_LEFT);
    text.setId("prepare-text");
    text.setMinWidth(0);
    text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    bar.setId("prepare-progress");
    bar.setMinWidth(Region.USE_PREF_SIZE);
    percent.setId("prepare-percent");
    percent.getStyleClass().addAll("mono", "prepare-percent");
    percent.setMinWidth(Region.USE_PREF_SIZE);
    cancel = CommandNodes.iconButton(commands.get("cancel-compiling"));
    cancel.getStyleClass().add("small-icon");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().setAll(done, text, bar, percent, cancel);
    playground.preparations().status().addListener(o -> update());
    playground.run().state().addListener(o -> update());
    playground.run().active().addListener(o -> update());
    update();
  }

  private void update() {
    var status = playground.preparations().status().get().filter(now -> !isSaidOfTheRun(now));
    show(this, status.isPresent());
    status.ifPresent(this::show);
    if (cancel.isFocused() && !(isVisible() && cancel.isVisible())) {
      leave.run();
    }
  }

  private void show(PrepareStatus status) {
    text.setText(status.text());
    text.setTooltip(new Tooltip(status.text()));
    boolean going = status instanceof PrepareStatus.Going;
    show(bar, going);
    show(percent, going);
    show(cancel, going);
    show(done, !going);
    if (status instanceof PrepareStatus.Going(var document, var _, double progress)) {
      bar.setProgress(progress);
      bar.setAccessibleText(status.text());
      percent.setText(Percent.of(progress));
      cancel.setAccessibleText("Cancel compiling " + document);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** A run that waits for the module says itself how far that is, and Stop is beside it. */
  private boolean isSaidOfTheRun(PrepareStatus status) {
    return playground.run().state().get() == RunModel.State.PREPARING
        && playground
            .run()
            .active()
            .get()
            .filter(started -> started.document() == status.document())
            .isPresent();
  }
}
