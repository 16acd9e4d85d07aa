package sandglass.playground.world;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import sandglass.capsule.Content;
import sandglass.playground.world.StdinModel.Mode;

/**
 * Stdin as it is set.
 *
 * @param mode where it comes from
 * @param text what is written, also while another mode is chosen
 * @param fileText the file's path, also while another mode is chosen
 * @param given bytes of a capsule
 */
public record StdinState(Mode mode, String text, String fileText, Content.Here given) {
  /** Longest text that is handed to a field, in bytes. */
  private static final int MAX_TEXT = 64 << 10;

  /** At its end. */
  public static final StdinState NONE = text(Mode.NONE, "");

  private static StdinState text(Mode mode, String text) {
    return new StdinState(mode, text, "", (Content.Here) Content.NONE);
  }

  /** What is typed while the guest waits. */
  public static StdinState live() {
    return text(Mode.LIVE, "");
  }

  /** The content of a file. */
  public static StdinState file(String path) {
    return new StdinState(Mode.FILE, "", path, (Content.Here) Content.NONE);
  }

  /** A text; without any, stdin is at its end. */
  public static StdinState of(String text) {
    return text.isEmpty() ? NONE : text(Mode.TEXT, text);
  }

  /** Bytes, as a text to be edited where a field keeps every one of them. */
  public static StdinState of(Content.Here content) {
    byte[] bytes = content.bytes();
    if (bytes.length == 0) {
      return NONE;
    }
    if (bytes.length <= MAX_TEXT && isPlain(bytes)) {
      return text(Mode.TEXT, new String(bytes, StandardCharsets.UTF_8));
    }
    return new StdinState(Mode.GIVEN, "", "", content);
  }

  /** Fields drop control characters, and the ends of lines that are not a line feed alone. */
  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if ((b >= 0 && b < ' ' && b != '\n' && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
