package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The functions on descriptors that neither move bytes nor ask for attributes. */
final class FdFunctions {
  private static final int MAX_ADVICE = 5;
  private static final int SET = 0;
  private static final int CUR = 1;
  private static final int END = 2;

  private final FileTable files;

  FdFunctions(FileTable files) {
    this.files = files;
  }

  void addTo(Map<String, Handler> table) {
    table.put("fd_advise", this::advise);
    table.put("fd_allocate", this::allocate);
    table.put("fd_close", this::close);
    table.put("fd_datasync", this::sync);
    table.put("fd_sync", this::sync);
    table.put("fd_prestat_get", this::prestatGet);
    table.put("fd_prestat_dir_name", this::prestatDirName);
    table.put("fd_renumber", this::renumber);
    table.put("fd_seek", this::seek);
    table.put("fd_tell", this::tell);
  }

  private Errno advise(GuestMemory memory, long[] args) {
    if (Integer.compareUnsigned((int) args[3], MAX_ADVICE) > 0) {
      return Errno.EINVAL;
    }
    files.file((int) args[0]);
    return args[2] < 0 ? Errno.EINVAL : Errno.ESUCCESS;
  }

  /** Not supported, as in wasmtime: not every host has it. */
  private Errno allocate(GuestMemory memory, long[] args) {
    files.file((int) args[0]);
    return Errno.ENOTSUP;
  }

  private Errno close(GuestMemory memory, long[] args) {
    files.close((int) args[0]);
    return Errno.ESUCCESS;
  }

  private Errno sync(GuestMemory memory, long[] args) {
    files.file((int) args[0]);
    return Errno.ESUCCESS;
  }

  private Errno prestatGet(GuestMemory memory, long[] args) {
    int out = (int) args[1];
    memory.check(out, 8);
    if (!(files.get((int) args[0]) instanceof Descriptor.Directory directory)
        || directory.preopen() == null) {
      return Errno.EBADF;
    }
    memory.writeInt(out, 0); // a directory: the only kind there is
    memory.writeInt(out + 4, directory.preopen().getBytes(StandardCharsets.UTF_8).length);
    return Errno.ESUCCESS;
  }

  private Errno prestatDirName(GuestMemory memory, long[] args) {
    if (!(files.get((int) args[0]) instanceof Descriptor.Directory directory)
        || directory.preopen() == null) {
      return Errno.ENOTDIR;
    }
    byte[] name = directory.preopen().getBytes(StandardCharsets.UTF_8);
    if (Integer.compareUnsigned(name.length, (int) args[2]) > 0) {
      return Errno.ENAMETOOLONG;
    }
    memory.write((int) args[1], name);
    return Errno.ESUCCESS;
  }

  private Errno renumber(GuestMemory memory, long[] args) {
    files.renumber((int) args[0], (int) args[1]);
    return Errno.ESUCCESS;
  }

  private Errno seek(GuestMemory memory, long[] args) {
    int whence = (int) args[2];
    int out = (int) args[3];
    if (Integer.compareUnsigned(whence, END) > 0) {
      return Errno.EINVAL;
    }
    memory.check(out, 8);
    var file = files.seekable((int) args[0]);
    long position =
        switch (whence) {
          case SET -> moved(0, args[1]);
          case CUR -> moved(file.position(), args[1]);
          default -> moved(file.node().size(), args[1]);
        };
    file.position(position);
    memory.writeLong(out, position);
    return Errno.ESUCCESS;
  }

  /** An unsigned position moved by a signed offset; {@code EINVAL} if it leaves the range. */
  private static long moved(long position, long offset) {
    long sum = position + offset;
    if (offset < 0 != Long.compareUnsigned(sum, position) < 0) {
      throw Errno.EINVAL.thrown();
    }
    return sum;
  }

  private Errno tell(GuestMemory memory, long[] args) {
    memory.check((int) args[1], 8);
    memory.writeLong((int) args[1], files.seekable((int) args[0]).position());
    return Errno.ESUCCESS;
  }
}
