package sandglass.playground.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.WasiCall;

class ReportTextTest {
  private static EndedRun run(String stdout, int calls) {
    var trapped =
        new Outcome.Trapped(
            "unreachable", List.of(new Outcome.Frame(3, "main"), new Outcome.Frame(0, "")));
    var call = new WasiCall(5, "fd_close", List.of(new WasiCall.Arg("fd", "4")), "EBADF", "");
    var report =
        new Report(
            trapped,
            List.of(),
            1_234_567,
            65_536,
            List.of(),
            0,
            2.14,
            new Report.Captured(stdout.getBytes(StandardCharsets.UTF_8), 0),
            new Report.Captured(new byte[0], 0),
            List.of(new FileChange("/out/a.txt", FileChange.Kind.CREATED, 1_500)),
            Collections.nCopies(calls, call),
            7,
            new Report.ModuleId(312, "ab".repeat(32)));
    var folder = new Folder(Path.of("somewhere", "secret"), "/out", true);
    var world = World.EMPTY.withFolders(List.of(folder));
    var capsule =
        new Capsule("demo.wat", new byte[8], Entry.START, Limits.DEFAULT, world, Engine.COMPILED);
    return new EndedRun(report, capsule, Optional.empty(), Optional.empty());
  }

  @Test
  void tellsTheWholeRun() {
    String text = ReportText.of(run("hi\nthere\n", 1));
    assertTrue(
        text.startsWith(
            """
            demo.wat: trapped: unreachable
            1,234,567 fuel of 100,000,000 · 64 KiB of 256 MiB · 2.1 ms · compiled
            It trapped in $main, called from function 0: unreachable."""),
        text);
    assertTrue(
        text.contains(
            """

            Backtrace, innermost first
              function 3 ($main)
              function 0

            Run
              module: 312 bytes, sha-256 abab"""),
        text);
    assertTrue(text.contains("\nstdout\n  hi\n  there\n"), text);
    assertFalse(text.contains("stderr\n"), text);
    assertTrue(text.contains("\n  created /out/a.txt, 1,500 bytes\n"), text);
    assertTrue(text.contains("\n  fd_close(fd=4) = EBADF\n  and 7 calls more\n"), text);
    assertTrue(text.contains("memory 256 MiB, timeout 30 s, module size 50 MiB"), text);
  }

  @Test
  void namesNoFolderOfThisMachine() {
    String text = ReportText.of(run("", 0));
    assertTrue(text.contains("  folder: /out, writable\n"), text);
    assertFalse(text.contains("secret"), text);
  }

  @Test
  void keepsTheEndOfLongOutputAndTheLastCalls() {
    String text = ReportText.of(run("x".repeat(1_000_000) + "end", 10_000));
    assertTrue(text.length() < 10_000, "length " + text.length());
    assertTrue(text.contains("xend\n"));
    assertTrue(text.contains("(996,003 characters before this are left out)"));
    assertEquals(40, text.split("fd_close", -1).length - 1);
  }
}
