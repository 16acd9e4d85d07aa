package sandglass.sandbox.wasi;

import java.util.Map;

/** {@code path_open}. */
final class OpenFunction {
  private static final int SYNC_FLAGS = Flags.FD_DSYNC | Flags.FD_RSYNC | Flags.FD_SYNC;

  private final FileTable files;
  private final Volume volume;

  OpenFunction(FileTable files, Volume volume) {
    this.files = files;
    this.volume = volume;
  }

  void addTo(Map<String, Handler> table) {
    table.put("path_open", this::open);
  }

  /** What the guest asks for, as wasmtime reads it. */
  private record Request(boolean follow, int oflags, boolean read, boolean write, int fdflags) {
    boolean has(int oflag) {
      return (oflags & oflag) != 0;
    }

    static Request of(long[] args) {
      int lookup = Flags.check(args[1], Flags.LOOKUP_NAMES);
      int oflags = Flags.check(args[4], Flags.O_NAMES);
      if (((args[5] | args[6]) & ~Rights.ALL) != 0) {
        throw Errno.EINVAL.thrown();
      }
      int fdflags = Flags.check(args[7], Flags.FD_NAMES);
      // A file that is made or truncated is open for writing, whatever the rights.
      boolean write =
          (args[5] & Rights.FD_WRITE) != 0 || (oflags & (Flags.O_CREAT | Flags.O_TRUNC)) != 0;
      // One that is not asked to be written is open for reading.
      boolean read = (args[5] & Rights.FD_READ) != 0 || (args[5] & Rights.FD_WRITE) == 0;
      boolean follow = (lookup & Flags.LOOKUP_SYMLINK_FOLLOW) != 0;
      return new Request(follow, oflags, read, write, fdflags);
    }
  }

  private Errno open(GuestMemory memory, long[] args) {
    int out = (int) args[8];
    memory.check(out, 4);
    var request = Request.of(args);
    var path = memory.readPath((int) args[2], (int) args[3]);
    var base =
        switch (files.get((int) args[0])) {
          case Descriptor.Directory directory -> directory;
          case Descriptor.File _ -> throw Errno.ENOTDIR.thrown();
          case Descriptor.Input _, Descriptor.Stream _ -> throw Errno.EBADF.thrown();
        };
    if ((request.fdflags & SYNC_FLAGS) != 0) {
      return Errno.ENOTSUP;
    }
    if (request.has(Flags.O_DIRECTORY)
        && (request.has(Flags.O_CREAT)
            || request.has(Flags.O_EXCL)
            || request.has(Flags.O_TRUNC))) {
      return Errno.EINVAL;
    }
    if (request.write && !base.writable()) {
      return Errno.EPERM;
    }
    files.checkRoom();
    memory.writeInt(out, files.add(descriptor(base, path, request)));
    return Errno.ESUCCESS;
  }

  private Descriptor descriptor(Descriptor.Directory base, String path, Request request) {
    boolean exclusive = request.has(Flags.O_CREAT) && request.has(Flags.O_EXCL);
    var place = PathResolver.find(base.node(), path, request.follow && !exclusive);
    boolean create = request.has(Flags.O_CREAT) && place.node() == null;
    if (exclusive && place.node() != null) {
      throw Errno.EEXIST.thrown();
    }
    var node = create ? create(place) : place.existing();
    return switch (node) {
      case SymlinkNode _ -> throw Errno.ELOOP.thrown();
      case DirectoryNode directory -> {
        if (request.write) {
          throw Errno.EISDIR.thrown();
        }
        yield new Descriptor.Directory(directory, base.writable(), null);
      }
      case FileNode file -> open(file, base, request);
    };
  }

  private FileNode create(PathResolver.Place place) {
    if (place.slash()) {
      throw Errno.EISDIR.thrown();
    }
    PathFunctions.checkAlive(place.directory());
    return volume.newFile(place.directory(), place.name());
  }

  private Descriptor.File open(FileNode node, Descriptor.Directory base, Request request) {
    if (request.has(Flags.O_DIRECTORY)) {
      throw Errno.ENOTDIR.thrown();
    }
    if (request.has(Flags.O_TRUNC) && node.size() > 0) {
      node.resize(0);
      node.modified(volume.now());
    }
    var file = new Descriptor.File(node, request.read, request.write, base.writable());
    file.flags(request.fdflags);
    return file;
  }
}
