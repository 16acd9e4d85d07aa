package sandglass.playground.capsule;

import java.util.List;
import sandglass.capsule.CapsuleFile;
import sandglass.playground.common.Notice;

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
   * @param isByValue whether it may work where folders are named by their paths
   */
  record Failed(String message, boolean isByValue) implements Made {
    /**
     * Says so.
     *
     * @param what such as {@code main.wat was not saved}
     * @param byPath what to call the same with folders by their paths
     * @param again does that
     */
    Notice notice(String what, String byPath, Runnable again) {
      var fixes = isByValue ? List.of(new Notice.Fix(byPath, again)) : List.<Notice.Fix>of();
      return new Notice(Notice.Kind.ERROR, what + ": " + message, fixes);
    }
  }
}
