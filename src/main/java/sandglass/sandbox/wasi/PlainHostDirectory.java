package sandglass.sandbox.wasi;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A host directory held by its path, where there are no handles. After each opening it checks that
 * the path still leads to the same place by no symlink, and that none of the directories on the way
 * has been changed since: who swaps a name for a symlink and back again changes the directory that
 * holds it. That shows in the directory's time, if enough of it has passed since the last change.
 */
final class PlainHostDirectory implements HostDirectory {
  /** Longer than the steps in which file systems count time, apart from the 2 s of FAT. */
  private static final long SETTLED_MILLIS = 20;

  private static final int ATTEMPTS = 2;

  private final Optional<PlainHostDirectory> parent;
  private final Path path;
  private final FileTime changed;

  private PlainHostDirectory(Optional<PlainHostDirectory> parent, Path path) throws IOException {
    this.parent = parent;
    this.path = path;
    changed = settled(path);
  }

  /**
   * @param path its real path
   */
  static PlainHostDirectory open(Path path) throws IOException {
    return new PlainHostDirectory(Optional.empty(), path);
  }

  /** When a directory that is left alone was changed last; waits until it is. */
  private static FileTime settled(Path path) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      var time = changed(path);
      long age = System.currentTimeMillis() - time.toMillis();
      if (age > SETTLED_MILLIS || age < 0) {
        return time;
      }
      try {
        Thread.sleep(SETTLED_MILLIS + 1 - age);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClosedByInterruptException();
      }
    }
    throw new FileSystemException(path.toString(), null, "it is being changed");
  }

  /** Where there is one, the time that nobody can set. */
  private static FileTime changed(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (FileTime) Files.getAttribute(path, "unix:ctime", NOFOLLOW_LINKS)
        : Files.getLastModifiedTime(path, NOFOLLOW_LINKS);
  }

  @Override
  public List<String> names(int limit) throws IOException {
    try (var stream = Files.newDirectoryStream(path)) {
      var names = HostDirectory.names(stream, limit);
      checkUnmoved();
      return names;
    }
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  @Override
  public ReadableByteChannel file(String name, BasicFileAttributes seen) throws IOException {
    var channel =
        Files.newByteChannel(path.resolve(name), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS));
    try {
      checkSame(name, seen);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public HostDirectory directory(String name, BasicFileAttributes seen) throws IOException {
    var directory = new PlainHostDirectory(Optional.of(this), path.resolve(name));
    checkSame(name, seen);
    return directory;
  }

  @Override
  public String linkTarget(String name) throws IOException {
    return Files.readSymbolicLink(path.resolve(name)).toString();
  }

  @Override
  public void close() {
    // It holds nothing open.
  }

  private void checkSame(String name, BasicFileAttributes seen) throws IOException {
    checkUnmoved();
    var now = attributes(name);
    if (now.isSymbolicLink() || !Objects.equals(now.fileKey(), seen.fileKey())) {
      throw new FileSystemException(path.resolve(name).toString(), null, "it changed meanwhile");
    }
  }

  private void checkUnmoved() throws IOException {
    if (!path.toRealPath().equals(path) || !changed(path).equals(changed)) {
      throw new FileSystemException(path.toString(), null, "it changed meanwhile");
    }
    if (parent.isPresent()) {
      parent.get().checkUnmoved();
    }
  }
}
