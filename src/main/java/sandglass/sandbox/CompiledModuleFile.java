package sandglass.sandbox;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link CompiledModule} as bytes, of this form: the format's number, then the record's
 * components in their order; numbers big-endian, texts and byte arrays with their length before
 * them. Nothing is compressed: it would take longer to read.
 */
final class CompiledModuleFile {
  /**
   * To be raised whenever the form, the meter, the splitter or the rewriting of classes changes.
   */
  static final int FORMAT = 6;

  private CompiledModuleFile() {}

  static byte[] write(CompiledModule module) {
    int size = 64 + module.skeleton().length + module.mainClass().length();
    for (var entry : module.classes().entrySet()) {
      size += 16 + 3 * entry.getKey().length() + entry.getValue().length;
    }
    for (String reason : module.interpreted().values()) {
      size += 16 + 3 * reason.length();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(FORMAT);
    put(out, module.skeleton());
    out.putInt(module.classes().size());
    module
        .classes()
        .forEach(
            (name, bytes) -> {
              put(out, name);
              put(out, bytes);
            });
    put(out, module.mainClass());
    out.putInt(module.fuelGlobal()).putLong(module.startupFuel()).putInt(module.firstPart());
    out.putInt(module.interpreted().size());
    module
        .interpreted()
        .forEach(
            (function, reason) -> {
              out.putInt(function);
              put(out, reason);
            });
    var bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is of another form
   */
  static CompiledModule read(ByteBuffer in) throws IOException {
    try {
      if (in.getInt() != FORMAT) {
        throw new IOException("another format");
      }
      byte[] skeleton = bytes(in);
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int n = in.getInt(); n > 0; n--) {
        classes.put(text(in), bytes(in));
      }
      String mainClass = text(in);
      int fuelGlobal = in.getInt();
      long startupFuel = in.getLong();
      int firstPart = in.getInt();
      Map<Integer, String> interpreted = new HashMap<>();
      for (int n = in.getInt(); n > 0; n--) {
        interpreted.put(in.getInt(), text(in));
      }
      return new CompiledModule(
          skeleton, classes, mainClass, fuelGlobal, startupFuel, firstPart, interpreted);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("damaged", e);
    }
  }

  private static void put(ByteBuffer out, String text) {
    put(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ByteBuffer out, byte[] bytes) {
    out.putInt(bytes.length).put(bytes);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
