package sandglass.sandbox.wasi;

import java.util.Map;

/** {@code fd_fdstat_*}, {@code fd_filestat_*} and {@code path_filestat_*}. */
final class StatFunctions {
  static final int FILESTAT_BYTES = 64;
  static final int FDSTAT_BYTES = 24;

  private final FileTable files;
  private final Volume volume;

  StatFunctions(FileTable files, Volume volume) {
    this.files = files;
    this.volume = volume;
  }

  void addTo(Map<String, Handler> table) {
    table.put("fd_fdstat_get", this::fdstatGet);
    table.put("fd_fdstat_set_flags", this::fdstatSetFlags);
    table.put("fd_fdstat_set_rights", this::fdstatSetRights);
    table.put("fd_filestat_get", this::filestatGet);
    table.put("fd_filestat_set_size", this::filestatSetSize);
    table.put("fd_filestat_set_times", this::filestatSetTimes);
    table.put("path_filestat_get", this::pathFilestatGet);
    table.put("path_filestat_set_times", this::pathFilestatSetTimes);
  }

  private Errno fdstatGet(GuestMemory memory, long[] args) {
    int out = (int) args[1];
    memory.check(out, FDSTAT_BYTES);
    switch (files.get((int) args[0])) {
      // Not terminals: this is what makes C libraries buffer whole blocks, as under wasmtime.
      case Descriptor.Input _ -> fdstat(memory, out, FileType.UNKNOWN, 0, Rights.FD_READ);
      case Descriptor.Stream _ -> fdstat(memory, out, FileType.UNKNOWN, 0, Rights.FD_WRITE);
      case Descriptor.Directory directory when directory.preopen() != null -> {
        fdstat(memory, out, FileType.DIRECTORY, 0, Rights.preopen(directory.writable()));
        memory.writeLong(out + 16, Rights.PREOPEN_INHERITING);
      }
      case Descriptor.Directory _ -> fdstat(memory, out, FileType.DIRECTORY, 0, Rights.directory());
      case Descriptor.File file -> {
        int flags =
            (file.append() ? Flags.FD_APPEND : 0) | (file.nonblocking() ? Flags.FD_NONBLOCK : 0);
        long rights = Rights.file(file.readable(), file.writable());
        fdstat(memory, out, FileType.REGULAR_FILE, flags, rights);
      }
    }
    return Errno.ESUCCESS;
  }

  private static void fdstat(GuestMemory memory, int out, FileType type, int flags, long rights) {
    memory.writeLong(out, type.code() | (long) flags << 16);
    memory.writeLong(out + 8, rights);
    memory.writeLong(out + 16, rights);
  }

  private Errno fdstatSetFlags(GuestMemory memory, long[] args) {
    int flags = Flags.check(args[1], Flags.FD_NAMES);
    var file = files.file((int) args[0]);
    if ((flags & (Flags.FD_DSYNC | Flags.FD_SYNC | Flags.FD_RSYNC)) != 0) {
      return Errno.EINVAL;
    }
    file.flags(flags);
    return Errno.ESUCCESS;
  }

  private Errno fdstatSetRights(GuestMemory memory, long[] args) {
    return switch (files.get((int) args[0])) {
      case Descriptor.File _, Descriptor.Directory _ -> Errno.ENOTSUP;
      case Descriptor.Input _, Descriptor.Stream _ -> Errno.EBADF;
    };
  }

  private Errno filestatGet(GuestMemory memory, long[] args) {
    int out = (int) args[1];
    memory.check(out, FILESTAT_BYTES);
    switch (files.get((int) args[0])) {
      case Descriptor.Input _, Descriptor.Stream _ -> memory.fillZero(out, FILESTAT_BYTES);
      case Descriptor.Directory directory -> filestat(memory, out, directory.node());
      case Descriptor.File file -> filestat(memory, out, file.node());
    }
    return Errno.ESUCCESS;
  }

  private Errno pathFilestatGet(GuestMemory memory, long[] args) {
    int flags = Flags.check(args[1], Flags.LOOKUP_NAMES);
    int out = (int) args[4];
    memory.check(out, FILESTAT_BYTES);
    var path = memory.readPath((int) args[2], (int) args[3]);
    var base = files.directory((int) args[0]).node();
    filestat(memory, out, PathResolver.find(base, path, follows(flags)).existing());
    return Errno.ESUCCESS;
  }

  private static void filestat(GuestMemory memory, int out, Node node) {
    memory.writeLong(out, 1);
    memory.writeLong(out + 8, node.inode());
    memory.writeLong(out + 16, node.type().code());
    memory.writeLong(out + 24, node.links());
    memory.writeLong(out + 32, node.size());
    memory.writeLong(out + 40, node.accessed());
    memory.writeLong(out + 48, node.modified());
    // As in wasmtime: when it was made, not when its status last changed.
    memory.writeLong(out + 56, node.created());
  }

  private Errno filestatSetSize(GuestMemory memory, long[] args) {
    var file = files.file((int) args[0]);
    if (!file.inWritableFolder()) {
      return Errno.EPERM;
    }
    if (!file.writable() || args[1] < 0) {
      return Errno.EINVAL;
    }
    file.node().resize(args[1]);
    file.node().modified(volume.now());
    return Errno.ESUCCESS;
  }

  private Errno filestatSetTimes(GuestMemory memory, long[] args) {
    int flags = checkTimes(args[3]);
    return switch (files.get((int) args[0])) {
      case Descriptor.File file ->
          setTimes(file.node(), file.inWritableFolder(), flags, args[1], args[2]);
      case Descriptor.Directory directory ->
          setTimes(directory.node(), directory.writable(), flags, args[1], args[2]);
      case Descriptor.Input _, Descriptor.Stream _ -> Errno.EBADF;
    };
  }

  private Errno pathFilestatSetTimes(GuestMemory memory, long[] args) {
    int lookup = Flags.check(args[1], Flags.LOOKUP_NAMES);
    int flags = checkTimes(args[6]);
    var path = memory.readPath((int) args[2], (int) args[3]);
    var directory = files.directory((int) args[0]);
    if (!directory.writable()) {
      return Errno.EPERM;
    }
    var node = PathResolver.find(directory.node(), path, follows(lookup)).existing();
    return setTimes(node, true, flags, args[4], args[5]);
  }

  private static int checkTimes(long bits) {
    int flags = Flags.check(bits, Flags.FST_NAMES);
    int both = Flags.FST_ATIM | Flags.FST_ATIM_NOW;
    int bothModified = Flags.FST_MTIM | Flags.FST_MTIM_NOW;
    if ((flags & both) == both || (flags & bothModified) == bothModified) {
      throw Errno.EINVAL.thrown();
    }
    return flags;
  }

  private Errno setTimes(Node node, boolean writable, int flags, long accessed, long modified) {
    if (!writable) {
      return Errno.EPERM;
    }
    if ((flags & Flags.FST_ATIM) != 0) {
      node.accessed(accessed);
    } else if ((flags & Flags.FST_ATIM_NOW) != 0) {
      node.accessed(volume.now());
    }
    if ((flags & Flags.FST_MTIM) != 0) {
      node.modified(modified);
    } else if ((flags & Flags.FST_MTIM_NOW) != 0) {
      node.modified(volume.now());
    }
    return Errno.ESUCCESS;
  }

  private static boolean follows(int lookupFlags) {
    return (lookupFlags & Flags.LOOKUP_SYMLINK_FOLLOW) != 0;
  }
}
