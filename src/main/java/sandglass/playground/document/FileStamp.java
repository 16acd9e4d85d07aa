package sandglass.playground.document;

import java.io.BufferedInputStream;
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
  /** Bytes that are looked through for the end of a line. */
  private static final int LOOKED_AT = 64 << 20;

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

  /** Reads the file's attributes and how its lines end; not on the FX thread. */
  static FileStamp read(Path file) {
    return of(file, hasCrlf(file));
  }

  private static boolean hasCrlf(Path file) {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      int before = -1;
      int left = LOOKED_AT;
      for (int b = in.read(); b >= 0 && left > 0; b = in.read()) {
        if (before == '\r' && b == '\n') {
          return true;
        }
        before = b;
        left--;
      }
      return false;
    } catch (IOException e) {
      return false; // not there, or not for us: the write says so
    }
  }

  boolean differs(FileStamp other) {
    return modifiedMillis != other.modifiedMillis || bytes != other.bytes;
  }
}
