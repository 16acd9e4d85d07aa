package sandglass.playground.interpreter;

import java.util.function.Function;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Download;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Workers;

/**
 * What the window needs to run scripts.
 *
 * @param interpreters finds and loads them
 * @param workers runs scripts, by one that was started ahead where there is one
 * @param fetch begins to fetch one of the catalog, and returns
 */
public record InterpreterTools(
    Interpreters interpreters, Workers workers, Function<Catalog.Entry, Download> fetch) {

  /** Fetches into where the interpreters are looked for. */
  public InterpreterTools(Interpreters interpreters, Workers workers) {
    this(interpreters, workers, entry -> Download.start(entry, interpreters.store()));
  }
}
