package sandglass;

import java.net.URL;
import javafx.application.Application;
import sandglass.cli.Terminal;

/**
 * Opens the window, or says in a line why it cannot. Only this class and {@link App} load JavaFX.
 */
final class WindowStart {
  private static final int OK = 0;
  private static final int USAGE = 64;
  private static final int BROKEN = 70;

  private WindowStart() {}

  /**
   * Opens the window and waits until it is closed.
   *
   * @param args the file to open, or none
   * @return the exit status
   */
  static int open(Terminal terminal, String... args) {
    // Pictures are written with the help of AWT, which shall show nothing of its own.
    System.setProperty("java.awt.headless", "true");
    return open(terminal, () -> launch(args), args);
  }

  /**
   * Opens the window.
   *
   * @param launch returns when it is closed
   */
  static int open(Terminal terminal, Runnable launch, String... args) {
    String instead = "`sandglass run " + (args.length == 0 ? "FILE" : args[0]) + "`";
    try {
      launch.run();
      return OK;
    } catch (UnsupportedOperationException e) {
      // So JavaFX says that there is no display, or nothing to draw on it with.
      terminal.complain(
          "sandglass: cannot open a window here: " + reason(e) + "; without one, say " + instead);
      return USAGE;
    } catch (LinkageError e) {
      terminal.complain(
          "sandglass: cannot open a window: JavaFX for this system is not installed with Sandglass ("
              + reason(e)
              + "); without one, say "
              + instead);
      return BROKEN;
    }
  }

  private static void launch(String... args) {
    requireGlass();
    Application.launch(App.class, args);
  }

  /** JavaFX prints stack traces where its jar is another system's. */
  private static void requireGlass() {
    String library = System.mapLibraryName("glass");
    URL here = Application.class.getResource("Application.class");
    if (here.getProtocol().equals("jar") && Application.class.getResource("/" + library) == null) {
      throw new UnsatisfiedLinkError("no " + library);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
