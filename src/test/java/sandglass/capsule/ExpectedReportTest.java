package sandglass.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.wasi.FileChange;
import sandglass.sandbox.wasi.WasiCall;

class ExpectedReportTest {
  private static final String DIGEST = "0123456789ab" + "0".repeat(52);

  private Outcome outcome = new Outcome.Exited(0);
  private List<String> results = List.of();
  private byte[] stdout = bytes("one\ntwo\nthree\n");
  private long fuel = 1234;
  private List<Report.Growth> growths = List.of(new Report.Growth(10, 1, true));
  private List<FileChange> files = List.of(new FileChange("/d/out", FileChange.Kind.CREATED, 5));
  private List<WasiCall> calls = List.of(call(7, "fd_write"), call(9, "proc_exit"));
  private String digest = DIGEST;

  private Report report() {
    return new Report(
        outcome,
        results,
        fuel,
        65_536,
        growths,
        0,
        1.5,
        new Report.Captured(stdout, 0),
        new Report.Captured(bytes("err"), 0),
        files,
        calls,
        0,
        new Report.ModuleId(8, digest));
  }

  private static WasiCall call(long fuel, String function) {
    return new WasiCall(fuel, function, List.of(), "ESUCCESS", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void findsNoDifferenceToItself() {
    assertEquals(List.of(), ExpectedReport.compare(ExpectedReport.of(report()), report()));
  }

  @Test
  void findsEachDifference() {
    var expected = ExpectedReport.of(report());
    outcome = new Outcome.Exited(3);
    stdout = bytes("one\nTwo\nthree\n");
    fuel = 2345;
    growths = List.of();
    files =
        List.of(
            new FileChange("/d/new", FileChange.Kind.DELETED, 0),
            new FileChange("/d/out", FileChange.Kind.CREATED, 6));
    calls = List.of(call(7, "fd_write"), call(8, "fd_read"));
    digest = "f".repeat(64);

    var found = new ArrayList<String>();
    for (Difference d : ExpectedReport.compare(expected, report())) {
      String from = d.fuel().isPresent() ? " from " + d.fuel().getAsLong() : "";
      found.add(d.field() + ": " + d.expected() + " | " + d.actual() + from);
    }

    assertEquals(
        List.of(
            "outcome.exit_code: 0 | 3",
            "stdout: line 2: \"two\" | line 2: \"Two\"",
            "files /d/new: left alone | deleted",
            "files /d/out: created, 5 bytes | created, 6 bytes",
            "calls[1]: proc_exit() = ESUCCESS at fuel 9 | fd_read() = ESUCCESS at fuel 8 from 8",
            "fuel_used: 1,234 | 2,345",
            "memory_growths[0]: 1 page at fuel 10 | none from 10",
            "module_sha256: 0123456789ab… | ffffffffffff…"),
        found);
  }

  @Test
  void saysOfAnotherOutcomeOnlyThat() {
    var expected = ExpectedReport.of(report());
    outcome = new Outcome.Trapped("unreachable", List.of());
    assertEquals(
        List.of(new Difference("outcome", "exited: exited with code 0", "trapped: unreachable")),
        ExpectedReport.compare(expected, report()));
  }

  @Test
  void comparesOnlyWhatIsExpected() {
    var all = ExpectedReport.of(report());
    var only =
        new Expected(
            Optional.of("exited"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            all.stdout(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    outcome = new Outcome.Exited(9);
    fuel = 5;
    calls = List.of();
    digest = "";
    assertEquals(List.of(), ExpectedReport.compare(only, report()));
  }

  @Test
  void expectsOfARunThatWasStoppedOnlyThat() {
    outcome = new Outcome.TimedOut("took longer than 1 s");
    var expected = ExpectedReport.of(report());
    fuel = 99;
    stdout = bytes("other");
    outcome = new Outcome.TimedOut("took longer than 1 s here too");
    assertEquals(List.of(), ExpectedReport.compare(expected, report()));
    outcome = new Outcome.Exited(0);
    assertEquals(1, ExpectedReport.compare(expected, report()).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `a\\n`     | `a`        | `line 1: a line end`        | `line 1: no line end`
          `a`        | `a\\n`     | `line 1: no line end`       | `line 1: a line end`
          `a\\nb\\n` | `a\\n`     | `line 2: "b"`               | `line 2: nothing more`
          `a\\n`     | `a\\n\\n`  | `line 2: nothing more`      | `line 2: ""`
          `a\\r\\n`  | `a\\n`     | `line 1: "a\\r"`            | `line 1: "a"`
          `é`        | `è`        | `line 1: "é"`               | `line 1: "è"`
          ``         | `x`        | `line 1: nothing more`      | `line 1: "x"`
          """)
  void namesTheFirstLineThatDiffers(String one, String two, String expected, String actual) {
    var difference =
        StreamDifference.of("stdout", bytes(unescaped(one)), bytes(unescaped(two))).orElseThrow();
    assertEquals(expected, difference.expected());
    assertEquals(actual, difference.actual());
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @Test
  void showsTheMiddleOfLongLines() {
    String same = "x".repeat(5_000);
    var difference =
        StreamDifference.of("stdout", bytes(same + "A" + same), bytes(same + "B" + same))
            .orElseThrow();
    assertTrue(difference.expected().contains("xA"), difference.expected());
    assertTrue(difference.actual().contains("xB"), difference.actual());
    assertTrue(difference.expected().length() < 160, difference.expected());
  }

  @Test
  void tellsBytesApartThatAreNoText() {
    var difference =
        StreamDifference.of("stdout", new byte[] {(byte) 0xfe}, new byte[] {(byte) 0xff})
            .orElseThrow();
    assertEquals("line 1: byte 0xfe", difference.expected());
    assertEquals("line 1: byte 0xff", difference.actual());
  }
}
