package sandglass.sandbox.wasi;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/**
 * A host directory held by its handle: names are looked up in that very directory, wherever it may
 * be moved and whatever may take its place.
 */
final class SecureHostDirectory implements HostDirectory {
  private final Path path;
  private final SecureDirectoryStream<Path> stream;

  SecureHostDirectory(Path path, SecureDirectoryStream<Path> stream) {
    this.path = path;
    this.stream = stream;
  }

  @Override
  public List<String> names(int limit) throws IOException {
    return HostDirectory.names(stream, limit);
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return stream
        .getFileAttributeView(relative(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .readAttributes();
  }

  @Override
  public ReadableByteChannel file(String name, BasicFileAttributes seen) throws IOException {
    return stream.newByteChannel(relative(name), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS));
  }

  @Override
  public HostDirectory directory(String name, BasicFileAttributes seen) throws IOException {
    var opened = stream.newDirectoryStream(relative(name), NOFOLLOW_LINKS);
    return new SecureHostDirectory(path.resolve(name), opened);
  }

  /**
   * Read by path, as there is no other way. Should the path be swapped meanwhile, then what comes
   * back is the text of another symlink, and text is all that it is.
   */
  @Override
  public String linkTarget(String name) throws IOException {
    return Files.readSymbolicLink(path.resolve(name)).toString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private Path relative(String name) {
    return path.getFileSystem().getPath(name);
  }
}
