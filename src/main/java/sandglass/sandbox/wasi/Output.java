package sandglass.sandbox.wasi;

/** Takes what a guest writes to stdout or stderr. Called on the guest's thread. */
@FunctionalInterface
public interface Output {
  /**
   * Takes some bytes. An unchecked exception thrown here passes through the guest untouched and so
   * ends the run.
   *
   * @param bytes holds them; the callee may keep the array
   * @param offset where they begin
   * @param length how many there are, 1 or more
   */
  void write(byte[] bytes, int offset, int length);
}
