package sandglass.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sandglass.sandbox.Sandbox;

/** What metering costs: whole runs of compiled kernels, in the sandbox and in the engine alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
  /** The program. */
  @Param({"fib", "sieve", "matrix", "sha256", "qsort", "calls"})
  public String kernel = "";

  /** Metered in the sandbox, or not in the engine with its better or its default memory. */
  @Param({"metered", "unmetered", "unmetered-default-memory"})
  public String mode = "";

  private final Sandbox sandbox = Sandbox.inMemory();
  private Supplier<String> run = () -> "";

  /** Loads and compiles. */
  @Setup
  public void load() {
    Kernel loaded = Kernel.load(kernel);
    if (mode.equals("metered")) {
      run = () -> loaded.run(sandbox).stdout().text();
    } else {
      run = new PlainChicory(loaded.module(), mode.equals("unmetered"))::run;
      if (!run.get().equals(loaded.stdout())) {
        throw new IllegalStateException(kernel + " prints " + run.get());
      }
    }
  }

  /** Ends the sandbox. */
  @TearDown
  public void close() {
    sandbox.close();
  }

  /** One run. */
  @Benchmark
  public String run() {
    return run.get();
  }
}
