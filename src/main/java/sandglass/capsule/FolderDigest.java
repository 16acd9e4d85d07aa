package sandglass.capsule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One digest for all that is in a folder: SHA-256 over its entries in the order of their paths
 * (with {@code /} between names, by UTF-16 code units). An entry is its kind ({@code F} file,
 * {@code D} folder, {@code L} link), then its path and its content, each in UTF-8 after its length
 * in bytes (8 bytes, big-endian); a link's content is its target, a folder has none. Links are not
 * followed. Times and permissions do not count: a guest with a virtual clock sees neither.
 */
public final class FolderDigest {
  /** Folders with more entries are refused by the sandbox too. */
  private static final int MAX_ENTRIES = 10_000;

  private FolderDigest() {}

  /**
   * The digest, in lower-case hexadecimal. An interrupt ends it.
   *
   * @throws IOException if the folder cannot be read, or has more than 10,000 entries
   */
  public static String of(Path folder) throws IOException, InterruptedException {
    SortedMap<String, Path> entries = entries(folder);
    var digest = ContentReader.digest();
    var buffer = new byte[1 << 16];
    for (var entry : entries.entrySet()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Path path = entry.getValue();
      if (Files.isSymbolicLink(path)) {
        begin(digest, 'L', entry.getKey());
        add(digest, Files.readSymbolicLink(path).toString());
      } else if (Files.isDirectory(path)) {
        begin(digest, 'D', entry.getKey());
      } else if (!Files.isRegularFile(path)) {
        // Opening a pipe would wait for whoever writes to it.
        throw new IOException(path + " is a pipe, socket or device");
      } else {
        begin(digest, 'F', entry.getKey());
        addFile(digest, path, buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static SortedMap<String, Path> entries(Path folder) throws IOException {
    var entries = new TreeMap<String, Path>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            return path.equals(folder) ? FileVisitResult.CONTINUE : add(path);
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            return add(path);
          }

          private FileVisitResult add(Path path) throws IOException {
            if (entries.size() >= MAX_ENTRIES) {
              throw new IOException("more than 10,000 files and folders");
            }
            String name = folder.relativize(path).toString();
            entries.put(name.replace(path.getFileSystem().getSeparator(), "/"), path);
            return FileVisitResult.CONTINUE;
          }
        });
    return entries;
  }

  private static void begin(MessageDigest digest, char kind, String path) {
    digest.update((byte) kind);
    add(digest, path);
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(length(bytes.length));
    digest.update(bytes);
  }

  private static void addFile(MessageDigest digest, Path file, byte[] buffer)
      throws IOException, InterruptedException {
    digest.update(length(Files.size(file)));
    try (InputStream in = Files.newInputStream(file)) {
      int count;
      while ((count = in.read(buffer)) > 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        digest.update(buffer, 0, count);
      }
    }
  }

  private static byte[] length(long bytes) {
    return ByteBuffer.allocate(Long.BYTES).putLong(bytes).array();
  }
}
