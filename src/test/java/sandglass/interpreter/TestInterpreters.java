package sandglass.interpreter;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Interpreters for tests of the window: none is fetched, and no npm is found. */
public final class TestInterpreters {
  /** An interpreter of sums in reverse Polish, one a line. */
  public static final Path CALCULATOR = Calculator.FILE;

  private TestInterpreters() {}

  /** Interpreters of which none was fetched. */
  public static Interpreters none() {
    return new Interpreters(new Store(Path.of("no", "such", "folder")), name -> null);
  }

  /** A fetch that fails at once, since there is no npm on the path. */
  public static Download withoutNpm(Catalog.Entry entry, Store store) {
    UnaryOperator<String> environment = name -> name.equals("PATH") ? "no/such/path" : null;
    return Download.start(entry, store, environment);
  }
}
