package sandglass.program.python;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A written module without its part of the runtime, for compiling: the text of the runtime is long,
 * and its code is known. The functions of the runtime stand in the text with their types alone, in
 * their places, and are filled in afterwards. What comes of it does what the whole text does,
 * instruction by instruction.
 *
 * <p>The format: WebAssembly's binary format, and its name section.
 */
public final class ShortModule {
  private static final int NAMES = 0;
  private static final int CODE = 10;
  private static final int DATA = 11;
  private static final int DATA_COUNT = 12;
  private static final int HEADER = 8;

  private final String text;
  private final List<String> functions;
  private final List<String> data;
  private final int stackPointer;

  /**
   * Describes one.
   *
   * @param functions those to be filled in: the last of the module, in their order
   * @param data the segments to be added
   * @param stackPointer the index of that global
   */
  ShortModule(String text, List<String> functions, List<String> data, int stackPointer) {
    this.text = text;
    this.functions = List.copyOf(functions);
    this.data = List.copyOf(data);
    this.stackPointer = stackPointer;
  }

  /** The text to be compiled, with names in the result. */
  public String text() {
    return text;
  }

  /** What the text compiled to, with the runtime filled in. */
  public byte[] fill(byte[] module) {
    var indices = indices(module);
    var out = new ByteArrayOutputStream(module.length + (1 << 17));
    out.write(module, 0, HEADER);
    var in = new Reader(module, HEADER);
    while (in.at < module.length) {
      int start = in.at;
      int id = in.next();
      int size = in.unsigned();
      int end = in.at + size;
      switch (id) {
        case CODE -> section(out, id, code(module, in, indices));
        case DATA -> section(out, id, data(module, in, end));
        case DATA_COUNT -> {
          var count = new ByteArrayOutputStream();
          unsigned(count, in.unsigned() + data.size());
          section(out, id, count);
        }
        default -> out.write(module, start, end - start);
      }
      in.at = end;
    }
    return out.toByteArray();
  }

  private ByteArrayOutputStream code(byte[] module, Reader in, Map<String, Integer> indices) {
    int count = in.unsigned();
    var out = new ByteArrayOutputStream(1 << 17);
    unsigned(out, count);
    int own = count - functions.size();
    int start = in.at;
    for (int i = 0; i < own; i++) {
      int size = in.unsigned();
      in.at += size;
    }
    out.write(module, start, in.at - start);
    for (String name : functions) {
      var function = RuntimeCode.get().function(name);
      byte[] body = function.body().clone();
      for (int p = 0; p < function.places().length; p++) {
        String target = function.names()[p];
        padded(body, function.places()[p], target == null ? stackPointer : indices.get(target));
      }
      unsigned(out, body.length);
      out.writeBytes(body);
    }
    return out;
  }

  private ByteArrayOutputStream data(byte[] module, Reader in, int end) {
    var out = new ByteArrayOutputStream(1 << 16);
    unsigned(out, in.unsigned() + data.size());
    out.write(module, in.at, end - in.at);
    for (String name : data) {
      var segment = RuntimeCode.get().data(name);
      out.write(0); // of memory 0, at a constant
      out.write(0x41);
      signed(out, segment.address());
      out.write(0x0b);
      unsigned(out, segment.bytes().length);
      out.writeBytes(segment.bytes());
    }
    return out;
  }

  /** The index of each function, by the name section. */
  private static Map<String, Integer> indices(byte[] module) {
    var indices = new HashMap<String, Integer>();
    var in = new Reader(module, HEADER);
    while (in.at < module.length) {
      int id = in.next();
      int size = in.unsigned();
      int end = in.at + size;
      if (id == NAMES && in.name().equals("name")) {
        while (in.at < end) {
          int kind = in.next();
          int length = in.unsigned();
          int after = in.at + length;
          if (kind == 1) {
            int count = in.unsigned();
            for (int i = 0; i < count; i++) {
              int index = in.unsigned();
              indices.put(in.name(), index);
            }
          }
          in.at = after;
        }
      }
      in.at = end;
    }
    return indices;
  }

  private static void section(ByteArrayOutputStream out, int id, ByteArrayOutputStream content) {
    out.write(id);
    unsigned(out, content.size());
    out.writeBytes(content.toByteArray());
  }

  private static void unsigned(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >>> 7 != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static void signed(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest < -64 || rest > 63) {
      out.write((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    out.write(rest & 0x7f);
  }

  private static void padded(byte[] body, int at, int value) {
    for (int i = 0; i < 5; i++) {
      body[at + i] = (byte) (((value >>> (7 * i)) & 0x7f) | (i < 4 ? 0x80 : 0));
    }
  }

  /** Reads what a compiler wrote, so nothing in it is wrong. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int next() {
      return bytes[at++] & 0xff;
    }

    int unsigned() {
      int result = 0;
      for (int shift = 0; ; shift += 7) {
        int b = next();
        result |= (b & 0x7f) << shift;
        if (b < 0x80) {
          return result;
        }
      }
    }

    String name() {
      int size = unsigned();
      at += size;
      return new String(bytes, at - size, size, StandardCharsets.UTF_8);
    }
  }
}
