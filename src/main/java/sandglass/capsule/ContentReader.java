package sandglass.capsule;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;

/** Gets the bytes that a capsule holds or names. Reads files; may be called from any thread. */
final class ContentReader {
  private final Optional<Path> base;

  /**
   * @param base the capsule's folder, for relative paths; empty for a capsule that is no file
   */
  ContentReader(Optional<Path> base) {
    this.base = base;
  }

  /**
   * The bytes, checked against their digest.
   *
   * @param field the field of the file, for messages
   * @param maxBytes refused beyond this
   */
  byte[] read(Content content, String field, long maxBytes)
      throws CapsuleException, InterruptedException {
    return switch (content) {
      case Content.Here(var bytes) -> bytes;
      case Content.There there -> read(there, field, maxBytes);
    };
  }

  private byte[] read(Content.There there, String field, long maxBytes)
      throws CapsuleException, InterruptedException {
    Path path = path(there.path(), field);
    byte[] bytes;
    try {
      bytes = InputFile.read(path, maxBytes);
    } catch (ProgramException.Interrupted e) {
      throw interrupted();
    } catch (ProgramException e) {
      throw new CapsuleException(field, e.getMessage(), e);
    }
    String found = sha256(bytes);
    if (!found.equals(there.sha256())) {
      throw changed(field, path, found, there.sha256());
    }
    return bytes;
  }

  /** Where a path of the capsule leads. */
  Path path(String text, String field) throws CapsuleException {
    try {
      Path path = Path.of(text);
      return base.map(folder -> folder.resolve(path)).orElse(path);
    } catch (InvalidPathException e) {
      throw new CapsuleException(
          field, text.replace('\0', '?') + ": is not a path of this system: " + e.getReason(), e);
    }
  }

  /** A file or folder is not what the capsule was made with. */
  static CapsuleException changed(String field, Path path, String found, String wanted) {
    return new CapsuleException(
        field,
        "%s: it is not what the capsule was made with (its sha-256 is %s…, not %s…); restore it, or save the capsule again"
            .formatted(path, shortened(found), shortened(wanted)),
        null);
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }

  /** Clears the way for an interrupt that was turned into another exception. */
  static InterruptedException interrupted() {
    boolean _ = Thread.interrupted();
    return new InterruptedException();
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java platform has it
    }
  }
}
