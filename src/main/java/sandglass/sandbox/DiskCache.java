package sandglass.sandbox;

import com.dylibso.chicory.compiler.Cache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Compiled modules on disk. What is in there is loaded as code, so the folder must belong to this
 * user and be closed to all others; each entry ends with its own SHA-256, and one that does not
 * match is deleted. Bounded: the least recently used go first. A failure of the disk never fails a
 * run: the module is compiled again.
 */
final class DiskCache implements Cache {
  /** Bytes of all entries. */
  static final long MAX_BYTES = 512L << 20;

  private static final int DIGEST_BYTES = 32;
  private static final String SUFFIX = ".compiled";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final long maxBytes;

  private DiskCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** A cache in {@code folder}, which is made where missing; empty if it cannot be used safely. */
  static Optional<DiskCache> open(Path folder, long maxBytes) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder, ownerOnly("rwx------"));
      }
      return isPrivate(folder) ? Optional.of(new DiskCache(folder, maxBytes)) : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPrivate(Path folder) throws IOException {
    if (!POSIX) {
      return true;
    }
    // A file of our own tells who we are, whatever the user's name is.
    Path probe = Files.createTempFile(folder, "owner", ".tmp", ownerOnly("rw-------"));
    try {
      if (!Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
        return false;
      }
    } finally {
      Files.delete(probe);
    }
    var permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    if (!permissions.equals(PosixFilePermissions.fromString("rwx------"))) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return true;
  }

  @Override
  public byte[] get(String key) {
    Path entry = entry(key);
    try {
      byte[] file = Files.readAllBytes(entry);
      int length = file.length - DIGEST_BYTES;
      if (length >= 0
          && MessageDigest.isEqual(
              digest(file, length), Arrays.copyOfRange(file, length, file.length))) {
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        return Arrays.copyOf(file, length);
      }
      Files.delete(entry);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      remove(key);
    }
    return null;
  }

  @Override
  public void putIfAbsent(String key, byte[] data) {
    try {
      Path temporary = Files.createTempFile(folder, "new", ".tmp", ownerOnly("rw-------"));
      try {
        try (var out = Files.newOutputStream(temporary)) {
          out.write(data);
          out.write(digest(data, data.length));
        }
        Files.move(temporary, entry(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      trim();
    } catch (IOException e) {
      // The next run compiles again.
      remove(key);
    }
  }

  void remove(String key) {
    try {
      Files.deleteIfExists(entry(key));
    } catch (IOException e) {
      // Its digest will tell the next reader.
    }
  }

  private Path entry(String key) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    return folder.resolve(HexFormat.of().formatHex(digest(name, name.length)) + SUFFIX);
  }

  private static byte[] digest(byte[] bytes, int length) {
    MessageDigest sha = Sha256.digest();
    sha.update(bytes, 0, length);
    return sha.digest();
  }

  private record Entry(Path path, long bytes, FileTime used) {}

  private void trim() throws IOException {
    List<Entry> entries = new ArrayList<>();
    long total = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        try {
          var entry = new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
          entries.add(entry);
          total += entry.bytes();
        } catch (NoSuchFileException e) {
          // Another process has trimmed it.
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used));
    for (Entry entry : entries) {
      if (total <= maxBytes) {
        return;
      }
      Files.deleteIfExists(entry.path());
      total -= entry.bytes();
    }
  }
}
