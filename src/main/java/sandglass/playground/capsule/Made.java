package sandglass.playground.capsule;

import java.util.List;
import sandglass.capsule.CapsuleFile;

/** What came of making a capsule. */
public sealed interface Made {
  /**
   * It is there.
   *
   * @param json its text
   * @param notes what there is to know of it, a sentence each
   */
  record There(CapsuleFile file, String json, List<String> notes) implements Made {
    /** Copies the notes. */
    public There {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It cannot be made.
   *
   * @param message why, and what to do
   */
  record Failed(String message) implements Made {}
}
