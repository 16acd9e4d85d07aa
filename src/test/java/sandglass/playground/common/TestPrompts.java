package sandglass.playground.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as a person might, who cancels everything at first. */
public final class TestPrompts implements Prompts {
  /** Which files to open. */
  public List<Path> open = List.of();

  /** Where to save, which file to read, which folder to take. */
  public Optional<Path> chosen = Optional.empty();

  /** What to do with a text that is not saved. */
  public Unsaved unsaved = Unsaved.CANCEL;

  @Override
  public List<Path> filesToOpen() {
    return open;
  }

  @Override
  public Optional<Path> fileToSave(String title, String suggestedName) {
    return chosen;
  }

  @Override
  public Optional<Path> fileToRead(String title) {
    return chosen;
  }

  @Override
  public Optional<Path> folder(String title) {
    return chosen;
  }

  /** What was shown in full. */
  public final List<String> details = new ArrayList<>();

  @Override
  public void details(String title, String text) {
    details.add(text);
  }

  @Override
  public Unsaved unsaved(String name) {
    return unsaved;
  }
}
