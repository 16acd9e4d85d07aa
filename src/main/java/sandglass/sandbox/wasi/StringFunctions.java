package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code args_*} and {@code environ_*}: lists of strings that end in NUL. */
final class StringFunctions {
  private final List<byte[]> args = new ArrayList<>();
  private final List<byte[]> env = new ArrayList<>();

  StringFunctions(WasiConfig config) {
    config.args().forEach(arg -> args.add(bytes(arg)));
    config.env().forEach((name, value) -> env.add(bytes(name + '=' + value)));
  }

  void addTo(Map<String, Handler> table) {
    table.put("args_get", (memory, a) -> get(memory, args, (int) a[0], (int) a[1]));
    table.put("args_sizes_get", (memory, a) -> sizes(memory, args, (int) a[0], (int) a[1]));
    table.put("environ_get", (memory, a) -> get(memory, env, (int) a[0], (int) a[1]));
    table.put("environ_sizes_get", (memory, a) -> sizes(memory, env, (int) a[0], (int) a[1]));
  }

  private static Errno sizes(GuestMemory memory, List<byte[]> strings, int count, int bytes) {
    memory.check(count, 4);
    memory.check(bytes, 4);
    memory.writeInt(count, strings.size());
    memory.writeInt(bytes, total(strings));
    return Errno.ESUCCESS;
  }

  private static Errno get(GuestMemory memory, List<byte[]> strings, int pointers, int buffer) {
    memory.checkArray(pointers, strings.size(), 4);
    memory.check(buffer, total(strings));
    int pointer = pointers;
    int at = buffer;
    for (byte[] string : strings) {
      memory.writeInt(pointer, at);
      memory.write(at, string);
      pointer += 4;
      at += string.length;
    }
    return Errno.ESUCCESS;
  }

  private static int total(List<byte[]> strings) {
    return strings.stream().mapToInt(string -> string.length).sum();
  }

  private static byte[] bytes(String text) {
    return (text + '\0').getBytes(StandardCharsets.UTF_8);
  }
}
