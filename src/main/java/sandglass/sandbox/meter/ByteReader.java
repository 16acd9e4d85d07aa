package sandglass.sandbox.meter;

/**
 * A cursor over a part of a module. Reading past its end, or a number that is longer than the
 * binary format allows, throws {@link InvalidModuleException}.
 */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  boolean hasMore() {
    return position < end;
  }

  int u8() {
    if (position >= end) {
      throw unexpectedEnd();
    }
    return bytes[position++] & 0xFF;
  }

  void skip(long count) {
    if (count < 0 || count > end - position) {
      throw unexpectedEnd();
    }
    position += (int) count;
  }

  /** An unsigned 32-bit LEB128. */
  long u32() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        if (value > 0xFFFF_FFFFL) {
          throw new InvalidModuleException("integer too large at offset " + (position - 1));
        }
        return value;
      }
    }
    throw new InvalidModuleException("integer representation too long at offset " + position);
  }

  /** An index or a count, which is below 2^31 in any module that fits in memory. */
  int index() {
    long value = u32();
    if (value > Integer.MAX_VALUE) {
      throw new InvalidModuleException("index or count too large before offset " + position);
    }
    return (int) value;
  }

  /** A count of things that take at least a byte each. */
  int count() {
    int value = index();
    if (value > end - position) {
      throw unexpectedEnd();
    }
    return value;
  }

  /** A signed LEB128 of at most {@code maxBytes} bytes. */
  long signed(int maxBytes) {
    long value = 0;
    int shift = 0;
    for (int i = 0; i < maxBytes; i++) {
      int b = u8();
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
      if (b < 0x80) {
        return shift < 64 && (b & 0x40) != 0 ? value | -1L << shift : value;
      }
    }
    throw new InvalidModuleException("integer representation too long at offset " + position);
  }

  /** An unsigned LEB128 of a limit: 64 bits, the largest taken for 2^47. */
  long limit() {
    long value = signed(10);
    return value < 0 || value > 1L << 47 ? 1L << 47 : value;
  }

  /** Passes over a LEB128 of at most {@code maxBytes} bytes. */
  void skipLeb(int maxBytes) {
    for (int i = 0; i < maxBytes; i++) {
      if (u8() < 0x80) {
        return;
      }
    }
    throw new InvalidModuleException("integer representation too long at offset " + position);
  }

  /** A reader of the next {@code length} bytes, which this one passes over. */
  ByteReader slice(long length) {
    int start = position;
    skip(length);
    return new ByteReader(bytes, start, position);
  }

  private InvalidModuleException unexpectedEnd() {
    return new InvalidModuleException("unexpected end of section or function at offset " + end);
  }
}
