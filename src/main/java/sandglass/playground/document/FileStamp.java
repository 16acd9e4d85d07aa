package sandglass.playground.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a text file was like when it was read or written: by this a change from outside is noticed,
 * and the ends of its lines are kept.
 *
 * @param modifiedMillis when it was changed last, in milliseconds since 1970; 0 if it is not there
 * @param bytes its size
 * @param crlf whether its lines end in {@code \r\n}
 */
record FileStamp(long modifiedMillis, long bytes, boolean crlf) {
  static final FileStamp NONE = new FileStamp(0, 0, false);

  /** Reads the file's attributes; not on the FX thread. */
  static FileStamp of(Path file, boolean crlf) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime().toMillis(), attributes.size(), crlf);
    } catch (IOException e) {
      return new FileStamp(0, 0, crlf); // not there, or not for us: the read or write says so
    }
  }

  boolean differs(FileStamp other) {
    return modifiedMillis != other.modifiedMillis || bytes != other.bytes;
  }
}
