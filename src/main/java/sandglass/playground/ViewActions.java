package sandglass.playground;

/** What the commands need of the window itself. */
public interface ViewActions {
  /** The text on the clipboard; empty if there is none. */
  String clipboard();

  /** Puts a text on the clipboard. */
  void copy(String text);

  /** Puts the keyboard into the next pane, or the one before. */
  void nextPane(boolean forward);

  /** Brings a pane to the front and puts the keyboard into it, by its name in the window. */
  void show(String pane);

  /** Changes between light and dark. */
  void toggleTheme();

  /** Follows the system between light and dark. */
  void followSystem();

  /** Shows the interpreters, and what scripts may import. */
  void interpreters();

  /** Lists the commands with their keys. */
  void help();

  /** Says what this is, and which version. */
  void about();

  /** Closes the window. */
  void quit();
}
