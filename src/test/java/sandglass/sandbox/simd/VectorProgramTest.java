package sandglass.sandbox.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.dylibso.chicory.runtime.Instance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sandglass.sandbox.meter.Meter;

/**
 * C programs compiled with -msimd128: results against V8's, fuel against wasmtime's;
 * simd_vectors.py recorded both.
 */
class VectorProgramTest {
  /** Calls in the recorded order, as a program may keep something from one to the next. */
  private final Map<String, Instance> instances = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> computesAndChargesAsRecorded() throws IOException {
    JsonNode calls =
        new ObjectMapper().readTree(VectorModules.resource("programs.json")).get("calls");
    return StreamSupport.stream(calls.spliterator(), false)
        .map(
            call ->
                dynamicTest(
                    "%s %s(%s)"
                        .formatted(
                            text(call, "module"), text(call, "export"), text(call, "argument")),
                    () -> check(call)));
  }

  private void check(JsonNode call) {
    Instance instance =
        instances.computeIfAbsent(
            text(call, "module"), name -> VectorModules.instance(VectorModules.resource(name)));
    var fuel = instance.exports().global(Meter.FUEL_EXPORT);
    long before = fuel.getValue();
    long[] result = instance.export(text(call, "export")).apply(call.get("argument").asInt());
    assertEquals(text(call, "result"), "%016x".formatted(result[0]));
    assertEquals(call.get("fuel").asLong(), before - fuel.getValue());
  }

  private static String text(JsonNode call, String field) {
    return call.get(field).asText();
  }
}
