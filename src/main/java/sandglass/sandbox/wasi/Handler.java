package sandglass.sandbox.wasi;

/** Does one WASI function. */
@FunctionalInterface
interface Handler {
  /**
   * Does it; an {@link ErrnoException} is the same as returning its errno.
   *
   * @param memory the guest's memory
   * @param args the raw arguments, one for each wasm parameter; 32-bit ones in the low half
   */
  Errno call(GuestMemory memory, long[] args);
}
