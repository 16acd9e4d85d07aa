package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sandglass.program.ProgramException;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** Programs that compile do what CPython does with them; no others compile. */
class PythonProgramsTest {
  /** What is quicker interpreted than compiled. */
  private static final Limits LIGHT = SubsetProgram.LIMITS.withFuel(3_000_000);

  private static final Sandbox SANDBOX = Sandbox.inMemory();
  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));

  @AfterAll
  static void close() {
    WORKERS.shutdownNow();
    SANDBOX.close();
  }

  @TestFactory
  Stream<DynamicTest> doesWhatCPythonDoes() {
    Map<String, String> refused = refused();
    Map<SubsetProgram, CompletableFuture<Report>> runs = new HashMap<>();
    var programs =
        SubsetProgram.all().stream().filter(p -> !refused.containsKey(p.name())).toList();
    programs.forEach(
        program ->
            runs.put(program, CompletableFuture.supplyAsync(() -> run(program), WORKERS)));
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(program.name(), () -> check(program, runs.get(program))));
  }

  private static void check(SubsetProgram program, CompletableFuture<Report> run)
      throws InterruptedException {
    try {
      var actual = SubsetProgram.Expected.of(program.name(), run.get());
      assertEquals(program.expected().stdout(), actual.stdout());
      assertEquals(program.expected(), actual);
    } catch (ExecutionException e) {
      fail(e.getCause());
    }
  }

  private static Report run(SubsetProgram program) {
    try {
      byte[] wasm = program.compile().wasm();
      var capsule = program.capsule(wasm, LIGHT, Engine.INTERPRETER);
      Report light = SANDBOX.start(capsule, Streams.NONE).report().join();
      return light.outcome() instanceof Outcome.OutOfFuel
          ? program.run(SANDBOX, wasm, Engine.COMPILED)
          : light;
    } catch (ProgramException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table has the place and the reason; a program that begins to compile must leave it. */
  @Test
  void refusesWhatIsNotInTheSubsetAfterAll() {
    Map<String, String> expected = refused();
    Map<String, String> actual = new HashMap<>();
    for (var program : SubsetProgram.all()) {
      if (expected.containsKey(program.name())) {
        switch (PythonCompiler.compile("main.py", program.source())) {
          case PythonResult.Compiled _ -> actual.put(program.name(), "compiles");
          case PythonResult.Failed failed -> {
            var error = failed.errors().getFirst();
            assertEquals(PythonError.Kind.REFUSED, error.kind(), program.name());
            actual.put(program.name(), error.span().line() + "\t" + error.message());
          }
        }
      }
    }
    assertEquals(expected, actual);
    assertTrue(expected.size() < 30, "the subset is what the issue says it is");
  }

  private static Map<String, String> refused() {
    Map<String, String> refused = new HashMap<>();
    List<String[]> rows = Tables.read("subset/refused.tsv");
    rows.forEach(row -> refused.put(row[0], row[1] + "\t" + row[2]));
    return refused;
  }
}
