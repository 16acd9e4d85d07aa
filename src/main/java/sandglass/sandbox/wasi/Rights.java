package sandglass.sandbox.wasi;

import java.util.List;

/** Rights of WASI preview 1, and those that wasmtime reports for each kind of descriptor. */
final class Rights {
  static final List<String> NAMES =
      List.of(
          "FD_DATASYNC",
          "FD_READ",
          "FD_SEEK",
          "FD_FDSTAT_SET_FLAGS",
          "FD_SYNC",
          "FD_TELL",
          "FD_WRITE",
          "FD_ADVISE",
          "FD_ALLOCATE",
          "PATH_CREATE_DIRECTORY",
          "PATH_CREATE_FILE",
          "PATH_LINK_SOURCE",
          "PATH_LINK_TARGET",
          "PATH_OPEN",
          "FD_READDIR",
          "PATH_READLINK",
          "PATH_RENAME_SOURCE",
          "PATH_RENAME_TARGET",
          "PATH_FILESTAT_GET",
          "PATH_FILESTAT_SET_SIZE",
          "PATH_FILESTAT_SET_TIMES",
          "FD_FILESTAT_GET",
          "FD_FILESTAT_SET_SIZE",
          "FD_FILESTAT_SET_TIMES",
          "PATH_SYMLINK",
          "PATH_REMOVE_DIRECTORY",
          "PATH_UNLINK_FILE",
          "POLL_FD_READWRITE",
          "SOCK_SHUTDOWN",
          "SOCK_ACCEPT");

  static final long FD_READ = of("FD_READ");
  static final long FD_WRITE = of("FD_WRITE");

  /** Every right there is. */
  static final long ALL = (1L << NAMES.size()) - 1;

  private static final long PREOPEN_READ =
      of("PATH_OPEN", "FD_READDIR", "PATH_READLINK", "PATH_FILESTAT_GET", "FD_FILESTAT_GET");

  private static final long PREOPEN =
      PREOPEN_READ
          | of("PATH_CREATE_DIRECTORY", "PATH_CREATE_FILE", "PATH_LINK_SOURCE", "PATH_LINK_TARGET")
          | of("PATH_RENAME_SOURCE", "PATH_RENAME_TARGET", "PATH_SYMLINK", "PATH_UNLINK_FILE")
          | of("PATH_REMOVE_DIRECTORY", "PATH_FILESTAT_SET_TIMES", "FD_FILESTAT_SET_TIMES");

  /**
   * What is inherited below a preopened folder, writable or not. In a read-only one it must hold
   * the rights to write, or C libraries would drop them from what they ask for, and an open for
   * writing would seem to succeed.
   */
  static final long PREOPEN_INHERITING =
      PREOPEN
          | of("FD_DATASYNC", "FD_READ", "FD_SEEK", "FD_FDSTAT_SET_FLAGS", "FD_SYNC", "FD_TELL")
          | of("FD_WRITE", "FD_ADVISE", "FD_ALLOCATE", "FD_FILESTAT_SET_SIZE", "POLL_FD_READWRITE");

  private static final long NOT_OF_DIRECTORIES =
      of("FD_SEEK", "FD_FILESTAT_SET_SIZE", "PATH_FILESTAT_SET_SIZE", "FD_WRITE");

  private Rights() {}

  /** Of a preopened folder. */
  static long preopen(boolean writable) {
    return writable ? PREOPEN : PREOPEN_READ;
  }

  /** Of a directory that the guest opened. */
  static long directory() {
    return ALL & ~NOT_OF_DIRECTORIES;
  }

  /** Of an open file. */
  static long file(boolean readable, boolean writable) {
    return ALL & ~(readable ? 0 : of("FD_READ", "FD_READDIR")) & ~(writable ? 0 : FD_WRITE);
  }

  private static long of(String... names) {
    long rights = 0;
    for (var name : names) {
      rights |= 1L << NAMES.indexOf(name);
    }
    return rights;
  }
}
