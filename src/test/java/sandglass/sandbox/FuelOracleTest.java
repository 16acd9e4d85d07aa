package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sandglass.sandbox.wasi.Stdin;

/**
 * Fuel, exit code and output equal wasmtime's, to the unit, in both engines, whole and split into
 * tiny parts. {@code fuel_vectors.py} made {@code vectors.json}; it says how wasmtime counts. Where
 * wasmtime forgets what was executed, the vector has a count by hand, and that is what must come
 * out.
 */
class FuelOracleTest {
  private static final Path FOLDER = Path.of("src/test/resources/fuel");

  /**
   * Chicory's interpreter fails where a function that has locals of its own calls itself by a tail
   * call: it looks for the locals among the arguments. When this is mended, take it out.
   */
  private static final Set<String> ENGINE_FAILS =
      Set.of("wat/tail-calls-with-locals.wasm INTERPRETER");

  /** Bytes of JVM code, some twenty instructions: almost every function is split. */
  private static final int TINY = 60;

  private static final Sandbox SANDBOX = Sandbox.inMemory();
  private static final Sandbox SPLITTING = Sandbox.splitting(TINY);

  @AfterAll
  static void closeSandboxes() {
    SANDBOX.close();
    SPLITTING.close();
  }

  /** What can be compared at a glance when a test fails. */
  private record Result(Outcome outcome, String stdout, long fuel) {}

  @TestFactory
  Stream<DynamicTest> usesAsMuchFuelAsWasmtime() throws IOException {
    JsonNode vectors =
        new ObjectMapper().readTree(FOLDER.resolve("vectors.json").toFile()).get("vectors");
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : vectors) {
      String module = vector.get("module").asText();
      for (Engine engine : Engine.values()) {
        tests.add(
            DynamicTest.dynamicTest(module + " " + engine, () -> check(vector, engine, SANDBOX)));
        tests.add(
            DynamicTest.dynamicTest(
                module + " split, " + engine, () -> check(vector, engine, SPLITTING)));
      }
    }
    return tests.stream();
  }

  private static void check(JsonNode vector, Engine engine, Sandbox sandbox) throws IOException {
    String name = vector.get("module").asText();
    byte[] module = Files.readAllBytes(FOLDER.resolve(name));
    assertEquals(
        vector.get("sha256").asText(),
        Sha256.hex(module),
        "the module is not the one that the vectors were made with; run fuel_vectors.py again");
    var capsule = new Capsule(name, module, Entry.START, Limits.DEFAULT, world(vector), engine);
    Report report = sandbox.start(capsule, Streams.NONE).report().join();
    if (ENGINE_FAILS.contains(name + " " + engine)) {
      assertInstanceOf(Outcome.Trapped.class, report.outcome(), "mended: take it out of the list");
      return;
    }
    var expected =
        new Result(
            new Outcome.Exited(vector.get("exit_code").asInt()),
            vector.get("stdout").asText(),
            vector.path("counted_by_hand").asLong(vector.get("fuel").asLong()));
    assertEquals(expected, new Result(report.outcome(), report.stdout().text(), report.fuelUsed()));
  }

  private static World world(JsonNode vector) {
    List<String> args = new ArrayList<>(List.of("guest"));
    vector.get("args").forEach(arg -> args.add(arg.asText()));
    Map<String, String> env = new LinkedHashMap<>();
    vector.get("env").properties().forEach(e -> env.put(e.getKey(), e.getValue().asText()));
    return World.EMPTY
        .withArgs(args)
        .withEnv(env)
        .withStdin(Stdin.of(vector.get("stdin").asText()));
  }
}
