package sandglass.playground.world;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A row of the environment's table. The guest gets it when it is enabled and nothing is wrong. */
public final class EnvVariable {
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty value = new SimpleStringProperty(this, "value", "");
  private final BooleanProperty enabled = new SimpleBooleanProperty(this, "enabled", true);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  EnvVariable(String name, String value, Runnable changed) {
    this.name.set(name);
    this.value.set(value);
    this.name.addListener(property -> changed.run());
    this.value.addListener(property -> changed.run());
    enabled.addListener(property -> changed.run());
  }

  /** Its name; a person writes it. */
  public StringProperty name() {
    return name;
  }

  /** Its value; a person writes it. */
  public StringProperty value() {
    return value;
  }

  /** Whether it is to be given to the guest. */
  public BooleanProperty enabled() {
    return enabled;
  }

  /** What is wrong with it; empty if nothing is, or if it is not enabled. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  void say(String message) {
    error.set(message);
  }
}
