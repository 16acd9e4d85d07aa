package sandglass.sandbox.meter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the WebAssembly binary format; the tests' own, apart from the meter's. */
public final class WasmBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Bytes as they are: opcodes, types, flags. */
  public WasmBytes raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  public WasmBytes u(long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  public WasmBytes s(long value) {
    long rest = value;
    while (rest < -0x40 || rest > 0x3f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    out.write((int) (rest & 0x7f));
    return this;
  }

  /** A number of this many bytes, the low one first. */
  public WasmBytes fixed(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  public WasmBytes name(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    u(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  public WasmBytes append(WasmBytes other) {
    out.writeBytes(other.toByteArray());
    return this;
  }

  public WasmBytes sized(WasmBytes other) {
    return u(other.out.size()).append(other);
  }

  public int size() {
    return out.size();
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
