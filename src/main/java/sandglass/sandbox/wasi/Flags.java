package sandglass.sandbox.wasi;

import java.util.List;

/** Flags of WASI preview 1: values, and names in the order of their bits. */
final class Flags {
  static final int LOOKUP_SYMLINK_FOLLOW = 1;

  static final int O_CREAT = 1;
  static final int O_DIRECTORY = 2;
  static final int O_EXCL = 4;
  static final int O_TRUNC = 8;

  static final int FD_APPEND = 1;
  static final int FD_DSYNC = 2;
  static final int FD_NONBLOCK = 4;
  static final int FD_RSYNC = 8;
  static final int FD_SYNC = 16;

  static final int FST_ATIM = 1;
  static final int FST_ATIM_NOW = 2;
  static final int FST_MTIM = 4;
  static final int FST_MTIM_NOW = 8;

  static final List<String> LOOKUP_NAMES = List.of("SYMLINK_FOLLOW");
  static final List<String> O_NAMES = List.of("CREAT", "DIRECTORY", "EXCL", "TRUNC");
  static final List<String> FD_NAMES = List.of("APPEND", "DSYNC", "NONBLOCK", "RSYNC", "SYNC");
  static final List<String> FST_NAMES = List.of("ATIM", "ATIM_NOW", "MTIM", "MTIM_NOW");
  static final List<String> SD_NAMES = List.of("RD", "WR");
  static final List<String> RI_NAMES = List.of("RECV_PEEK", "RECV_WAITALL");

  private Flags() {}

  /** The flags, or {@code EINVAL} if a bit is set that has no name. */
  static int check(long flags, List<String> names) {
    int bits = (int) flags;
    if (bits >>> names.size() != 0) {
      throw Errno.EINVAL.thrown();
    }
    return bits;
  }

  /** The names of the set bits, joined with {@code |}; unknown ones in hexadecimal; or 0. */
  static String text(long flags, List<String> names) {
    if (flags == 0) {
      return "0";
    }
    var text = new StringBuilder();
    for (int bit = 0; bit < names.size(); bit++) {
      if ((flags >>> bit & 1) != 0) {
        text.append(text.isEmpty() ? "" : "|").append(names.get(bit));
      }
    }
    long unknown = names.size() == 64 ? 0 : flags >>> names.size() << names.size();
    if (unknown != 0) {
      text.append(text.isEmpty() ? "" : "|").append("0x").append(Long.toHexString(unknown));
    }
    return text.toString();
  }
}
