package sandglass.sandbox.wasi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Everything that one run's WASI host is made of.
 *
 * @param args the guest's argv, its own name first
 * @param env environment variables, in the order given
 * @param stdin what the guest reads on file descriptor 0
 * @param stdout takes what the guest writes to file descriptor 1
 * @param stderr takes what the guest writes to file descriptor 2
 * @param folders host folders to copy in, preopened from file descriptor 3 on, in order
 * @param clock virtual, real, or off
 * @param random seeded, real, or off
 * @param fileBytes bytes of file content, copied in and written together; 0 or more
 * @param fuelUsed fuel used so far; asked on the guest's thread
 * @param waitingForInput told true when a read of stdin begins to wait, false when it no longer
 *     does; called on the guest's thread
 * @param script a file that comes late, and then with a stdin in place of {@code stdin}
 */
public record WasiConfig(
    List<String> args,
    Map<String, String> env,
    Stdin stdin,
    Output stdout,
    Output stderr,
    List<Folder> folders,
    Clock clock,
    Random random,
    long fileBytes,
    LongSupplier fuelUsed,
    Consumer<Boolean> waitingForInput,
    Optional<LateScript> script) {

  /** A world without a script. */
  public WasiConfig(
      List<String> args,
      Map<String, String> env,
      Stdin stdin,
      Output stdout,
      Output stderr,
      List<Folder> folders,
      Clock clock,
      Random random,
      long fileBytes,
      LongSupplier fuelUsed,
      Consumer<Boolean> waitingForInput) {
    this(
        args,
        env,
        stdin,
        stdout,
        stderr,
        folders,
        clock,
        random,
        fileBytes,
        fuelUsed,
        waitingForInput,
        Optional.empty());
  }

  /** Copies the collections. */
  public WasiConfig {
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    folders = List.copyOf(folders);
  }
}
