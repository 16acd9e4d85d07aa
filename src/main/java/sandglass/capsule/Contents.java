package sandglass.capsule;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Gets what a capsule holds or names, piece by piece, for who shows a capsule before running it.
 * Reads files; may be called from any thread that may wait.
 */
public final class Contents {
  private final ContentReader reader;

  /**
   * @param base the capsule's folder, for relative paths; empty for a capsule that is no file
   */
  public Contents(Optional<Path> base) {
    reader = new ContentReader(base);
  }

  /**
   * Bytes, checked against their digest.
   *
   * @param field the field of the file, for messages
   * @param maxBytes refused beyond this
   */
  public byte[] bytes(Content content, String field, long maxBytes)
      throws CapsuleException, InterruptedException {
    return reader.read(content, field, maxBytes);
  }

  /** A folder that a guest can get a copy of: in memory, or on this machine and unchanged. */
  public Path folder(GivenFolder.Files files, String field)
      throws CapsuleException, InterruptedException {
    return CapsuleOpener.folder(files, reader, field);
  }

  /** Where a path of the capsule leads, there or not. */
  public Path path(String text, String field) throws CapsuleException {
    return reader.path(text, field);
  }
}
