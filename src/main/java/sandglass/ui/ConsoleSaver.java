package sandglass.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sandglass.playground.common.Prompts;
import sandglass.playground.output.OutputText;
import sandglass.ui.console.ConsolePane;

/** Saves what a console shows. */
record ConsoleSaver(Prompts prompts, String stream) implements ConsolePane.Saver {
  @Override
  public Optional<Path> choose(String suggestedName) {
    return prompts.fileToSave("Save " + stream, suggestedName);
  }

  @Override
  public void write(Path file, OutputText text) throws IOException {
    Files.writeString(file, text.text());
  }
}
