package sandglass.ui.common;

import atlantafx.base.theme.Styles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows faults of the app itself: one dialog at a time, which counts what comes while it is open.
 * It may be told from any thread, and serves as a handler of uncaught exceptions.
 */
public final class ErrorDialog implements Thread.UncaughtExceptionHandler {
  private static final int MOST_CHARS = 50_000;
  private static final ButtonType COPY = new ButtonType("Copy", ButtonData.LEFT);
  private static final ButtonType CONTINUE = new ButtonType("Continue", ButtonData.CANCEL_CLOSE);

  private final Supplier<Window> owner;
  private final Object lock = new Object();
  private boolean open; // from the first fault until its dialog is closed
  private long more; // faults since then
  private boolean counting; // a call that shows their number is on its way
  private Label count;

  /**
   * Faults of a window.
   *
   * @param owner the window, or null while there is none; asked on the FX thread
   */
  public ErrorDialog(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    show(fault);
  }

  /** Shows a fault, or counts it if one is being shown. Returns at once. */
  public void show(Throwable fault) {
    synchronized (lock) {
      if (open) {
        more++;
        if (!counting) {
          counting = true;
          later(this::countMore);
        }
        return;
      }
      open = true;
      more = 0;
    }
    later(() -> open(fault));
  }

  /** Never fails: there is nobody left to tell. */
  private void later(Runnable action) {
    try {
      Platform.runLater(action);
    } catch (IllegalStateException e) {
      closed(); // there is no window any more
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // the last resort
  private void open(Throwable fault) {
    try {
      var dialog = dialog(fault);
      dialog.setOnHidden(event -> closed());
      dialog.show();
      countMore();
    } catch (RuntimeException e) {
      closed();
      e.addSuppressed(fault);
      e.printStackTrace();
    }
  }

  private void closed() {
    synchronized (lock) {
      open = false;
      counting = false;
      count = null;
    }
  }

  private void countMore() {
    long number;
    synchronized (lock) {
      counting = false;
      number = more;
    }
    if (count != null && number > 0) {
      count.setText(
          number == 1 ? "1 more since" : String.format(Locale.ROOT, "%,d more since", number));
      count.setVisible(true);
      count.setManaged(true);
    }
  }

  private Dialog<Void> dialog(Throwable fault) {
    String trace = trace(fault);
    var icon = new FontIcon("fth-alert-octagon");
    icon.getStyleClass().add("fault-icon");
    var sentence =
        new Label(
            "Something in Sandglass itself went wrong. Your text is kept, and you can go on; to"
                + " help put it right, copy this and report it.");
    sentence.setId("fault-sentence");
    sentence.setWrapText(true);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    var head = new HBox(icon, sentence);
    head.getStyleClass().add("fault-head");

    var text = new TextArea(trace);
    text.setId("fault-trace");
    text.setEditable(false);
    text.getStyleClass().addAll("mono", "fault-trace");
    text.setAccessibleText("Stack trace");
    VBox.setVgrow(text, Priority.ALWAYS);

    count = new Label();
    count.setId("fault-count");
    count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    count.setVisible(false);
    count.setManaged(false);

    var content = new VBox(head, text, count);
    content.getStyleClass().add("fault");
    var dialog = new Dialog<Void>();
    Window window = owner.get();
    dialog.initOwner(window);
    dialog.initModality(Modality.NONE);
    dialog.setTitle("Sandglass: internal error");
    dialog.setResizable(true);
    var pane = dialog.getDialogPane();
    pane.getStyleClass().add("fault-dialog");
    pane.setContent(content);
    pane.getButtonTypes().addAll(COPY, CONTINUE);
    if (window != null && window.getScene() != null) {
      pane.getStylesheets().setAll(window.getScene().getStylesheets());
      pane.setStyle(window.getScene().getRoot().getStyle());
    }
    var copy = (Button) pane.lookupButton(COPY);
    copy.setId("fault-copy");
    copy.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume(); // and leaves the dialog open
          var clip = new ClipboardContent();
          clip.putString(report(trace));
          Clipboard.getSystemClipboard().setContent(clip);
          copy.setText("Copied");
        });
    var proceed = (Button) pane.lookupButton(CONTINUE);
    proceed.setId("fault-continue");
    proceed.setDefaultButton(true);
    return dialog;
  }

  /** A trace, and what it happened in. */
  static String report(String trace) {
    String version =
        Objects.requireNonNullElse(
            ErrorDialog.class.getPackage().getImplementationVersion(), "(development build)");
    return "Sandglass %s\nJava %s (%s)\nJavaFX %s\n%s %s, %s\n\n%s"
        .formatted(
            version,
            property("java.version"),
            property("java.vendor"),
            property("javafx.version"),
            property("os.name"),
            property("os.version"),
            property("os.arch"),
            trace);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String trace(Throwable fault) {
    var text = new StringWriter();
    try {
      fault.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException e) {
      text.write(fault.getClass().getName()); // one that cannot even say what it is
    }
    String trace = text.toString();
    return trace.length() <= MOST_CHARS ? trace : trace.substring(0, MOST_CHARS) + "\n…\n";
  }
}
