package sandglass.python;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** CPython in the sandbox says what CPython says outside of it. */
class CPythonTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void skipWithoutTheModule() {
    var _ = CPython.module();
    sandbox = CPython.sandbox();
  }

  static List<PythonProgram> programs() {
    return PythonProgram.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void saysWhatANativeOneSays(PythonProgram program) {
    assertEquals(program.expected(), PythonProgram.said(run(program.capsule())));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "language/dictionaries", // hashes of texts, seeded by random numbers
        "language/garbage",
        "library/tracebacks",
        "world/folder_write",
        "failing/uncaught"
      })
  void usesEqualFuelTwice(String name) {
    Capsule capsule = PythonProgram.named(name).capsule();
    Report one = run(capsule);
    Report two = run(capsule);
    assertEquals(one.fuelUsed(), two.fuelUsed());
    assertEquals(one.memoryGrowths(), two.memoryGrowths());
    assertEquals(one.files(), two.files());
    assertEquals(PythonProgram.said(one), PythonProgram.said(two));
    assertArrayEquals(one.stderr().bytes(), two.stderr().bytes());
  }

  /** The guest has a C stack of its own, in its memory, which it does not guard; so in wasmtime. */
  @Test
  void trapsWhereRecursionThroughCOverflowsTheGuestsStack() {
    String source =
        """
        def f(n):
            return max([n], key=lambda x: f(n - 1)) if n else 0

        print(f(200))
        """;
    var trapped = assertInstanceOf(Outcome.Trapped.class, run(CPython.run(source)).outcome());
    assertEquals("out of bounds memory access", trapped.reason());
    Report next = run(CPython.run("print('well')"));
    assertEquals("status: 0\nstderr: \n\nwell\n", PythonProgram.said(next));
  }

  private static Report run(Capsule capsule) {
    return sandbox.start(capsule, Streams.NONE).report().join();
  }
}
