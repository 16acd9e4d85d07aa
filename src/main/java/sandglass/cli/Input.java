package sandglass.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sandglass.program.InputFile;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;

/** The FILE of a command. */
final class Input {
  private Input() {}

  /** Loads a program from a file, or from stdin for {@code -}. */
  static Program load(String file, long maxBytes, Terminal terminal)
      throws ProgramException, CommandFailure {
    if (!file.equals("-")) {
      return ProgramLoader.load(path(file), maxBytes);
    }
    // Base64 takes four bytes for three.
    byte[] content = InputFile.read("stdin", terminal.in(), maxBytes / 2 * 3 + 4096);
    return ProgramLoader.fromContent("stdin", content, maxBytes);
  }

  /** What the guest sees as its own name. */
  static String fileName(String file) {
    if (file.equals("-")) {
      return "stdin";
    }
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar));
    return file.substring(slash + 1);
  }

  static Path path(String text) throws CommandFailure {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandFailure(
          ExitStatus.REJECTED,
          text.replace('\0', '?') + ": is not a file's name: " + e.getReason());
    }
  }
}
