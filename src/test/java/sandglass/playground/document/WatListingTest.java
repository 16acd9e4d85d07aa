package sandglass.playground.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.program.Program;
import sandglass.program.ProgramLoader;

class WatListingTest {
  @Test
  void tellsTheProgramsOwnPartFromTheRuntime() throws Exception {
    var program = ProgramLoader.fromPython("sum.py", "a = 1\nprint(a + 2)\n", 50 << 20);
    var listing = WatListing.of(program).orElseThrow();
    assertTrue(listing.own().contains(";; 2   print(a + 2)"), listing.own());
    assertTrue(listing.whole().startsWith(listing.own().strip()));
    assertFalse(listing.own().contains("---- the runtime"), listing.own());
    assertTrue(listing.runtimeLines() > 1_000, listing.runtimeSummary());
    assertTrue(listing.runtimeFunctions() > 10, listing.runtimeSummary());
    assertTrue(listing.runtimeSummary().startsWith("Runtime: "), listing.runtimeSummary());
    assertTrue(listing.ownSummary().contains(" lines, "), listing.ownSummary());
    int[] lines = listing.map().textLines(2);
    assertTrue(listing.own().lines().skip(lines[0] - 1).findFirst().orElse("").contains("print"));
  }

  @Test
  void isOfPythonAlone() {
    var text = new Program("a.wat", new byte[0], Optional.of("(module)"));
    assertEquals(Optional.empty(), WatListing.of(text));
  }
}
