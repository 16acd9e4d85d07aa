package sandglass.playground.document;

import java.util.List;
import java.util.Optional;

/**
 * What was open in a window, so that it can be opened again.
 *
 * @param drafts the open documents, in order
 * @param current the id of the one in front; empty if there is none
 */
public record Session(List<Draft> drafts, Optional<String> current) {
  /** Nothing open. */
  public static final Session EMPTY = new Session(List.of(), Optional.empty());

  /** Copies the drafts. */
  public Session {
    drafts = List.copyOf(drafts);
  }
}
