package sandglass.interpreter;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import sandglass.sandbox.wasi.Folder;

/**
 * What folders look like from outside: the names, sizes, times and identities of all that is in
 * them. A copy that was made when they had the same stamp is still right.
 *
 * @param value equal for equal looks
 */
record FolderStamp(long value) {
  private static final int MAX_FILES = 20_000;

  static FolderStamp of(List<Folder> folders) {
    long hash = 1;
    for (Folder folder : folders) {
      try {
        var look = new Look();
        Files.walkFileTree(folder.host(), look);
        hash = 31 * hash + look.hash;
      } catch (IOException e) {
        hash = ThreadLocalRandom.current().nextLong(); // never the same twice: the run says why
      }
    }
    return new FolderStamp(hash);
  }

  private static final class Look extends SimpleFileVisitor<Path> {
    private long hash = 17;
    private int files;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return add(folder, attributes);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return add(file, attributes);
    }

    private FileVisitResult add(Path path, BasicFileAttributes attributes) {
      // A sum of what is well mixed: the order in which a folder is read does not matter.
      long entry = 31L * path.hashCode() + attributes.size();
      entry = 31 * entry + attributes.lastModifiedTime().hashCode();
      Object key = attributes.fileKey();
      entry = 31 * entry + (key == null ? 0 : key.hashCode());
      hash += (entry ^ (entry >>> 29)) * 0xbf58476d1ce4e5b9L;
      return ++files > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
