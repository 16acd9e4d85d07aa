package sandglass.playground.common;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one notice that the window shows at a time. */
public final class Notices {
  private final ReadOnlyObjectWrapper<Optional<Notice>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());

  /** What is shown now. */
  public ReadOnlyObjectProperty<Optional<Notice>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Shows it in place of what was shown. */
  public void show(Notice notice) {
    shown.set(Optional.of(notice));
  }

  /** Says that something was done. */
  public void info(String text) {
    show(new Notice(Notice.Kind.INFO, text));
  }

  /** Says that something failed, and what to do. */
  public void error(String text) {
    show(new Notice(Notice.Kind.ERROR, text));
  }

  /**
   * Says what is wrong; where that takes many lines, the first, and all of them on request.
   *
   * @param message a line or more
   */
  public void errors(String message, Prompts prompts) {
    var lines = message.lines().toList();
    if (lines.size() < 2) {
      error(message);
      return;
    }
    var all =
        new Notice.Fix(
            "Show all", () -> prompts.details("What is wrong", String.join("\n", lines)));
    String text = "%s (and %d more)".formatted(lines.getFirst(), lines.size() - 1);
    show(new Notice(Notice.Kind.ERROR, text, List.of(all)));
  }

  /** Closes what is shown. */
  public void clear() {
    shown.set(Optional.empty());
  }
}
