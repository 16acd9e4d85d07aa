package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sandglass.program.ProgramException;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** Memory that is not needed any more is used again, and what does not fit is Python's error. */
class PythonMemoryTest {
  private static final Limits LIMITS = SubsetProgram.LIMITS.withMemoryBytes(64L << 20);

  private static final Sandbox SANDBOX = Sandbox.inMemory();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Report run(String source) throws ProgramException {
    var program = SubsetProgram.of(source);
    var capsule = program.capsule(program.compile().wasm(), LIMITS, Engine.COMPILED);
    return SANDBOX.start(capsule, Streams.NONE).report().join();
  }

  @Test
  void allocatesTenGigabytesWithinSixtyFourMebibytes() throws Exception {
    var report =
        run(
            """
            block = "x" * 1_000_000
            total = 0
            for i in range(10_000):
                text = block + str(i)
                total += len(text)
            rows = []
            for i in range(200):
                rows = [[j, str(j), (i, j)] for j in range(1_000)]
            print(total, len(rows), rows[-1])
            """);
    assertEquals("", report.stderr().text());
    assertEquals(new Outcome.Exited(0), report.outcome());
    assertEquals("10000038890 1000 [999, '999', (199, 999)]\n", report.stdout().text());
    assertTrue(report.memoryPeakBytes() <= 64 << 20);
  }

  @Test
  void runsOutOfMemoryAsPythonDoes() throws Exception {
    var report =
        run(
            """
            kept = []

            def keep():
                while True:
                    kept.append("x" * 100_000 + str(len(kept)))

            keep()
            """);
    assertEquals(new Outcome.Exited(1), report.outcome());
    assertEquals(
        List.of(
            "Traceback (most recent call last):",
            "  File \"main.py\", line 7, in <module>",
            "    keep()",
            "  File \"main.py\", line 5, in keep",
            "    kept.append(\"x\" * 100_000 + str(len(kept)))",
            "MemoryError"),
        report.stderr().text().lines().filter(l -> !l.strip().startsWith("^")).toList());
  }

  @Test
  void goesOnAfterAMemoryError() throws Exception {
    var report =
        run(
            """
            rows = [0]
            try:
                while True:
                    rows = rows + rows
            except MemoryError:
                print("caught")
            rows = None
            print(len([1] * 100_000))
            """);
    assertEquals("caught\n100000\n", report.stdout().text(), report.stderr().text());
  }

  @Test
  void doesTheSameTwice() throws Exception {
    String source =
        """
        counts = {}
        x = 1
        for i in range(2000):
            x = (x * 1103515245 + 12345) % 2147483648
            counts[str(x % 997)] = counts.get(str(x % 997), 0) + 1
        print(list(counts.items())[:5], 2 ** 500, x / 7)
        undefined = counts["none"]
        """;
    Report one = run(source);
    Report two = run(source);
    assertEquals(one.fuelUsed(), two.fuelUsed());
    assertEquals(one.memoryGrowths(), two.memoryGrowths());
    assertArrayEquals(one.stdout().bytes(), two.stdout().bytes());
    assertArrayEquals(one.stderr().bytes(), two.stderr().bytes());
    var program = SubsetProgram.of(source);
    var interpreted = program.run(SANDBOX);
    assertEquals(one.fuelUsed(), interpreted.fuelUsed());
    assertArrayEquals(one.stderr().bytes(), interpreted.stderr().bytes());
  }
}
