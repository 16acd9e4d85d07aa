package sandglass.playground;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** A command without its action. */
record CommandDraft(
    String id, String text, String icon, List<String> keys, ObservableBooleanValue enabled) {
  private static final ObservableBooleanValue ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  /** One that can always be done. */
  static CommandDraft command(String id, String text, String icon, String... keys) {
    return new CommandDraft(id, text, icon, List.of(keys), ALWAYS);
  }

  /** The same, where it can be done only now and then. */
  CommandDraft when(ObservableBooleanValue condition) {
    return new CommandDraft(id, text, icon, keys, condition);
  }

  /** The command. */
  Command does(String help, Runnable action) {
    return new Command(id, text, icon, keys, help, enabled, action);
  }
}
