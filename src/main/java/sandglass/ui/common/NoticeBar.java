package sandglass.ui.common;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;

/**
 * The bar above the editor that shows the current notice: an icon, the text on up to three lines,
 * buttons that help, and one that closes it. Takes no room while there is none.
 */
public final class NoticeBar extends HBox {
  private static final int LINES = 3;
  private static final int MOST_CHARS = 2_000;

  private final Notices notices;
  private final FontIcon icon = new FontIcon("fth-info");
  private final Label text = new Label();
  private final HBox fixes = new HBox();
  private final Button close = new Button(null, new FontIcon("fth-x"));

  /** A bar that follows what is shown. */
  public NoticeBar(Notices notices) {
    this.notices = notices;
    setId("notice-bar");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.PARENT);

    text.setId("notice-text");
    text.setWrapText(true);
    text.maxHeightProperty()
        .bind(text.fontProperty().map(font -> Math.ceil(font.getSize() * 1.5 * LINES)));
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);

    fixes.getStyleClass().add("notice-fixes");
    fixes.setAlignment(Pos.CENTER_RIGHT);
    fixes.setMinWidth(Region.USE_PREF_SIZE);

    close.setId("notice-close");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setAccessibleText("Close this notice");
    close.setTooltip(new Tooltip("Close (Esc)"));
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(event -> notices.clear());

    getChildren().addAll(icon, text, fixes, close);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    notices.shown().subscribe(this::show);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      notices.clear();
      event.consume();
    }
  }

  private void show(Optional<Notice> shown) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    fixes.getChildren().clear();
    for (var kind : Notice.Kind.values()) {
      boolean now = shown.isPresent() && shown.get().kind() == kind;
      pseudoClassStateChanged(PseudoClass.getPseudoClass(style(kind)), now);
    }
    if (shown.isEmpty()) {
      text.setText("");
      return;
    }
    Notice notice = shown.get();
    String words = notice.text();
    text.setText(words.length() <= MOST_CHARS ? words : words.substring(0, MOST_CHARS) + "…");
    text.setTooltip(new Tooltip(text.getText()));
    text.setAccessibleText(word(notice.kind()) + ": " + text.getText());
    setAccessibleText(text.getAccessibleText());
    icon.setIconLiteral(
        switch (notice.kind()) {
          case INFO -> "fth-check-circle";
          case WARNING -> "fth-alert-triangle";
          case ERROR -> "fth-alert-octagon";
        });
    for (Notice.Fix fix : notice.fixes()) {
      var button = new Button(fix.text());
      button.getStyleClass().add(Styles.SMALL);
      button.setOnAction(
          event -> {
            notices.clear();
            fix.action().run();
          });
      fixes.getChildren().add(button);
    }
  }

  private static String word(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> "Done";
      case WARNING -> "Warning";
      case ERROR -> "Error";
    };
  }

  private static String style(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> "info";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}
