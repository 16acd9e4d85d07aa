package sandglass.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Commands;
import sandglass.playground.Playground;
import sandglass.playground.RunModel;
import sandglass.playground.advice.Advice;
import sandglass.playground.prepare.Percent;
import sandglass.playground.prepare.PrepareStatus;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.ui.interpreter.WorkerStrip;

/**
 * The line at the foot of the window: what the run does or how it ended, and where the caret is.
 */
final class StatusBar extends HBox {
  private static final List<String> TONES = List.of("ok", "warning", "error", "neutral");

  private final Playground playground;
  private final FontIcon icon = new FontIcon("fth-circle");
  private final Label headline = new Label("ready");
  private final Label figures = new Label();
  private final Label caret = new Label();

  /**
   * @param leave moves the keyboard to the next pane
   */
  StatusBar(Playground playground, Commands commands, Runnable leave) {
    this.playground = playground;
    getStyleClass().add("status-bar");
    setId("status");
    setAlignment(Pos.CENTER_LEFT);
    headline.setId("headline");
    headline.getStyleClass().add("headline");
    figures.setId("figures");
    figures.getStyleClass().add("mono");
    figures.setMinWidth(0);
    caret.setId("caret");
    caret.getStyleClass().add("mono");
    caret.setMinWidth(Region.USE_PREF_SIZE);
    headline.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(figures, Priority.ALWAYS);
    figures.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .setAll(
            icon,
            headline,
            figures,
            new PrepareStrip(playground, commands, leave),
            new WorkerStrip(playground.interpreters(), commands.get("stop-worker"), leave),
            caret);
    setAccessibleRole(AccessibleRole.TEXT);
    playground.run().state().addListener(o -> update());
    playground.run().gauges().addListener(o -> update());
    playground.advice().addListener(o -> update());
    playground.preparations().status().addListener(o -> update());
    playground.documents().current().addListener(o -> update());
    update();
  }

  /** Where the caret's place is shown. */
  Label caret() {
    return caret;
  }

  private void update() {
    var state = playground.run().state().get();
    if (state != RunModel.State.IDLE) {
      var started = playground.run().active().get();
      var gauges = playground.run().gauges().get();
      String text = starting(state, started).orElseGet(() -> textOf(state));
      show("neutral", iconOf(state), text + prepared(state, gauges), "");
      if (started.isPresent() && gauges.isPresent()) {
        figures.setText(live(gauges.get(), started.get().capsule().limits()));
      }
    } else {
      Optional<Advice> advice = playground.advice().get();
      if (advice.isPresent()) {
        var a = advice.get();
        show(
            a.tone().name().toLowerCase(Locale.ROOT),
            iconOf(a.tone()),
            a.headline(),
            String.join(" · ", a.figures()));
      } else if (isPreparedInFront()) {
        show("neutral", "fth-loader", "getting ready…", "");
      } else {
        show("neutral", "fth-circle", "ready", "");
      }
    }
    setAccessibleText(headline.getText() + ". " + figures.getText());
  }

  /** Whether what would run now is under way to being ready. */
  private boolean isPreparedInFront() {
    return playground
        .preparations()
        .status()
        .get()
        .filter(PrepareStatus.Going.class::isInstance)
        .filter(going -> going.document() == playground.documents().current().get())
        .isPresent();
  }

  /** Where it is an interpreter that is made ready, its name. */
  private Optional<String> starting(RunModel.State state, Optional<RunModel.Started> started) {
    var front = playground.documents().current().get();
    if (state == RunModel.State.BUILDING && front != null && front.isInterpreted()) {
      return Optional.of("loading " + playground.interpreters().label(front.runner().get()) + "…");
    }
    return started
        .filter(run -> state == RunModel.State.PREPARING)
        .filter(run -> run.capsule().world().script().isPresent())
        .map(run -> "starting " + run.program().name() + "…");
  }

  /** How far the module is that a run waits for, where that is known. */
  private static String prepared(RunModel.State state, Optional<Gauges> gauges) {
    return gauges
        .filter(
            now -> state == RunModel.State.PREPARING && now.prepared() > 0 && now.prepared() < 1)
        .map(now -> " " + Percent.of(now.prepared()))
        .orElse("");
  }

  private void show(String tone, String literal, String text, String numbers) {
    for (String one : TONES) {
      pseudoClassStateChanged(PseudoClass.getPseudoClass(one), one.equals(tone));
    }
    icon.setIconLiteral(literal);
    headline.setText(text);
    figures.setText(numbers);
  }

  private static String textOf(RunModel.State state) {
    return switch (state) {
      case IDLE -> "ready";
      case BUILDING -> "compiling…";
      case PREPARING -> "preparing…";
      case RUNNING -> "running…";
      case WAITING -> "waiting for input…";
      case STOPPING -> "stopping…";
    };
  }

  private static String iconOf(RunModel.State state) {
    return state == RunModel.State.WAITING ? "fth-edit-3" : "fth-loader";
  }

  private static String iconOf(Advice.Tone tone) {
    return switch (tone) {
      case OK -> "fth-check-circle";
      case WARNING -> "fth-alert-triangle";
      case ERROR -> "fth-x-circle";
      case NEUTRAL -> "fth-minus-circle";
    };
  }

  private static String live(Gauges gauges, Limits limits) {
    return String.join(
        " · ",
        Quantities.formatCount(gauges.fuelUsed())
            + " fuel of "
            + Quantities.formatCount(limits.fuel()),
        Quantities.formatBytes(gauges.memoryBytes())
            + " of "
            + Quantities.formatBytes(limits.memoryBytes()),
        Quantities.formatDuration(Duration.ofNanos(gauges.elapsedNanos())));
  }
}
