package sandglass.sandbox.simd;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;
import sandglass.sandbox.meter.Meter;

/** Instances of the test modules, metered as all guests are. */
final class VectorModules {
  private VectorModules() {}

  static Instance instance(byte[] module) {
    return Instance.builder(Parser.parse(Meter.meter(module).module()))
        .withMachineFactory(SimdMachine::new)
        .build();
  }

  static Instance wat(String text) {
    return instance(assertInstanceOf(WatResult.Compiled.class, WatCompiler.compile(text)).wasm());
  }

  static byte[] resource(String name) {
    try (var in = VectorModules.class.getResourceAsStream("/simd/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(resource(name), StandardCharsets.UTF_8);
  }
}
