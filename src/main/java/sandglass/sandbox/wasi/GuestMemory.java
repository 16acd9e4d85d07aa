package sandglass.sandbox.wasi;

import com.dylibso.chicory.runtime.Memory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The guest's memory, each access checked. Pointers and lengths are unsigned 32-bit; one outside of
 * the memory is {@code EFAULT}. A module without memory has one of no bytes.
 */
final class GuestMemory {
  private final Memory memory;

  /**
   * @param memory the module's memory 0, or null if it has none
   */
  GuestMemory(Memory memory) {
    this.memory = memory;
  }

  boolean of(Memory other) {
    return memory == other;
  }

  /** Its size now, in bytes. */
  long size() {
    return memory == null ? 0 : (long) memory.pages() * Memory.PAGE_SIZE;
  }

  /** Whether the range lies within the memory. */
  boolean holds(long pointer, long length) {
    return pointer >= 0 && length >= 0 && length <= size() - pointer;
  }

  /** Refuses a range that does not lie within the memory. */
  void check(int pointer, long length) {
    if (!holds(Integer.toUnsignedLong(pointer), length)) {
      throw Errno.EFAULT.thrown();
    }
  }

  /** Refuses an array that does not lie within the memory; its count is unsigned. */
  void checkArray(int pointer, int count, int elementBytes) {
    check(pointer, Integer.toUnsignedLong(count) * elementBytes);
  }

  int readByte(int pointer) {
    check(pointer, 1);
    return memory.read(pointer) & 0xff;
  }

  int readShort(int pointer) {
    check(pointer, 2);
    return memory.readShort(pointer) & 0xffff;
  }

  int readInt(int pointer) {
    check(pointer, 4);
    return memory.readInt(pointer);
  }

  long readLong(int pointer) {
    check(pointer, 8);
    return memory.readLong(pointer);
  }

  byte[] readBytes(int pointer, int length) {
    check(pointer, Integer.toUnsignedLong(length));
    return length == 0 ? new byte[0] : memory.readBytes(pointer, length);
  }

  void writeInt(int pointer, int value) {
    check(pointer, 4);
    memory.writeI32(pointer, value);
  }

  void writeLong(int pointer, long value) {
    check(pointer, 8);
    memory.writeLong(pointer, value);
  }

  void write(int pointer, byte[] bytes, int offset, int length) {
    check(pointer, length);
    if (length > 0) {
      memory.write(pointer, bytes, offset, length);
    }
  }

  void write(int pointer, byte[] bytes) {
    write(pointer, bytes, 0, bytes.length);
  }

  void fillZero(int pointer, int length) {
    check(pointer, length);
    if (length > 0) {
      memory.fill((byte) 0, pointer, pointer + length);
    }
  }

  /** A path or name: at most {@link PathResolver#MAX_PATH} bytes of UTF-8. */
  String readPath(int pointer, int length) {
    check(pointer, Integer.toUnsignedLong(length));
    if (Integer.compareUnsigned(length, PathResolver.MAX_PATH) > 0) {
      throw Errno.ENAMETOOLONG.thrown();
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(readBytes(pointer, length)))
          .toString();
    } catch (CharacterCodingException e) {
      throw Errno.EILSEQ.thrown();
    }
  }
}
