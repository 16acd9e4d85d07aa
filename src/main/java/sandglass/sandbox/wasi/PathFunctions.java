package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The {@code path_*} functions that make, remove and move names. Errnos are those of Linux. */
final class PathFunctions {
  private final FileTable files;
  private final Volume volume;

  PathFunctions(FileTable files, Volume volume) {
    this.files = files;
    this.volume = volume;
  }

  void addTo(Map<String, Handler> table) {
    table.put("path_create_directory", this::createDirectory);
    table.put("path_link", this::link);
    table.put("path_readlink", this::readlink);
    table.put("path_remove_directory", this::removeDirectory);
    table.put("path_rename", this::rename);
    table.put("path_symlink", this::symlink);
    table.put("path_unlink_file", this::unlinkFile);
  }

  private Errno createDirectory(GuestMemory memory, long[] args) {
    var directory = files.directory((int) args[0]);
    var path = memory.readPath((int) args[1], (int) args[2]);
    var place = PathResolver.locate(directory.mutable(), path);
    checkNew(place);
    volume.newDirectory(place.directory(), place.name());
    return Errno.ESUCCESS;
  }

  private Errno symlink(GuestMemory memory, long[] args) {
    var directory = files.directory((int) args[2]);
    var target = memory.readPath((int) args[0], (int) args[1]);
    var path = memory.readPath((int) args[3], (int) args[4]);
    var base = directory.mutable();
    if (target.startsWith("/")) {
      return Errno.EPERM;
    }
    if (target.isEmpty()) {
      return Errno.ENOENT;
    }
    if (target.indexOf('\0') >= 0) {
      return Errno.EINVAL;
    }
    var place = PathResolver.locate(base, path);
    checkNew(place);
    if (place.slash()) {
      return Errno.ENOENT;
    }
    volume.newSymlink(place.directory(), place.name(), target);
    return Errno.ESUCCESS;
  }

  private Errno link(GuestMemory memory, long[] args) {
    int flags = Flags.check(args[1], Flags.LOOKUP_NAMES);
    var from = files.directory((int) args[0]);
    var to = files.directory((int) args[4]);
    var oldPath = memory.readPath((int) args[2], (int) args[3]);
    var newPath = memory.readPath((int) args[5], (int) args[6]);
    var oldBase = from.mutable();
    var newBase = to.mutable();
    if ((flags & Flags.LOOKUP_SYMLINK_FOLLOW) != 0) {
      return Errno.EINVAL;
    }
    var node = PathResolver.locate(oldBase, oldPath).existing();
    var place = PathResolver.locate(newBase, newPath);
    checkNew(place);
    if (place.slash()) {
      return Errno.ENOENT;
    }
    if (node instanceof DirectoryNode) {
      return Errno.EPERM;
    }
    volume.link(place.directory(), place.name(), node);
    return Errno.ESUCCESS;
  }

  private Errno readlink(GuestMemory memory, long[] args) {
    int out = (int) args[5];
    int bufferBytes = (int) args[4];
    memory.check(out, 4);
    memory.check((int) args[3], Integer.toUnsignedLong(bufferBytes));
    var directory = files.directory((int) args[0]);
    var path = memory.readPath((int) args[1], (int) args[2]);
    if (!(PathResolver.find(directory.node(), path, false).existing()
        instanceof SymlinkNode link)) {
      return Errno.EINVAL;
    }
    byte[] target = link.target().getBytes(StandardCharsets.UTF_8);
    int count = (int) Math.min(target.length, Integer.toUnsignedLong(bufferBytes));
    memory.write((int) args[3], target, 0, count);
    memory.writeInt(out, count);
    return Errno.ESUCCESS;
  }

  private Errno removeDirectory(GuestMemory memory, long[] args) {
    var directory = files.directory((int) args[0]);
    var path = memory.readPath((int) args[1], (int) args[2]);
    var place = PathResolver.locate(directory.mutable(), path);
    if (place.name() == null) {
      return path.endsWith("..") || path.endsWith("../") ? Errno.ENOTEMPTY : Errno.EINVAL;
    }
    if (!(place.existing() instanceof DirectoryNode victim)) {
      return Errno.ENOTDIR;
    }
    if (!victim.isEmpty()) {
      return Errno.ENOTEMPTY;
    }
    volume.unlink(place.directory(), place.name());
    return Errno.ESUCCESS;
  }

  private Errno unlinkFile(GuestMemory memory, long[] args) {
    var directory = files.directory((int) args[0]);
    var path = memory.readPath((int) args[1], (int) args[2]);
    var place = PathResolver.locate(directory.mutable(), path);
    if (place.existing() instanceof DirectoryNode) {
      return Errno.EISDIR;
    }
    volume.unlink(place.directory(), place.name());
    return Errno.ESUCCESS;
  }

  private Errno rename(GuestMemory memory, long[] args) {
    var from = files.directory((int) args[0]);
    var to = files.directory((int) args[3]);
    var oldPath = memory.readPath((int) args[1], (int) args[2]);
    var newPath = memory.readPath((int) args[4], (int) args[5]);
    var source = PathResolver.locate(from.mutable(), oldPath);
    var target = PathResolver.locate(to.mutable(), newPath);
    if (source.name() == null || target.name() == null) {
      return Errno.EBUSY;
    }
    var node = source.existing();
    if (target.node() == node) {
      return Errno.ESUCCESS;
    }
    checkReplaceable(node, target);
    volume.move(source.directory(), source.name(), target.directory(), target.name());
    return Errno.ESUCCESS;
  }

  private static void checkReplaceable(Node node, PathResolver.Place target) {
    checkAlive(target.directory());
    if (node instanceof DirectoryNode directory) {
      if (target.directory().isWithin(directory)) {
        throw Errno.EINVAL.thrown();
      }
      if (target.node() != null) {
        if (!(target.node() instanceof DirectoryNode replaced)) {
          throw Errno.ENOTDIR.thrown();
        }
        if (!replaced.isEmpty()) {
          throw Errno.ENOTEMPTY.thrown();
        }
      }
    } else if (target.node() instanceof DirectoryNode) {
      throw Errno.EISDIR.thrown();
    } else if (target.slash()) {
      throw Errno.ENOTDIR.thrown();
    }
  }

  private static void checkNew(PathResolver.Place place) {
    if (place.node() != null) {
      throw Errno.EEXIST.thrown();
    }
    checkAlive(place.directory());
  }

  /** A directory that was removed takes no new names. */
  static void checkAlive(DirectoryNode directory) {
    if (directory.removed()) {
      throw Errno.ENOENT.thrown();
    }
  }
}
