package sandglass.sandbox.wasi;

/** The guest called {@code proc_exit}. Unwinds the guest; carries no stack trace. */
public final class ProcExit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  ProcExit(int code) {
    super("exit " + Integer.toUnsignedString(code), null, false, false);
    this.code = code;
  }

  /** The status as the guest gave it, any 32 bits; wasmtime refuses 126 and above. */
  public int code() {
    return code;
  }
}
