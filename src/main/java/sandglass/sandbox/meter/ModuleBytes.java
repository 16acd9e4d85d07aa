package sandglass.sandbox.meter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the pieces of a module's binary, never past an end. */
final class ModuleBytes {

  /** The bytes are not what they claim to be; the message says where and how. */
  static final class Damaged extends RuntimeException {
    Damaged(String message) {
      super(message, null, false, false);
    }
  }

  final byte[] bytes;
  int at;
  int end;
  String where;

  ModuleBytes(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.where = "the file";
  }

  Damaged damaged(String what) {
    return damaged(what, at);
  }

  Damaged damaged(String what, int offset) {
    return new Damaged(where + ": " + what + " at offset " + offset(offset));
  }

  /** An offset as {@code wasm-objdump} prints it, and in decimal. */
  static String offset(int value) {
    return "0x%x (%d)".formatted(value, value);
  }

  int left() {
    return end - at;
  }

  int u8() {
    if (at >= end) {
      throw damaged("it ends in the middle of an entry");
    }
    return bytes[at++] & 0xff;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  long u32() {
    int start = at;
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        if (value > 0xffff_ffffL) {
          break;
        }
        return value;
      }
    }
    throw damaged("a number of more than 32 bits", start);
  }

  /** Skips a signed LEB128 number of at most {@code bits} bits. */
  void skipSigned(int bits) {
    int start = at;
    for (int i = 0; i < (bits + 6) / 7; i++) {
      if (u8() < 0x80) {
        return;
      }
    }
    throw damaged("a number of more than " + bits + " bits", start);
  }

  void skip(long count, String what) {
    if (count > left()) {
      throw damaged(
          what + " of " + count + " bytes where only " + left() + " are left", Math.max(at - 1, 0));
    }
    at += (int) count;
  }

  /** How many entries follow; refused where they could not fit into the bytes left. */
  int count(int leastBytes, String what) {
    int start = at;
    long count = u32();
    if (count * leastBytes > left()) {
      throw damaged(
          "it claims " + count + " " + what + " where only " + left() + " bytes are left", start);
    }
    return (int) count;
  }

  void name() {
    long length = u32();
    int start = at;
    skip(length, "a name");
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, (int) length));
    } catch (CharacterCodingException e) {
      throw damaged("a name that is not UTF-8", start);
    }
  }

  void valueType() {
    int type = u8();
    if (type >= 0x80) {
      at--;
      throw damaged("0x%02x where a value type should be".formatted(type));
    }
    if (type == 0x63 || type == 0x64) {
      skipSigned(33);
    }
  }
}
