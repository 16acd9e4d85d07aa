package sandglass.sandbox.wasi;

import java.util.Map;

/** {@code fd_read}, {@code fd_write} and their {@code p} forms. */
final class ReadWriteFunctions {
  /** Guest bytes copied out at a time. */
  private static final int CHUNK = 1 << 16;

  /**
   * Bytes handed to an {@link Output} at a time, beyond which one write becomes several; so too for
   * reads of files, between which an interrupt is answered.
   */
  private static final int LARGE = 1 << 20;

  private final FileTable files;
  private final Volume volume;

  ReadWriteFunctions(FileTable files, Volume volume) {
    this.files = files;
    this.volume = volume;
  }

  void addTo(Map<String, Handler> table) {
    table.put("fd_read", this::read);
    table.put("fd_pread", this::pread);
    table.put("fd_write", this::write);
    table.put("fd_pwrite", this::pwrite);
  }

  private Errno read(GuestMemory memory, long[] args) {
    int out = (int) args[3];
    memory.check(out, 4);
    var buffer = Iovec.firstNonEmpty(memory, (int) args[1], (int) args[2]);
    switch (files.get((int) args[0])) {
      case Descriptor.File file -> {
        int count = readFile(memory, file, buffer, file.position());
        file.position(file.position() + count);
        memory.writeInt(out, count);
      }
      case Descriptor.Input input -> memory.writeInt(out, readInput(memory, input, buffer));
      case Descriptor.Stream _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
    }
    return Errno.ESUCCESS;
  }

  private Errno pread(GuestMemory memory, long[] args) {
    int out = (int) args[4];
    memory.check(out, 4);
    var buffer = Iovec.firstNonEmpty(memory, (int) args[1], (int) args[2]);
    switch (files.get((int) args[0])) {
      case Descriptor.File file -> memory.writeInt(out, readFile(memory, file, buffer, args[3]));
      case Descriptor.Input _ -> throw Errno.ESPIPE.thrown();
      case Descriptor.Stream _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
    }
    return Errno.ESUCCESS;
  }

  private static int readFile(
      GuestMemory memory, Descriptor.File file, Iovec buffer, long position) {
    if (!file.readable()) {
      throw Errno.EBADF.thrown();
    }
    checkRange(position, buffer);
    long left = file.node().size() - position;
    if (left <= 0) {
      return 0;
    }
    int count = (int) Math.min(Math.min(left, buffer.unsignedLength()), Integer.MAX_VALUE);
    for (int done = 0; done < count; ) {
      Clocks.checkInterrupt();
      int part = Math.min(count - done, LARGE);
      file.node().content().read(position + done, memory, buffer.pointer() + done, part);
      done += part;
    }
    return count;
  }

  private static int readInput(GuestMemory memory, Descriptor.Input input, Iovec buffer) {
    if (buffer.length() == 0) {
      return 0;
    }
    var bytes = input.reader().read((int) Math.min(buffer.unsignedLength(), StdinReader.MAX_READ));
    memory.write(buffer.pointer(), bytes);
    return bytes.length;
  }

  private Errno write(GuestMemory memory, long[] args) {
    int out = (int) args[3];
    memory.check(out, 4);
    var buffer = Iovec.firstNonEmpty(memory, (int) args[1], (int) args[2]);
    switch (files.get((int) args[0])) {
      case Descriptor.Stream stream -> {
        writeStream(memory, stream.output(), buffer);
        memory.writeInt(out, buffer.length());
      }
      case Descriptor.File file -> {
        long at = file.append() ? file.node().size() : file.position();
        int count = writeFile(memory, file, buffer, at);
        file.position(at + count);
        memory.writeInt(out, count);
      }
      case Descriptor.Input _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
    }
    return Errno.ESUCCESS;
  }

  private Errno pwrite(GuestMemory memory, long[] args) {
    int out = (int) args[4];
    memory.check(out, 4);
    var buffer = Iovec.firstNonEmpty(memory, (int) args[1], (int) args[2]);
    switch (files.get((int) args[0])) {
      case Descriptor.File file -> {
        // As on Linux, the offset counts for nothing where the file is open for appending.
        long at = file.append() ? file.node().size() : args[3];
        memory.writeInt(out, writeFile(memory, file, buffer, at));
      }
      case Descriptor.Stream _ -> throw Errno.ESPIPE.thrown();
      case Descriptor.Input _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
    }
    return Errno.ESUCCESS;
  }

  private static void writeStream(GuestMemory memory, Output output, Iovec buffer) {
    int at = buffer.pointer();
    long left = buffer.unsignedLength();
    while (left > 0) {
      int count = (int) Math.min(left, LARGE);
      output.write(memory.readBytes(at, count), 0, count);
      at += count;
      left -= count;
      if (left > 0) {
        Clocks.checkInterrupt();
      }
    }
  }

  /** As on Linux, what is touched must end before 2^63. */
  private static void checkRange(long position, Iovec buffer) {
    if (position < 0 || position + buffer.unsignedLength() < 0) {
      throw Errno.EINVAL.thrown();
    }
  }

  /** Writes as much as the quota allows; {@code ENOSPC} if that is nothing. */
  private int writeFile(GuestMemory memory, Descriptor.File file, Iovec buffer, long position) {
    if (!file.writable()) {
      throw Errno.EBADF.thrown();
    }
    checkRange(position, buffer);
    if (buffer.length() == 0) {
      return 0;
    }
    long total = Math.min(buffer.unsignedLength(), file.node().room(position));
    if (total <= 0) {
      throw Errno.ENOSPC.thrown();
    }
    total = Math.min(total, Integer.MAX_VALUE);
    for (int done = 0; done < total; ) {
      Clocks.checkInterrupt();
      int count = (int) Math.min(total - done, CHUNK);
      file.node()
          .write(position + done, memory.readBytes(buffer.pointer() + done, count), 0, count);
      done += count;
    }
    file.node().modified(volume.now());
    return (int) total;
  }
}
