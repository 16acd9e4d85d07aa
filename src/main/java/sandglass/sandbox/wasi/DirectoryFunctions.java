package sandglass.sandbox.wasi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code fd_readdir}: {@code .}, {@code ..}, then the names in order. */
final class DirectoryFunctions {
  private static final int DIRENT_BYTES = 24;

  private final FileTable files;

  DirectoryFunctions(FileTable files) {
    this.files = files;
  }

  void addTo(Map<String, Handler> table) {
    table.put("fd_readdir", this::readdir);
  }

  private Errno readdir(GuestMemory memory, long[] args) {
    int buffer = (int) args[1];
    int bufferBytes = (int) args[2];
    int out = (int) args[4];
    memory.check(out, 4);
    memory.check(buffer, Integer.toUnsignedLong(bufferBytes));
    var node = files.directory((int) args[0]).node();
    var listing = new Listing(memory, buffer, Integer.toUnsignedLong(bufferBytes), args[3]);
    listing.add(".", node);
    listing.add("..", node); // as in wasmtime: the same inode, which tells nothing about above
    for (var entry : node.entries().entrySet()) {
      if (listing.isFull()) {
        break;
      }
      listing.add(entry.getKey(), entry.getValue());
    }
    memory.writeInt(out, listing.written());
    return Errno.ESUCCESS;
  }

  /** The guest's buffer, being filled; the entry that does not fit is cut short. */
  private static final class Listing {
    private final GuestMemory memory;
    private final long skip;
    private final int start;
    private final long room;
    private long used;
    private long index;

    Listing(GuestMemory memory, int start, long room, long cookie) {
      this.memory = memory;
      this.start = start;
      this.room = room;
      skip = cookie < 0 ? Long.MAX_VALUE : cookie;
    }

    boolean isFull() {
      return used == room;
    }

    int written() {
      return (int) used;
    }

    void add(String name, Node node) {
      long next = ++index;
      if (next <= skip || isFull()) {
        return;
      }
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      var entry = ByteBuffer.allocate(DIRENT_BYTES + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
      entry.putLong(next).putLong(node.inode()).putInt(bytes.length);
      entry.put((byte) node.type().code()).position(DIRENT_BYTES).put(bytes);
      int count = (int) Math.min(entry.capacity(), room - used);
      memory.write(start + (int) used, entry.array(), 0, count);
      used += count;
    }
  }
}
