package sandglass.sandbox.meter;

import java.util.Arrays;

/** Bytes being written, with WebAssembly's integers. */
final class ByteSink {
  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  ByteSink u8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteSink u32(long value) {
    long rest = value;
    while (rest >= 0x80) {
      u8((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  ByteSink s64(long value) {
    long rest = value;
    while (rest < -0x40 || rest > 0x3F) {
      u8((int) ((rest & 0x7F) | 0x80));
      rest >>= 7;
    }
    return u8((int) (rest & 0x7F));
  }

  ByteSink copy(byte[] from, int start, int end) {
    reserve(end - start);
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
    return this;
  }

  ByteSink append(ByteSink other) {
    return copy(other.bytes, 0, other.size);
  }

  /** A length and then the bytes of {@code other}. */
  ByteSink sized(ByteSink other) {
    return u32(other.size).append(other);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      int wanted = Math.max(Math.addExact(size, more), size + (size >> 1));
      bytes = Arrays.copyOf(bytes, Math.max(wanted, 16));
    }
  }
}
