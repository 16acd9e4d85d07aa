package sandglass.playground;

import java.util.function.Consumer;
import java.util.function.Function;
import sandglass.playground.advice.EndedRun;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.sandbox.Quantities;

/** Puts what a run did on the clipboard; written in the background, since outputs are large. */
record ReportCopy(Threads threads, Notices notices) {
  /** Longest report that is put on the clipboard, in characters. */
  private static final int MAX_COPIED = 16 << 20;

  void copy(EndedRun ended, Function<EndedRun, String> writer, Consumer<String> clipboard) {
    threads.background(
        () -> writer.apply(ended),
        text -> {
          if (text.length() > MAX_COPIED) {
            notices.error(
                "The report was not copied: it has "
                    + Quantities.formatCount(text.length())
                    + " characters. Copy it as text, or lower the output limit and run again.");
          } else {
            clipboard.accept(text);
            notices.info("The report was copied.");
          }
        });
  }
}
