package sandglass.playground.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the view-model asks a person. Each call is on the FX thread and waits for the answer. */
public interface Prompts {
  /** What to do with a text that is not saved. */
  enum Unsaved {
    /** Save it first. */
    SAVE,
    /** Give it up. */
    DISCARD,
    /** Leave everything as it is. */
    CANCEL
  }

  /** Which files to open; none if it was cancelled. */
  List<Path> filesToOpen();

  /**
   * Where to save.
   *
   * @param title what is being saved
   * @param suggestedName a file name without a folder
   */
  Optional<Path> fileToSave(String title, String suggestedName);

  /** A file whose content is wanted. */
  Optional<Path> fileToRead(String title);

  /** A folder. */
  Optional<Path> folder(String title);

  /**
   * Shows what does not fit into a notice, to be read and copied; does not wait.
   *
   * @param text any number of lines
   */
  void details(String title, String text);

  /** What to do with a text before its tab closes. */
  Unsaved unsaved(String name);
}
