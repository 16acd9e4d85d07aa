package sandglass.playground.common;

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

  /** Closes what is shown. */
  public void clear() {
    shown.set(Optional.empty());
  }
}
