package sandglass.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.program.ModuleInspection.Import;

class ImportSupportTest {
  private static final String WASI = "wasi_snapshot_preview1";
  private static final String WRITE = "(i32, i32, i32, i32) -> (i32)";

  private static String missing(String module, String name, String kind, String type) {
    var wanted = new Import(module, name, kind, type);
    var why = ImportSupport.missing(wanted);
    assertEquals(why.isEmpty(), ImportSupport.isOffered(wanted));
    return why.orElse("");
  }

  @Test
  void offersWasiFunctionsOfTheRightType() {
    assertEquals("", missing(WASI, "fd_write", "function", WRITE));
    assertEquals(
        "WASI has it as " + WRITE, missing(WASI, "fd_write", "function", "(i32) -> (i32)"));
    assertEquals(
        "only WASI functions can be imported", missing(WASI, "memory", "memory", "1 or more"));
  }

  @Test
  void saysWhatMayHaveBeenMeant() {
    assertEquals(
        "WASI preview 1 has no such function; did you mean fd_write?",
        missing(WASI, "fd_wrlte", "function", WRITE));
    assertEquals(
        "only wasi_snapshot_preview1 can be imported; did you mean wasi_snapshot_preview1?",
        missing("wasi_snapshot_preview2", "fd_write", "function", WRITE));
    assertEquals(
        "only wasi_snapshot_preview1 can be imported", missing("env", "f", "function", WRITE));
    assertEquals(
        Optional.of("WASI preview 1 has no such function"),
        ImportSupport.missing(new Import(WASI, "x".repeat(100_000), "function", WRITE)));
    assertTrue(missing(WASI, "", "function", WRITE).endsWith("no such function"));
  }
}
