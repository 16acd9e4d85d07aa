package sandglass.playground.output;

import java.util.Optional;

/** Finds what a line of output leads to. Called often, so it must be quick. */
@FunctionalInterface
public interface LineLinks {
  /** Nothing is linked. */
  LineLinks NONE = line -> Optional.empty();

  /**
   * A part of a line that leads somewhere.
   *
   * @param start the first character, in UTF-16 units
   * @param end behind the last one
   * @param open goes there
   */
  record Link(int start, int end, Runnable open) {}

  /** The link in a line, if it has one. */
  Optional<Link> in(String line);
}
