package sandglass.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramLoaderTest {
  private static final long LIMIT = 1 << 20;
  private static final byte[] MODULE = HexFormat.of().parseHex("0061736d01000000010401600000");

  @TempDir private Path folder;

  @Test
  void loadsAModuleWhateverItsName() throws Exception {
    for (String name : new String[] {"a.wasm", "b.wat", "c.txt", "d", "e.json"}) {
      assertArrayEquals(MODULE, load(name, MODULE).wasm());
    }
  }

  @Test
  void keepsTheSourceOfAText() throws Exception {
    String text = "(module (func))";
    assertEquals(text, load("a.WAT", text.getBytes(StandardCharsets.UTF_8)).source().orElseThrow());
  }

  @Test
  void loadsBase64Files() throws Exception {
    byte[] text = Base64.getMimeEncoder(10, new byte[] {'\r', '\n'}).encode(MODULE);
    for (String name : new String[] {"a.b64", "a.base64", "a.txt"}) {
      assertArrayEquals(MODULE, load(name, text).wasm());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | an empty file",
        "0a20 | white space",
        "1f8b0800 | gzip",
        "504b0304 | zip archive",
        "7f454c46 | ELF program",
        "89504e470d0a1a0a | PNG image",
        "ffd8ffe0 | JPEG image",
        "7b2261223a317d | JSON",
        "fffe28006d00 | UTF-16 (little-endian)",
        "0028006d006f0064 | UTF-16 (big-endian)",
        "286d6f64756c6529 | WebAssembly text; name the file .wat",
        "3c21444f43545950452068746d6c3e | HTML page",
        "68656c6c6f | text",
        "0102030405 | binary data that begins with 01 02 03 04",
      })
  void saysWhatSomethingElseLooksLike(String hex, String like) {
    var e = rejected("x.wasm", HexFormat.of().parseHex(hex));
    assertTrue(e.getMessage().contains("x.wasm: not a WebAssembly module but "), e.getMessage());
    assertTrue(e.getMessage().contains(like), e.getMessage());
  }

  @Test
  void compilesPython() throws Exception {
    var program = load("a.py", "print(1)\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("a.py", Path.of(program.name()).getFileName().toString());
    assertTrue(program.source().orElseThrow().contains("$py.print"));
    assertEquals(1, program.python().orElseThrow().sourceLine(textLine(program, "call $py.print")));
  }

  private static int textLine(Program program, String part) {
    String before = program.source().orElseThrow().split(Pattern.quote(part), 2)[0];
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "print('😀', lambda: 1) | 1:12:9 refused",
        "x = '😀😀'; y = {1, 2} | 1:15:6 refused",
        "x = 1\\r\\ny = '😀' +\\r\\n | 2:10:1 wrong",
        "x = 1\\ry = '😀'; z = = 2 | 2:14:1 wrong",
        "BOMx = = 2 | 1:5:1 wrong",
        "x = ('😀', | 1:5:1 wrong",
      })
  void countsPlacesInPythonInCharacters(String source, String place) {
    var e =
        assertThrows(
            ProgramException.InSource.class,
            () -> ProgramLoader.fromPython("a.py", source.translateEscapes().replace("BOM", "\ufeff"), LIMIT));
    var error = e.errors().getFirst();
    String kind = error.refused() ? "refused" : "wrong";
    assertEquals(
        place,
        error.line() + ":" + error.column() + ":" + error.length() + " " + kind,
        error.message());
  }

  @Test
  void refusesALargeFileBeforeReadingIt() throws IOException {
    Path file = folder.resolve("large.wasm");
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(2L << 30);
    }
    var e = assertThrows(ProgramException.Rejected.class, () -> ProgramLoader.load(file, LIMIT));
    assertTrue(e.getMessage().contains("has 2 GiB, more than the 1 MiB"), e.getMessage());
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    assertTrue(failure(folder).contains("is a folder"));
    assertTrue(failure(folder.resolve("none.wasm")).contains("no such file"));
    Path loop = folder.resolve("loop.wasm");
    Files.createSymbolicLink(loop, loop);
    assertTrue(failure(loop).startsWith(loop + ": "));
  }

  @Test
  void refusesDevices() {
    Path zero = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(zero));
    assertTrue(failure(zero).contains("device"));
  }

  @Test
  void refusesFilesWhoseSizeLies() {
    Path endless = Path.of("/proc/self/maps");
    Assumptions.assumeTrue(Files.exists(endless));
    var e = assertThrows(ProgramException.class, () -> ProgramLoader.load(endless, 10));
    assertTrue(e.getMessage().contains("has more than the 10 bytes"), e.getMessage());
  }

  @Test
  void namesUtf16AndInvalidUtf8() {
    var utf16 = rejected("a.wat", "(module)".getBytes(StandardCharsets.UTF_16));
    assertTrue(utf16.getMessage().contains("UTF-16"), utf16.getMessage());
    byte[] latin = "(module\n  ;; é\n)".getBytes(StandardCharsets.ISO_8859_1);
    var e = assertThrows(ProgramException.InSource.class, () -> load("b.wat", latin));
    assertEquals(2, e.errors().getFirst().line());
    assertEquals(6, e.errors().getFirst().column());
    assertTrue(e.getMessage().contains("byte 0xe9 at offset 13"), e.getMessage());
  }

  @Test
  void listsEveryErrorWithItsPlace() {
    byte[] text = "(module (func (foo))\n(func bar))".getBytes(StandardCharsets.UTF_8);
    var e = assertThrows(ProgramException.InSource.class, () -> load("b.wat", text));
    assertTrue(e.errors().size() >= 2, e.getMessage());
    assertTrue(e.getMessage().lines().allMatch(l -> l.matches(".*b\\.wat:\\d+:\\d+: error: .*")));
  }

  @Test
  void anInterruptedThreadLoadsNothing() throws Exception {
    var caught = new Exception[1];
    Path file = folder.resolve("a.wasm");
    Files.write(file, MODULE);
    var thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                ProgramLoader.load(file, LIMIT);
              } catch (ProgramException e) {
                caught[0] = e;
              }
            });
    thread.start();
    thread.join();
    assertInstanceOf(ProgramException.Interrupted.class, caught[0]);
  }

  @Test
  void limitsTextsAndBytesToo() {
    assertThrows(
        ProgramException.Rejected.class,
        () -> ProgramLoader.fromText("t", " ".repeat(100) + "(module)", 50));
    assertThrows(ProgramException.Rejected.class, () -> ProgramLoader.fromBytes("t", MODULE, 10));
    assertThrows(
        ProgramException.Rejected.class,
        () -> ProgramLoader.fromBase64("t", "AGFzbQEAAAA".repeat(100), 100));
  }

  private Program load(String name, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return ProgramLoader.load(file, LIMIT);
  }

  private ProgramException rejected(String name, byte[] content) {
    return assertThrows(ProgramException.Rejected.class, () -> load(name, content));
  }

  private static String failure(Path file) {
    return assertThrows(ProgramException.Rejected.class, () -> ProgramLoader.load(file, LIMIT))
        .getMessage();
  }
}
