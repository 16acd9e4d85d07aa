package sandglass.sandbox.wasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns raw arguments and results into text. Never fails: what cannot be read is shown in hex. */
final class CallDecoder {
  static final List<String> CLOCKS =
      List.of("REALTIME", "MONOTONIC", "PROCESS_CPUTIME_ID", "THREAD_CPUTIME_ID");
  private static final List<String> WHENCE = List.of("SET", "CUR", "END");
  private static final List<String> ADVICE =
      List.of("NORMAL", "SEQUENTIAL", "RANDOM", "WILLNEED", "DONTNEED", "NOREUSE");
  private static final List<String> SIGNALS =
      List.of(
          "NONE", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
          "USR2", "PIPE", "ALRM", "TERM", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
          "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "POLL", "PWR", "SYS");

  private CallDecoder() {}

  static List<WasiCall.Arg> arguments(Signature signature, GuestMemory memory, long[] args) {
    var decoded = new ArrayList<WasiCall.Arg>();
    for (var parameter : signature.parameters()) {
      if (!parameter.kind().isResult()) {
        decoded.add(new WasiCall.Arg(parameter.name(), argument(parameter, memory, args)));
      }
    }
    return List.copyOf(decoded);
  }

  private static String argument(Signature.Parameter parameter, GuestMemory memory, long[] args) {
    long value = args[parameter.index()];
    int low = (int) value;
    return switch (parameter.kind()) {
      case FD, U32 -> Integer.toUnsignedString(low);
      case U64 -> Long.toUnsignedString(value);
      case S64 -> Long.toString(value);
      case POINTER, EVENTS -> hex(low);
      case SUBSCRIPTIONS -> PollDecoder.subscriptions(memory, low, (int) args[2]);
      case STRING -> Quoted.of(memory, low, args[parameter.index() + 1]);
      case TEXT, BUFFER -> bytes(args[parameter.index() + 1]);
      case IOVECS -> buffers(memory, low, (int) args[parameter.index() + 1]);
      case CIOVECS -> contents(memory, low, (int) args[parameter.index() + 1]);
      case LOOKUPFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.LOOKUP_NAMES);
      case OFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.O_NAMES);
      case FDFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.FD_NAMES);
      case FSTFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.FST_NAMES);
      case SDFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.SD_NAMES);
      case RIFLAGS -> Flags.text(low & 0xffff_ffffL, Flags.RI_NAMES);
      case RIGHTS -> value == Rights.ALL ? "ALL" : Flags.text(value, Rights.NAMES);
      case CLOCKID -> name(low, CLOCKS);
      case WHENCE -> name(low, WHENCE);
      case ADVICE -> name(low, ADVICE);
      case SIGNAL -> name(low, SIGNALS);
      case OUT_FD, OUT_U32, OUT_U64, OUT_FDSTAT, OUT_FILESTAT, OUT_PRESTAT -> hex(low);
    };
  }

  /** The results of a call that succeeded, such as {@code nread=5 "hello"}. */
  static String results(Signature signature, GuestMemory memory, long[] args) {
    var text = new StringBuilder();
    Signature.Parameter filled = null;
    for (var parameter : signature.parameters()) {
      if (parameter.kind() == Kind.IOVECS || parameter.kind() == Kind.TEXT) {
        filled = parameter;
      }
      if (parameter.kind().isResult()) {
        int at = (int) args[parameter.index()];
        append(text, result(parameter, memory, at));
        if (filled != null && parameter.kind() == Kind.OUT_U32) {
          append(text, filled(filled, memory, args, at));
          filled = null;
        }
      }
    }
    if (filled != null && filled.kind() == Kind.TEXT) {
      append(text, Quoted.of(memory, (int) args[filled.index()], preopenLength(memory, args)));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String part) {
    if (!part.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(part);
    }
  }

  private static String result(Signature.Parameter parameter, GuestMemory memory, int at) {
    if (!memory.holds(Integer.toUnsignedLong(at), 8)
        && parameter.kind() != Kind.OUT_FD
        && parameter.kind() != Kind.OUT_U32) {
      return "";
    }
    return switch (parameter.kind()) {
      case OUT_FD -> "fd=" + unsigned(memory, at);
      case OUT_U32 -> parameter.name() + '=' + unsigned(memory, at);
      case OUT_U64 -> parameter.name() + '=' + Long.toUnsignedString(memory.readLong(at));
      case OUT_FDSTAT -> {
        int flags = memory.readShort(at + 2);
        yield "filetype="
            + name(memory.readByte(at), FileTypeNames.ALL)
            + " flags="
            + Flags.text(flags, Flags.FD_NAMES);
      }
      case OUT_FILESTAT ->
          "filetype="
              + name(memory.readByte(at + 16), FileTypeNames.ALL)
              + " size="
              + Long.toUnsignedString(memory.readLong(at + 32))
              + " ino="
              + Long.toUnsignedString(memory.readLong(at + 8));
      case OUT_PRESTAT -> "dir name_len=" + unsigned(memory, at + 4);
      default -> "";
    };
  }

  private static final class FileTypeNames {
    static final List<String> ALL = Arrays.stream(FileType.values()).map(Enum::name).toList();
  }

  private static String unsigned(GuestMemory memory, int at) {
    return memory.holds(Integer.toUnsignedLong(at), 4)
        ? Integer.toUnsignedString(memory.readInt(at))
        : hex(at);
  }

  private static String filled(
      Signature.Parameter parameter, GuestMemory memory, long[] args, int countAt) {
    if (!memory.holds(Integer.toUnsignedLong(countAt), 4)) {
      return "";
    }
    long count = Integer.toUnsignedLong(memory.readInt(countAt));
    int pointer = (int) args[parameter.index()];
    if (parameter.kind() == Kind.IOVECS) {
      pointer = firstNonEmpty(memory, pointer, (int) args[parameter.index() + 1]).pointer();
    }
    return Quoted.of(memory, pointer, count);
  }

  private static long preopenLength(GuestMemory memory, long[] args) {
    // A preopen's name fills its buffer, but for one that is longer than it need be.
    long most = Math.min(Integer.toUnsignedLong((int) args[2]), PathResolver.MAX_PATH);
    long length = 0;
    int pointer = (int) args[1];
    while (length < most
        && memory.holds(Integer.toUnsignedLong(pointer) + length, 1)
        && memory.readByte(pointer + (int) length) != 0) {
      length++;
    }
    return length;
  }

  private static Iovec firstNonEmpty(GuestMemory memory, int array, int count) {
    try {
      return Iovec.firstNonEmpty(memory, array, count);
    } catch (ErrnoException e) {
      return new Iovec(0, 0);
    }
  }

  private static String buffers(GuestMemory memory, int array, int count) {
    var first = firstNonEmpty(memory, array, count);
    return count == 1
        ? bytes(first.length())
        : Integer.toUnsignedString(count) + " buffers at " + hex(array);
  }

  /** What is written: the bytes of the buffer that will be used. */
  private static String contents(GuestMemory memory, int array, int count) {
    try {
      var first = Iovec.firstNonEmpty(memory, array, count);
      return Quoted.of(memory, first.pointer(), first.length());
    } catch (ErrnoException e) {
      return Integer.toUnsignedString(count) + " buffers at " + hex(array);
    }
  }

  private static String bytes(long length) {
    return Integer.toUnsignedString((int) length) + " bytes";
  }

  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }

  static String name(int value, List<String> names) {
    return value >= 0 && value < names.size() ? names.get(value) : Integer.toUnsignedString(value);
  }
}
