package sandglass.playground.world;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Arguments that are typed on one line, as in a shell: {@code one 'two three' "\"four\""}. They
 * follow the text at once; a line that is wrong leaves those before it.
 */
public final class ArgsModel {
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final ReadOnlyObjectWrapper<List<String>> args =
      new ReadOnlyObjectWrapper<>(this, "args", List.of());

  ArgsModel(Runnable changed) {
    text.addListener(
        (property, before, now) -> {
          try {
            args.set(List.copyOf(ArgsLine.parse(now)));
            error.set("");
          } catch (IllegalArgumentException e) {
            error.set(e.getMessage());
          }
          changed.run();
        });
  }

  /** The line; a person writes it. */
  public StringProperty text() {
    return text;
  }

  /** What is wrong with the line; empty if nothing is. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** The arguments that the guest gets. */
  public ReadOnlyObjectProperty<List<String>> args() {
    return args.getReadOnlyProperty();
  }

  void set(List<String> words) {
    text.set(ArgsLine.format(words));
  }
}
