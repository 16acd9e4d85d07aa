package sandglass.sandbox.wasi;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A directory of the host, open for reading. Nothing in it is ever followed: where a name turns
 * into a symlink between two looks, opening it fails.
 */
interface HostDirectory extends AutoCloseable {

  /** The names in it, sorted, at most {@code limit} + 1 of them. */
  List<String> names(int limit) throws IOException;

  /** The attributes of what bears the name, not of what a symlink leads to. */
  BasicFileAttributes attributes(String name) throws IOException;

  /** Opens a file. */
  ReadableByteChannel file(String name, BasicFileAttributes seen) throws IOException;

  /** Opens a directory. */
  HostDirectory directory(String name, BasicFileAttributes seen) throws IOException;

  /** What a symlink holds. */
  String linkTarget(String name) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens a folder: by handle where the platform can open names relative to one, else by path.
   *
   * @param folder its real path
   */
  @SuppressWarnings("StreamResourceLeak") // handed over, to be closed with the result
  static HostDirectory open(Path folder) throws IOException {
    var stream = Files.newDirectoryStream(folder);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new SecureHostDirectory(folder, secure);
    }
    stream.close();
    return PlainHostDirectory.open(folder);
  }

  /** The names of a stream, sorted; reads no more than it must to know that there are too many. */
  static List<String> names(DirectoryStream<Path> stream, int limit) throws IOException {
    var names = new ArrayList<String>();
    try {
      for (var entry : stream) {
        names.add(entry.getFileName().toString());
        if (names.size() > limit) {
          break;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
    return names;
  }
}
