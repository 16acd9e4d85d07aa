package sandglass.playground.interpreter;

import java.util.Optional;
import sandglass.interpreter.Download;

/** How it stands with the CPython of the catalog. */
public sealed interface Supply {
  /** Nobody has looked yet. */
  record Unknown() implements Supply {}

  /**
   * It is not there.
   *
   * @param failure why it was not fetched, where that was tried
   */
  record Missing(Optional<String> failure) implements Supply {}

  /** It is on its way. */
  record Fetching(Download.Progress progress) implements Supply {}

  /**
   * It is there.
   *
   * @param where in words
   */
  record There(String where) implements Supply {}

  /** Before the first look. */
  Supply UNKNOWN = new Unknown();
}
