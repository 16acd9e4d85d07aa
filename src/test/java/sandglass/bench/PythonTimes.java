package sandglass.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/**
 * How long CPython takes for snippets of Python, as JSON, for {@code bench_python.py}. Arguments:
 * the module, a JSON file of snippets by name, how often to run each, the file to write, and where
 * given a folder for compiled modules, instead of memory.
 *
 * <p>One sandbox runs all, snippet after snippet. The file is written after each, so that what was
 * measured outlives a crash.
 */
public final class PythonTimes {
  /** Far more than any snippet needs. */
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withFuel(Limits.MAX_FUEL)
          .withTimeout(Duration.ofMinutes(10))
          .withModuleBytes(50L << 20)
          .withMemoryBytes(512L << 20);

  /** How much of the end of stderr tells why Python failed: its last line names the error. */
  private static final int ERROR_CHARS = 200;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Sandbox sandbox;
  private final byte[] module;
  private final int repeats;

  private PythonTimes(Sandbox sandbox, byte[] module, int repeats) {
    this.sandbox = sandbox;
    this.module = module;
    this.repeats = repeats;
  }

  /**
   * What the repeats of a snippet took.
   *
   * @param ms milliseconds of each
   * @param cpuMs processor milliseconds of each: the guest's, the compiler's and the collector's
   * @param fuel fuel of each
   * @param stdout what all of them printed
   * @param error why one failed, or null
   */
  record Times(
      List<Double> ms,
      @JsonProperty("cpu_ms") List<Double> cpuMs,
      List<Long> fuel,
      String stdout,
      String error) {}

  /** Runs all. */
  public static void main(String[] args) throws IOException {
    var json = new ObjectMapper();
    Map<String, String> snippets =
        json.readValue(Path.of(args[1]).toFile(), new TypeReference<Map<String, String>>() {});
    try (Sandbox sandbox =
        args.length > 4 ? Sandbox.withCache(Path.of(args[4])) : Sandbox.inMemory()) {
      var python =
          new PythonTimes(sandbox, Files.readAllBytes(Path.of(args[0])), Integer.parseInt(args[2]));
      Map<String, Times> times = new LinkedHashMap<>();
      for (var snippet : snippets.entrySet()) {
        times.put(snippet.getKey(), python.time(snippet.getKey(), snippet.getValue()));
        json.writeValue(Path.of(args[3]).toFile(), times);
      }
    }
  }

  private Times time(String name, String code) {
    World world = World.EMPTY.withArgs(List.of("python.wasm", "-c", code));
    var capsule = new Capsule(name, module, Entry.START, LIMITS, world, Engine.COMPILED);
    List<Double> ms = new ArrayList<>();
    List<Double> cpuMs = new ArrayList<>();
    List<Long> fuel = new ArrayList<>();
    String stdout = "";
    for (int i = 1; i <= repeats; i++) {
      long begin = System.nanoTime();
      long cpuBegin = PROCESS.getProcessCpuTime();
      Report report = sandbox.start(capsule, Streams.NONE).report().join();
      double took = (System.nanoTime() - begin) / 1e6;
      double cpuTook = (PROCESS.getProcessCpuTime() - cpuBegin) / 1e6;
      System.err.printf(
          "sandglass %s %d/%d: %.0f ms, %.0f ms of processors%n", name, i, repeats, took, cpuTook);
      String error = fault(report, i == 1 ? report.stdout().text() : stdout);
      if (!error.isEmpty()) {
        return new Times(ms, cpuMs, fuel, report.stdout().text(), "run " + i + " " + error);
      }
      stdout = report.stdout().text();
      ms.add(took);
      cpuMs.add(cpuTook);
      fuel.add(report.fuelUsed());
    }
    return new Times(ms, cpuMs, fuel, stdout, null);
  }

  /** Why a run does not count; empty if it does. */
  private static String fault(Report report, String expected) {
    if (!report.outcome().equals(new Outcome.Exited(0))) {
      String stderr = report.stderr().text().strip();
      return report.outcome().message()
          + ": "
          + stderr.substring(Math.max(0, stderr.length() - ERROR_CHARS));
    }
    String printed = report.stdout().text();
    return printed.equals(expected) ? "" : "printed " + printed + " after " + expected;
  }
}
