package sandglass.sandbox.wasi;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A guest that a test plays itself: four pages of memory, and every WASI function at hand. */
final class Guest implements AutoCloseable {
  static final int READ = (int) Rights.FD_READ;
  static final int WRITE = (int) Rights.FD_WRITE;

  /** Where results go. */
  static final int OUT = 0;

  private static final int IOVEC = 64;
  private static final int TEXT = 1024;
  private static final int TEXT2 = 8192;
  private static final int BUFFER = 65536;

  final Wasi wasi;
  final ByteArrayOutputStream stdout;
  final Memory memory;
  private final Instance instance;
  private final Map<String, HostFunction> functions;

  private Guest(Wasi wasi, ByteArrayOutputStream stdout, int pages) {
    this.wasi = wasi;
    this.stdout = stdout;
    instance = Instance.builder(Parser.parse(module(pages))).build();
    memory = instance.memory();
    functions =
        Arrays.stream(wasi.hostFunctions())
            .collect(Collectors.toMap(HostFunction::name, Function.identity()));
  }

  private static byte[] module(int pages) {
    byte[] header = {0, 'a', 's', 'm', 1, 0, 0, 0};
    byte[] section = {5, 3, 1, 0, (byte) pages};
    var module = Arrays.copyOf(header, header.length + (pages == 0 ? 0 : section.length));
    System.arraycopy(section, 0, module, header.length, module.length - header.length);
    return module;
  }

  /** A world in the making. */
  static final class Builder {
    private final List<Folder> folders = new ArrayList<>();
    private final Map<String, String> env = new LinkedHashMap<>();
    private List<String> args = List.of("guest");
    private Stdin stdin = Stdin.EMPTY;
    private Output output;
    private Clock clock = Clock.VIRTUAL;
    private Random random = Random.seeded(1);
    private long fileBytes = 1 << 20;
    private int pages = 4;
    private Consumer<Boolean> waiting = waits -> {};

    Builder args(String... values) {
      args = List.of(values);
      return this;
    }

    Builder env(String name, String value) {
      env.put(name, value);
      return this;
    }

    Builder stdin(Stdin value) {
      stdin = value;
      return this;
    }

    Builder output(Output value) {
      output = value;
      return this;
    }

    Builder readable(Path host, String guest) {
      folders.add(new Folder(host, guest, false));
      return this;
    }

    Builder writable(Path host, String guest) {
      folders.add(new Folder(host, guest, true));
      return this;
    }

    Builder clock(Clock value) {
      clock = value;
      return this;
    }

    Builder random(Random value) {
      random = value;
      return this;
    }

    Builder fileBytes(long value) {
      fileBytes = value;
      return this;
    }

    Builder withoutMemory() {
      pages = 0;
      return this;
    }

    Builder waiting(Consumer<Boolean> value) {
      waiting = value;
      return this;
    }

    Guest start() throws WorldException, InterruptedException {
      var stdout = new ByteArrayOutputStream();
      Output out = output == null ? stdout::write : output;
      var config =
          new WasiConfig(
              args, env, stdin, out, out, folders, clock, random, fileBytes, () -> 7, waiting);
      return new Guest(Wasi.open(config), stdout, pages);
    }
  }

  static Builder world() {
    return new Builder();
  }

  @SuppressWarnings("EnumOrdinal") // the order is the specification's
  Errno call(String name, long... args) {
    return Errno.values()[(int) functions.get(name).handle().apply(instance, args)[0]];
  }

  void exit(int code) {
    functions.get("proc_exit").handle().apply(instance, code);
  }

  int result() {
    return memory.readInt(OUT);
  }

  long longResult() {
    return memory.readLong(OUT);
  }

  private int put(int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    memory.write(at, bytes);
    return bytes.length;
  }

  /** Calls a function that takes a descriptor and a path. */
  Errno path(String function, int fd, String path) {
    return call(function, fd, TEXT, put(TEXT, path));
  }

  /** Opens a path; the descriptor is then the result. */
  Errno open(int fd, String path, int oflags, long rights) {
    return open(fd, Flags.LOOKUP_SYMLINK_FOLLOW, path, oflags, rights, 0);
  }

  Errno open(int fd, int lookup, String path, int oflags, long rights, int fdflags) {
    int length = put(TEXT, path);
    return call("path_open", fd, lookup, TEXT, length, oflags, rights, rights, fdflags, OUT);
  }

  /** Opens a path that must open, and gives the descriptor. */
  int opened(int fd, String path, int oflags, long rights) {
    var errno = open(fd, path, oflags, rights);
    if (errno != Errno.ESUCCESS) {
      throw new AssertionError(path + ": " + errno);
    }
    return result();
  }

  Errno stat(int fd, int lookup, String path) {
    return call("path_filestat_get", fd, lookup, TEXT, put(TEXT, path), OUT);
  }

  Errno symlink(String target, int fd, String path) {
    return call("path_symlink", TEXT, put(TEXT, target), fd, TEXT2, put(TEXT2, path));
  }

  Errno rename(int fd, String from, int toFd, String to) {
    return call("path_rename", fd, TEXT, put(TEXT, from), toFd, TEXT2, put(TEXT2, to));
  }

  Errno link(int fd, String from, int toFd, String to) {
    return call("path_link", fd, 0, TEXT, put(TEXT, from), toFd, TEXT2, put(TEXT2, to));
  }

  Errno write(int fd, String text) {
    buffer(BUFFER, put(BUFFER, text));
    return call("fd_write", fd, IOVEC, 1, OUT);
  }

  Errno pwrite(int fd, String text, long offset) {
    buffer(BUFFER, put(BUFFER, text));
    return call("fd_pwrite", fd, IOVEC, 1, offset, OUT);
  }

  /** Points the only buffer of a vector somewhere. */
  void buffer(int pointer, int length) {
    memory.writeI32(IOVEC, pointer);
    memory.writeI32(IOVEC + 4, length);
  }

  /** Calls {@code fd_read} or the like with that one buffer. */
  Errno vector(String function, int fd) {
    return call(function, fd, IOVEC, 1, OUT);
  }

  /** Reads at most so many bytes as text; the errno's name if it fails. */
  String read(int fd, int length) {
    buffer(BUFFER, length);
    var errno = call("fd_read", fd, IOVEC, 1, OUT);
    return errno == Errno.ESUCCESS ? memory.readString(BUFFER, result()) : errno.name();
  }

  /** The whole file as text. */
  String content(int fd, String path) {
    int file = opened(fd, path, 0, READ);
    var text = read(file, 100_000);
    call("fd_close", file);
    return text;
  }

  /** Makes a file that holds a text. */
  void create(int fd, String path, String text) {
    int file = opened(fd, path, Flags.O_CREAT | Flags.O_TRUNC, WRITE);
    if (!text.isEmpty() && write(file, text) != Errno.ESUCCESS) {
      throw new AssertionError(path);
    }
    call("fd_close", file);
  }

  /** The names that {@code fd_readdir} gives. */
  List<String> names(int fd) {
    call("fd_readdir", fd, BUFFER, 65536, 0, OUT);
    var names = new ArrayList<String>();
    int end = BUFFER + result();
    for (int at = BUFFER; at + 24 <= end; ) {
      int length = memory.readInt(at + 16);
      names.add(memory.readString(at + 24, length));
      at += 24 + length;
    }
    return names;
  }

  String output() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    wasi.close();
  }
}
