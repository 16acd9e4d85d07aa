package sandglass.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.data.DataException;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;
import sandglass.sandbox.Quantities;

/** A capsule as the FILE of a command. */
final class CapsuleInput {
  private CapsuleInput() {}

  /** Whether a file can be nothing but a capsule, by its name. */
  static boolean isCapsule(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** The folder that a capsule's relative paths begin at. */
  static Optional<Path> base(Path file) {
    return Optional.of(file.toAbsolutePath().getParent());
  }

  /** Reads one; what is wrong with it is said with its place, a line each. */
  static CapsuleFile read(Path file) throws CommandFailure, ProgramException {
    checkSize(file);
    byte[] bytes = InputFile.read(file, CapsuleReader.MAX_BYTES);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitStatus.REJECTED, file + ": is not a capsule: it is no text in UTF-8");
    }
    try {
      return CapsuleReader.read(
          file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (DataException e) {
      throw new CommandFailure(ExitStatus.REJECTED, e.getMessage());
    }
  }

  private static void checkSize(Path file) throws CommandFailure {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > CapsuleReader.MAX_BYTES) {
        throw new CommandFailure(
            ExitStatus.REJECTED,
            "%s: has %s, more than the %s that a capsule may have; hold what is large by path"
                .formatted(
                    file,
                    Quantities.formatBytes(Files.size(file)),
                    Quantities.formatBytes(CapsuleReader.MAX_BYTES)));
      }
    } catch (IOException e) {
      // The reading says what is wrong.
    }
  }
}
