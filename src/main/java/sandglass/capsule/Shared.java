package sandglass.capsule;

import java.util.List;

/**
 * A capsule in other words.
 *
 * @param text to be copied; {@code ""} where it cannot be said that way at all
 * @param notes what is lost, and what must be done first, a sentence each without a full stop
 */
public record Shared(String text, List<String> notes) {
  /** Copies the list. */
  public Shared {
    notes = List.copyOf(notes);
  }
}
