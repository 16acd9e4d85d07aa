package sandglass.playground.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The head of a file, to be looked at. */
public sealed interface FilePreview {
  /** Bytes that are looked at. */
  int MAX_BYTES = 64 << 10;

  /**
   * It is UTF-8 text.
   *
   * @param more whether the file goes on
   */
  record Text(String text, boolean more) implements FilePreview {}

  /** It is not text. */
  record Binary() implements FilePreview {}

  /** Reads the head. Leaves the stream open. Takes a moment: for the background. */
  static FilePreview of(InputStream in) throws IOException {
    byte[] head = in.readNBytes(MAX_BYTES + 1);
    boolean more = head.length > MAX_BYTES;
    var bytes = ByteBuffer.wrap(head, 0, Math.min(head.length, MAX_BYTES));
    var chars = CharBuffer.allocate(bytes.remaining());
    // A character that the cut goes through is left out.
    CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, !more);
    String text = chars.flip().toString();
    boolean binary = end.isError() || text.chars().anyMatch(FilePreview::isBinary);
    return binary ? new Binary() : new Text(text, more);
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b;
  }
}
