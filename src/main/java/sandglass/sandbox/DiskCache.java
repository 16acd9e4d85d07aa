package sandglass.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Compiled modules on disk. What is in there is loaded as code, so the folder must belong to this
 * user and be closed to all others; each entry ends with a checksum, and one that does not match is
 * deleted. Bounded: the least recently used go first. A failure of the disk never fails a run: the
 * module is compiled again.
 */
final class DiskCache {
  /** Bytes of all entries. */
  static final long MAX_BYTES = 512L << 20;

  private static final int CHECKSUM_BYTES = Long.BYTES;
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

  /** The module that is kept under a key, if it is there and whole. */
  Optional<CompiledModule> get(String key) {
    Path entry = entry(key);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(entry));
      int length = bytes.limit() - CHECKSUM_BYTES;
      if (length < 0 || bytes.getLong(length) != checksum(bytes.slice(0, length))) {
        throw new IOException("damaged");
      }
      CompiledModule module = CompiledModuleFile.read(bytes.slice(0, length));
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      return Optional.of(module);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      remove(key);
      return Optional.empty();
    }
  }

  /** Keeps a module, in place of what was kept under its key. */
  void put(String key, CompiledModule module) {
    try {
      Path temporary = Files.createTempFile(folder, "new", ".tmp", ownerOnly("rw-------"));
      try {
        ByteBuffer bytes = ByteBuffer.wrap(CompiledModuleFile.write(module));
        ByteBuffer end =
            ByteBuffer.allocate(CHECKSUM_BYTES).putLong(0, checksum(bytes.duplicate()));
        try (var out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          for (ByteBuffer part : new ByteBuffer[] {bytes, end}) {
            while (part.hasRemaining()) {
              out.write(part);
            }
          }
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
      // Its checksum will tell the next reader.
    }
  }

  private Path entry(String key) {
    return folder.resolve(key + "-" + CompiledModuleFile.FORMAT + SUFFIX);
  }

  /** Against damage, not malice: the folder is closed to others. */
  private static long checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
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
