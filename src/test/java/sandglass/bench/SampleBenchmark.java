package sandglass.bench;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/** What the setup guide promises times for, in a warm process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SampleBenchmark {
  private static final Limits LIMITS = Limits.DEFAULT.withFuel(1_000_000_000);

  private final Sandbox sandbox = Sandbox.inMemory();
  private byte[] hello = {};
  private byte[] wordCount = {};
  private byte[] factorial = {};
  private byte[] sort = {};

  /** Loads the modules. */
  @Setup
  public void load() throws ProgramException {
    hello = program("hello.wat").wasm();
    wordCount = program("c-word-count.wasm").wasm();
    factorial = program("factorial.wat").wasm();
    sort = program("sort.wat").wasm();
  }

  /** Ends the sandbox. */
  @TearDown
  public void close() {
    sandbox.close();
  }

  private static Program program(String file) throws ProgramException {
    return ProgramLoader.load(Path.of("samples", file), LIMITS.moduleBytes());
  }

  private Report run(byte[] module) {
    var capsule = new Capsule("sample", module, Entry.START, LIMITS, World.EMPTY, Engine.COMPILED);
    Report report = sandbox.start(capsule, Streams.NONE).report().join();
    if (!report.outcome().equals(new Outcome.Exited(0))) {
      throw new IllegalStateException(report.outcome().message());
    }
    return report;
  }

  /** Hello from its text to its report; the engine's compiled form is at hand. */
  @Benchmark
  public Report helloFromText() throws ProgramException {
    return run(program("hello.wat").wasm());
  }

  /** Hello from its module to its report; the engine's compiled form is at hand. */
  @Benchmark
  public Report hello() {
    return run(hello);
  }

  /** Checks, parses and validates hello. */
  @Benchmark
  public WasmModule loadAndValidateHello() throws ProgramException {
    return loadAndValidate(hello);
  }

  /** Checks, parses and validates a C program's module of 31 KB. */
  @Benchmark
  public WasmModule loadAndValidate31Kilobytes() throws ProgramException {
    return loadAndValidate(wordCount);
  }

  private static WasmModule loadAndValidate(byte[] module) throws ProgramException {
    return Parser.parse(ProgramLoader.fromBytes("sample", module, LIMITS.moduleBytes()).wasm());
  }

  /** All 2,568 digits of 1000!. */
  @Benchmark
  public Report factorialOf1000() {
    return run(factorial);
  }

  /** Quicksort of a million integers. */
  @Benchmark
  public Report sortMillion() {
    return run(sort);
  }
}
