package sandglass.sandbox.wasi;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A host directory held by its path, where there are no handles. After each opening it checks that
 * the path still leads to the same place by no symlink.
 */
final class PlainHostDirectory implements HostDirectory {
  private final Path path;

  private PlainHostDirectory(Path path) {
    this.path = path;
  }

  /**
   * @param path its real path
   */
  static PlainHostDirectory open(Path path) {
    return new PlainHostDirectory(path);
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
    checkSame(name, seen);
    return new PlainHostDirectory(path.resolve(name));
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
    if (!path.toRealPath().equals(path)) {
      throw new FileSystemException(path.toString(), null, "it changed meanwhile");
    }
  }
}
