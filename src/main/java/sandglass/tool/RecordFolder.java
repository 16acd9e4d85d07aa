package sandglass.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sandglass.capsule.CapsuleFile;

/**
 * A bounded folder of capsules, such as {@code
 * 20261126-174501-0007-code_executor-trapped.sandglass.json}: when it was, in UTC, the how manieth
 * of its server, the tool, and how it ended, so that names sort by time. A capsule is written whole
 * or not at all and is its owner's alone. Files of other names are left alone. For one thread.
 */
final class RecordFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String NAME = "\\d{8}-\\d{6}-\\d{4}-[a-z0-9_]{1,64}-[a-z_]{1,32}";
  private static final Pattern RECORDED = Pattern.compile(NAME + Pattern.quote(CapsuleFile.SUFFIX));
  private static final Pattern UNFINISHED =
      Pattern.compile("\\." + NAME + Pattern.quote(CapsuleFile.SUFFIX) + "\\.(\\d{1,18})\\.tmp");

  /** Others may write to the folder too, or take from it. */
  private static final int WRITES_BETWEEN_SCANS = 100;

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final RecordLimit limit;
  private final TreeMap<String, Long> sizes = new TreeMap<>();
  private long bytes;
  private long written;

  private RecordFolder(Path folder, RecordLimit limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * Makes the folder where it is missing, and removes what servers that were killed had begun.
   *
   * @throws IOException if it cannot be made, listed or written to
   */
  static RecordFolder open(Path folder, RecordLimit limit) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, ownerOnly("rwx------"));
    }
    var opened = new RecordFolder(folder, limit);
    opened.removeUnfinished();
    opened.scan();
    opened.trim();
    return opened;
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private void removeUnfinished() throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        var name = UNFINISHED.matcher(file.getFileName().toString());
        if (name.matches() && !isAnotherAlive(Long.parseLong(name.group(1)))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isAnotherAlive(long pid) {
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private void scan() throws IOException {
    sizes.clear();
    bytes = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (RECORDED.matcher(name).matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          add(name, sizeOf(file));
        }
      }
    }
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0; // taken away in the meantime
    }
  }

  private void add(String name, long size) {
    Long before = sizes.put(name, size);
    bytes += size - (before == null ? 0 : before);
  }

  /**
   * Writes a capsule, and removes the oldest of those that are too many.
   *
   * @param tool a tool's name
   * @param outcome an outcome's kind
   * @throws IOException if it is larger than the folder may be, or cannot be written
   */
  void write(Instant time, String tool, String outcome, String capsule) throws IOException {
    byte[] content = capsule.getBytes(StandardCharsets.UTF_8);
    if (content.length > limit.bytes()) {
      throw new IOException(
          "a capsule of "
              + content.length
              + " bytes is larger than all of them may be together, "
              + limit.bytes());
    }
    String name = name(time, tool, outcome);
    Path temporary = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (var channel = Files.newByteChannel(temporary, options, ownerOnly("rw-------"))) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    add(name, content.length);
    if (written % WRITES_BETWEEN_SCANS == 0) {
      scan();
    }
    trim();
  }

  /** A name that no file has. */
  private String name(Instant time, String tool, String outcome) {
    String name;
    do {
      name =
          "%s-%04d-%s-%s%s"
              .formatted(
                  TIME.format(time),
                  ++written % 10_000,
                  word(tool, 64),
                  word(outcome, 32),
                  CapsuleFile.SUFFIX);
    } while (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    return name;
  }

  private static String word(String text, int most) {
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return word.isEmpty() ? "_" : word.substring(0, Math.min(word.length(), most));
  }

  private void trim() throws IOException {
    while (sizes.size() > limit.count() || bytes > limit.bytes()) {
      var oldest = sizes.pollFirstEntry();
      bytes -= oldest.getValue();
      Files.deleteIfExists(folder.resolve(oldest.getKey()));
    }
  }
}
