package sandglass.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.Sandbox;

/**
 * The best time of each kernel as JSON, for {@code bench_peers.py}. Arguments: half of how often to
 * run each, and the file to write.
 */
public final class PeerTimes {
  private static final List<String> KERNELS =
      List.of("fib", "sieve", "matrix", "sha256", "qsort", "calls");

  private PeerTimes() {}

  /** A kernel's best time, in milliseconds, and its output. */
  record Time(double ms, String stdout) {}

  /** Runs all. */
  public static void main(String[] args) throws IOException {
    int runs = 2 * Integer.parseInt(args[0]);
    Map<String, Time> times = new LinkedHashMap<>();
    try (Sandbox sandbox = Sandbox.inMemory()) {
      for (String name : KERNELS) {
        Kernel kernel = Kernel.load(name);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
          long begin = System.nanoTime();
          kernel.run(sandbox);
          best = Math.min(best, (System.nanoTime() - begin) / 1e6);
        }
        times.put(name, new Time(best, kernel.stdout()));
      }
    }
    new ObjectMapper().writeValue(Path.of(args[1]).toFile(), times);
  }
}
