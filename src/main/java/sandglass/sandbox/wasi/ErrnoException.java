package sandglass.sandbox.wasi;

/** Ends a WASI call with an errno. One constant per errno: no stack, no allocation. */
final class ErrnoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final ErrnoException[] ALL = new ErrnoException[Errno.values().length];

  static {
    for (var errno : Errno.values()) {
      ALL[errno.code()] = new ErrnoException(errno);
    }
  }

  private final Errno errno;

  private ErrnoException(Errno errno) {
    super(errno.name(), null, false, false);
    this.errno = errno;
  }

  static ErrnoException of(Errno errno) {
    return ALL[errno.code()];
  }

  Errno errno() {
    return errno;
  }
}
