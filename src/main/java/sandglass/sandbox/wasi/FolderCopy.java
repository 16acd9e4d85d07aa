package sandglass.sandbox.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Copies one host folder into the guest's file system. */
final class FolderCopy {
  /** Folders within folders. */
  static final int MAX_DEPTH = 200;

  private static final int CHUNK = 1 << 16;

  private final Folder folder;
  private final Volume volume;
  private final boolean keepTimes;
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
  private final Opener opener;
  private Path real;

  /**
   * @param keepTimes whether files keep the host's times; else they get the volume's
   * @param opener opens the folder on the host
   */
  FolderCopy(Folder folder, Volume volume, boolean keepTimes, Opener opener) {
    this.folder = folder;
    this.opener = opener;
    this.volume = volume;
    this.keepTimes = keepTimes;
  }

  /** Opens a folder on the host; a test may open it in another way. */
  @FunctionalInterface
  interface Opener {
    HostDirectory open(Path real) throws IOException;
  }

  /** Copies it; gives its root. Answers an interrupt of the thread. */
  DirectoryNode copy() throws WorldException, InterruptedException {
    var host = folder.host();
    if (!Files.exists(host)) {
      throw new WorldException(
          "folder " + host + ": there is no such folder; check the path, or create it");
    }
    if (!Files.isDirectory(host)) {
      throw new WorldException(
          "folder " + host + ": it is not a folder; give the folder that holds it");
    }
    try {
      real = host.toRealPath();
      var root = volume.newRoot();
      try (var directory = opener.open(real)) {
        copy(directory, real, root, 0);
      }
      checkLinks(root);
      return root;
    } catch (ClosedByInterruptException e) {
      throw interrupted();
    } catch (IOException e) {
      throw unreadable(host, e);
    }
  }

  private void copy(HostDirectory from, Path path, DirectoryNode to, int depth)
      throws IOException, WorldException, InterruptedException {
    if (depth > MAX_DEPTH) {
      throw new WorldException(
          "folder %s: %s lies more than %d folders deep; allow a smaller folder"
              .formatted(folder.host(), path, MAX_DEPTH));
    }
    for (var name : from.names(Wasi.MAX_FILES)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!volume.quota().hasEntry()) {
        throw new WorldException(
            String.format(
                Locale.ROOT,
                "folder %s: more than %,d files and folders; allow a smaller folder",
                folder.host(),
                Wasi.MAX_FILES));
      }
      var entry = path.resolve(name);
      try {
        copyEntry(from, name, entry, to, depth);
      } catch (ClosedByInterruptException e) {
        throw interrupted();
      } catch (IOException e) {
        throw unreadable(entry, e);
      }
    }
  }

  private void copyEntry(HostDirectory from, String name, Path entry, DirectoryNode to, int depth)
      throws IOException, WorldException, InterruptedException {
    var seen = from.attributes(name);
    Node node;
    if (seen.isSymbolicLink()) {
      node = volume.newSymlink(to, name, target(from.linkTarget(name), entry));
    } else if (seen.isDirectory()) {
      var directory = volume.newDirectory(to, name);
      try (var inside = from.directory(name, seen)) {
        copy(inside, entry, directory, depth + 1);
      }
      node = directory;
    } else if (seen.isRegularFile()) {
      node = copyFile(from, name, seen, to);
    } else {
      throw new WorldException(
          "folder %s: %s is neither a file nor a folder (a pipe, socket or device); move it away"
              .formatted(folder.host(), entry));
    }
    if (keepTimes) {
      node.modified(seen.lastModifiedTime().to(TimeUnit.NANOSECONDS));
      node.accessed(seen.lastAccessTime().to(TimeUnit.NANOSECONDS));
    }
  }

  private FileNode copyFile(
      HostDirectory from, String name, BasicFileAttributes seen, DirectoryNode to)
      throws IOException, WorldException, InterruptedException {
    if (seen.size() > volume.quota().available()) {
      throw tooLarge();
    }
    var file = volume.newFile(to, name);
    try (var channel = from.file(name, seen)) {
      while (channel.read(buffer.clear()) >= 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        // Asked again: the file may have grown since it was looked at.
        if (buffer.position() > volume.quota().available()) {
          throw tooLarge();
        }
        file.write(file.size(), buffer.array(), 0, buffer.position());
      }
    }
    return file;
  }

  /** A target by the folder's own absolute path becomes relative, so that it stays valid. */
  private String target(String text, Path link) {
    var target = link.getFileSystem().getPath(text).normalize();
    for (var base : new Path[] {real, folder.host().toAbsolutePath().normalize()}) {
      if (target.isAbsolute() && target.startsWith(base)) {
        var within = real.resolve(base.relativize(target));
        var relative = link.getParent().relativize(within).toString();
        return slashes(relative.isEmpty() ? "." : relative);
      }
    }
    return slashes(text);
  }

  private String slashes(String path) {
    return path.replace(real.getFileSystem().getSeparator(), "/");
  }

  /** Refuses symlinks that lead out, each looked at in the copy: the host may change, it cannot. */
  private void checkLinks(DirectoryNode root) throws WorldException {
    var escape = LinkCheck.firstEscape(root);
    if (escape.isPresent()) {
      throw new WorldException(
          "folder %s: the symlink %s leads to %s, out of the folder; remove it or allow a folder"
                  .formatted(folder.host(), escape.get().path(), escape.get().target())
              + " that holds both");
    }
  }

  private WorldException tooLarge() throws IOException, InterruptedException {
    return new WorldException(
        String.format(
                Locale.ROOT,
                "folder %s: its files hold %s bytes, more than the file limit of %,d allows",
                folder.host(),
                FolderSize.text(opener.open(real)),
                volume.quota().limit())
            + "; raise the limit or allow a smaller folder");
  }

  private WorldException unreadable(Path path, IOException e) {
    String why = e instanceof AccessDeniedException ? "access is denied" : reason(e);
    String what = path.equals(folder.host()) ? "" : path + " ";
    return new WorldException(
        "folder %s: %scannot be read (%s); check that you may read it"
            .formatted(folder.host(), what, why),
        e);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.getClass().getSimpleName();
  }

  private static InterruptedException interrupted() {
    Thread.interrupted(); // as every method that throws this does
    return new InterruptedException();
  }
}
