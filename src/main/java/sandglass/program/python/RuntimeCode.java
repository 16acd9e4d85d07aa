package sandglass.program.python;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The runtime as code: the same pieces as {@link RuntimeText}, in the order and under the names
 * that it has there, but ready to be put into a module. {@code src/main/c/text.py} describes the
 * format.
 */
final class RuntimeCode {
  /**
   * A function.
   *
   * @param body its locals and instructions
   * @param places where an index of five bytes is to be filled in
   * @param names of the functions whose index it is; null for the stack pointer's
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, within this package
  record Function(byte[] body, int[] places, String[] names) {}

  /** A data segment. */
  @SuppressWarnings("ArrayRecordComponent") // read only, within this package
  record Data(int address, byte[] bytes) {}

  private static final class Holder {
    static final RuntimeCode INSTANCE = load();
  }

  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, Data> data = new HashMap<>();

  private RuntimeCode(DataInputStream in) throws IOException {
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      byte[] body = in.readNBytes(in.readInt());
      var places = new int[in.readInt()];
      var names = new String[places.length];
      for (int p = 0; p < places.length; p++) {
        places[p] = in.readInt();
        names[p] = in.readByte() == 0 ? in.readUTF() : null;
      }
      functions.put(name, new Function(body, places, names));
    }
    count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = "data:" + in.readInt();
      data.put(name, new Data(in.readInt(), in.readNBytes(in.readInt())));
    }
  }

  static RuntimeCode get() {
    return Holder.INSTANCE;
  }

  private static RuntimeCode load() {
    try (var in = RuntimeCode.class.getResourceAsStream("runtime.bin")) {
      if (in == null) {
        throw new IllegalStateException("runtime.bin is not among the resources");
      }
      return new RuntimeCode(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Function function(String name) {
    return functions.get(name);
  }

  Data data(String name) {
    return data.get(name);
  }
}
