package sandglass.capsule;

/**
 * Says capsules in other words: for a shell, for an agent, for another runtime. Each says in notes
 * what cannot be said that way. May be called from any thread.
 */
public final class Sharing {
  private Sharing() {}

  /**
   * A {@code sandglass run} for a POSIX shell. What the capsule holds by value is named as a file,
   * and a note says to save it.
   */
  public static Shared commandLine(CapsuleFile file) {
    return CommandLineText.of(file);
  }

  /** A {@code wasmtime run} for a POSIX shell, as the command line of wasmtime 49 has it. */
  public static Shared wasmtime(CapsuleFile file) {
    return WasmtimeText.of(file);
  }

  /**
   * A call of the tool {@code code_executor} or {@code python_wasi_runner}, on one line of JSON.
   * Compiles text, so not for a thread that must not wait.
   *
   * @throws CapsuleException if its text does not compile
   */
  public static Shared toolCall(CapsuleFile file) throws CapsuleException, InterruptedException {
    return ToolCallText.of(file);
  }
}
