package sandglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleReader;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Content;
import sandglass.capsule.Sharing;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** Capsules from the command line, through the real sandbox. */
class CapsuleCliTest {
  private static final Sandbox SANDBOX = Sandbox.inMemory();
  private static final String CALC =
      Path.of("src", "test", "resources", "interpreter", "calc.wasm").toAbsolutePath().toString();
  private static final Path SAMPLES = Path.of("samples").toAbsolutePath();

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] stdin = {};

  @AfterAll
  static void closeSandbox() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run SAMPLES/hello.wat | 0",
        "run SAMPLES/primes.py | 0",
        "run SAMPLES/c-word-count.wasm --stdin SAMPLES/words.py | 0",
        "run SAMPLES/c-word-count.wasm --stdin SAMPLES/words.py --by-path | 0",
        "run SAMPLES/trap-divide-by-zero.wat | 134",
        "run SAMPLES/loop.wat --fuel 1M | 137",
        "run SAMPLES/flood.wat --output 10k | 137",
        "run SAMPLES/file-reader.wat --dir SAMPLES/data/library::library | 0",
        "run SAMPLES/file-writer.wat --dir SAMPLES/data/notebook::notebook:rw --by-path | 0",
        "run SAMPLES/args-and-env.wat --env A=b --seed 7 --engine interpreter -- x | 0",
        "run SAMPLES/factorial.wat --invoke factorial 5 | 0",
        "run SAMPLES/traceback.py | 1",
        "run --interpreter CALC sums.rpn --stdin in.txt -- 6 | 0",
        "run --interpreter CALC sums.rpn --stdin in.txt --clock off -- 6 | 0",
      })
  void runsWhatItSavedToAnEqualReport(String command, int status) throws Exception {
    Files.writeString(folder.resolve("sums.rpn"), "1 2 +\n$1 in *\n");
    Files.writeString(folder.resolve("in.txt"), "7\n");
    Path capsule = Files.createDirectory(folder.resolve("saved")).resolve("x.sandglass.json");

    String first = report(command.replaceFirst("run", "run --save-capsule " + capsule), status);
    assertEquals(first, report("run " + capsule, status));
    assertEquals(0, execute("check " + capsule), out());

    // The same capsule once more, as the run of a capsule in another folder.
    Path again = folder.resolve("again.sandglass.json");
    assertEquals(first, report("run " + capsule + " --save-capsule " + again, status));
    assertEquals(0, execute("check " + again), out());
    out.reset();
    assertEquals(0, execute("diff --no-run " + again + " " + again), out());
  }

  /** The report without what differs from run to run. */
  private String report(String command, int status) throws IOException {
    Path file = folder.resolve("report.json");
    assertEquals(status, execute(command.replaceFirst("run", "run --report " + file)), err());
    return Files.readString(file).replaceAll("\"(elapsed|startup)_ms\" : [0-9.]+", "");
  }

  @Test
  void savesTheSameLineAsTheCapsuleSays() throws Exception {
    execute("run", sample("hello.wat"), "--fuel", "5M", "--save-capsule", path("x.json"));
    var shared = Sharing.commandLine(read("x.json"));
    assertEquals("sandglass run --fuel 5000000 hello.wat", shared.text());
  }

  @Test
  void remembersWhatCameLive() throws Exception {
    stdin = "Ada\n".getBytes(UTF_8);
    assertEquals(
        0,
        execute("run", sample("ask-name.wat"), "--stdin", "-", "--save-capsule", path("x.json")),
        err());
    String said = out();
    assertEquals(Content.of("Ada\n"), read("x.json").world().stdin());
    out.reset();
    assertEquals(0, execute("run", path("x.json")));
    assertEquals(said, out());
    assertEquals(0, execute("check", path("x.json")), out());
  }

  @Test
  void letsOptionsWin() throws Exception {
    execute(
        "run",
        sample("args-and-env.wat"),
        "--env",
        "A=1",
        "--env",
        "B=2",
        "--save-capsule",
        path("x.json"),
        "--",
        "one");
    execute(
        "run",
        path("x.json"),
        "--env",
        "B=3",
        "--fuel",
        "9M",
        "--clock",
        "off",
        "--seed",
        "4",
        "--engine",
        "interpreter",
        "--dir",
        folder + "::/d",
        "--save-capsule",
        path("y.json"),
        "--",
        "two",
        "three");
    var file = read("y.json");
    assertEquals(List.of("two", "three"), file.world().args());
    assertEquals("{A=1, B=3}", file.world().env().toString());
    assertEquals(9_000_000, file.limits().fuel());
    assertEquals("OFF", file.world().clock().name());
    assertEquals(4, file.world().random().seed());
    assertEquals("INTERPRETER", file.engine().name());
    assertEquals("/d", file.world().folders().getFirst().guest());
  }

  @Test
  void callsTheSavedExportWithOtherArguments() throws Exception {
    execute(
        "run",
        sample("factorial.wat"),
        "--invoke",
        "factorial",
        "5",
        "--save-capsule",
        path("x.json"));
    out.reset();
    assertEquals(0, execute("run", path("x.json"), "--", "6"), err());
    assertEquals("720", out().strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run x.json --interpreter cpython | 64 | is a capsule, which names its own interpreter",
        "run x.json -c | 64 | is a capsule, which names its own interpreter",
        "run SAMPLES/hello.wat --by-path | 64 | --by-path is for --save-capsule",
        "run gone.sandglass.json | 65 | gone.sandglass.json: there is no such file",
        "run other.json | 65 | is not a capsule; a capsule begins with",
        "run newer.json | 65 | open it with a newer one",
        "run wrong.json | 65 | wrong.json:1:69: error: program.wta: is not known; did you mean",
        "run text.json | 65 | x.wat:1:10: error",
        "run SAMPLES/hello.wat --save-capsule none/x.json | 74 | there is no such folder",
        "diff x.json gone.json | 65 | gone.json: there is no such file",
        "diff x.json | 64 | missing required parameter",
        "check | 64 | missing required parameter",
      })
  void saysWhatIsWrong(String command, int status, String message) throws IOException {
    String begin = "{\"sandglass\": \"capsule\", \"version\": 1, \"name\": \"x.wat\"";
    Files.writeString(folder.resolve("x.json"), begin + ", \"program\": {\"wat\": \"(module)\"}}");
    Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
    Files.writeString(folder.resolve("newer.json"), begin.replace("1", "2") + "}");
    Files.writeString(folder.resolve("wrong.json"), begin + ", \"program\": {\"wta\": 1}}");
    Files.writeString(
        folder.resolve("text.json"), begin + ", \"program\": {\"wat\": \"(module (fun))\"}}");
    assertEquals(status, execute(command), err());
    assertTrue(err().contains(message), err());
  }

  @Test
  void checksFoldersInOrder() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("b/deep"));
    execute("run", sample("hello.wat"), "--save-capsule", path("a.sandglass.json"));
    var hello = read("a.sandglass.json");
    write(deep.resolve("x.sandglass.json"), changed(hello, "Hello", "Hallo"));
    write(deep.resolve("y.sandglass.json"), hello.withExpected(Optional.empty()));
    Files.writeString(deep.resolve("z.sandglass.json"), "{");
    Files.writeString(deep.resolve("other.json"), "{}");
    Files.createSymbolicLink(folder.resolve("b/out"), SAMPLES);
    out.reset();

    assertEquals(65, execute("check", folder.toString()));

    var lines = out().lines().toList();
    assertEquals("ok       " + folder + "/a.sandglass.json", lines.get(0));
    assertEquals("FAILED   " + deep + "/x.sandglass.json", lines.get(1));
    assertEquals(
        "         stdout: expected line 1: \"Hello from WASI!\", but it is line 1: \"Hallo from"
            + " WASI!\"",
        lines.get(2));
    assertTrue(lines.get(3).contains(", from fuel 6 on"), lines.get(3));
    assertTrue(lines.get(4).contains("module_sha256: expected "), lines.get(4));
    assertTrue(
        lines.get(5).startsWith("ERROR    " + deep + "/y.sandglass.json: expects nothing; add"));
    assertTrue(lines.get(6).startsWith("ERROR    " + deep + "/z.sandglass.json:"), lines.get(6));
    assertEquals("4 capsules: 1 ok, 1 failed, 2 could not be checked", lines.get(7));
    assertEquals(8, lines.size(), out());

    assertEquals(1, execute("check", path("a.sandglass.json"), deep + "/x.sandglass.json"));
    assertEquals(0, execute("check", path("a.sandglass.json"), path("a.sandglass.json")));
    out.reset();
    Files.createDirectory(folder.resolve("empty"));
    assertEquals(65, execute("check", path("empty")));
    assertTrue(out().contains("there is no capsule in it"), out());
  }

  @Test
  void updatesWhatIsExpectedAndNoMore() throws Exception {
    execute("run", sample("hello.wat"), "--save-capsule", path("a.sandglass.json"));
    var hello = read("a.sandglass.json");
    Path all = folder.resolve("a.sandglass.json");
    write(all, changed(hello, "Hello", "Hallo"));
    assertEquals(0, execute("check", "--update", all.toString()));
    assertEquals(0, execute("check", all.toString()));

    Path only = folder.resolve("only.sandglass.json");
    String json = CapsuleWriter.write(hello.withExpected(Optional.empty()));
    Files.writeString(
        only, json.replaceFirst("\n}\\s*$", ",\n\"expected\": {\"stdout\": \"old\"}}"));
    assertEquals(1, execute("check", only.toString()));
    assertEquals(0, execute("check", "--update", only.toString()));
    var expected = read("only.sandglass.json").expected().orElseThrow();
    assertEquals(new Content.Here("Hello from WASI!\n".getBytes(UTF_8)), expected.stdout().get());
    assertTrue(expected.fuelUsed().isEmpty() && expected.outcome().isEmpty());

    write(only, hello.withExpected(Optional.empty()));
    out.reset();
    assertEquals(0, execute("check", "--update", only.toString()));
    assertTrue(out().startsWith("updated  "), out());
    assertEquals(hello, read("only.sandglass.json"));
  }

  @Test
  void writesResultsForBuildServers() throws Exception {
    execute("run", sample("hello.wat"), "--save-capsule", path("a.sandglass.json"));
    var hello = read("a.sandglass.json");
    write(
        folder.resolve("b.sandglass.json"), changed(hello, "Hello", "<&\\1b\\00\\ef\\bf\\bf\\22"));
    Path xml = folder.resolve("out.xml");
    assertEquals(1, execute("check", folder.toString(), "--junit", xml.toString()));

    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(xml.toFile())
            .getDocumentElement();
    assertEquals("2", root.getAttribute("tests"));
    assertEquals("1", root.getAttribute("failures"));
    var failure = root.getElementsByTagName("failure").item(0);
    assertTrue(failure.getTextContent().contains("<&"), failure.getTextContent());
    assertTrue(failure.getTextContent().contains("u001b"), failure.getTextContent());
  }

  @Test
  void tellsTwoCapsulesApart() throws Exception {
    execute("run", sample("hello.wat"), "--save-capsule", path("a.json"));
    var hello = read("a.json");
    write(folder.resolve("b.json"), changed(hello, "i32.const 8", "i32.const 12"));
    out.reset();
    assertEquals(0, execute("diff", path("a.json"), path("a.json")));
    assertTrue(out().contains("The capsules are the same."), out());
    assertTrue(out().contains("The runs are the same."), out());
    out.reset();

    execute("run", path("a.json"), "--fuel", "1", "--env", "A=b", "--save-capsule", path("b.json"));
    assertEquals(1, execute("diff", path("a.json"), path("b.json")));
    assertTrue(out().contains("  limits.fuel\n    - 100,000,000\n    + 1\n"), out());
    assertTrue(out().contains("  world.env.A\n    - none\n    + \"b\"\n"), out());
    assertFalse(out().contains("program"), out());
  }

  @Test
  void saysFromWhichFuelOnRunsDiffer() throws Exception {
    execute("run", sample("hello.wat"), "--save-capsule", path("a.json"));
    write(folder.resolve("b.json"), changed(read("a.json"), "from WASI", "from wasi"));
    out.reset();
    assertEquals(1, execute("diff", path("a.json"), path("b.json")));
    assertTrue(out().contains("The runs, which differ from fuel 6 on:"), out());
    assertTrue(out().contains("    + line 1: \"Hello from wasi!\""), out());
  }

  private static CapsuleFile changed(CapsuleFile file, String from, String to) {
    String text = ((Code.Wat) file.program()).text();
    // In the data, not in the comments.
    int data = text.indexOf("(module");
    return new CapsuleFile(
        file.name(),
        new Code.Wat(text.substring(0, data) + text.substring(data).replace(from, to)),
        file.entry(),
        file.limits(),
        file.world(),
        file.engine(),
        file.expected());
  }

  private static void write(Path path, CapsuleFile file) throws IOException {
    Files.writeString(path, CapsuleWriter.write(file));
  }

  private CapsuleFile read(String name) throws Exception {
    return CapsuleReader.read(name, Files.readString(folder.resolve(name)));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String sample(String name) {
    return SAMPLES.resolve(name).toString();
  }

  /** A line of words; names of files without a folder are those of the temporary one. */
  private int execute(String line) {
    return execute(
        Arrays.stream(line.split(" "))
            .map(word -> word.replace("SAMPLES", SAMPLES.toString()).replace("CALC", CALC))
            .map(
                word ->
                    word.matches("(none/)?[a-z]+(\\.sandglass)?\\.(json|rpn|txt)")
                        ? path(word)
                        : word)
            .toArray(String[]::new));
  }

  private int execute(String... args) {
    var interpreters = new Interpreters(new Store(folder.resolve("store")), name -> null);
    var cli =
        new Cli(
            new Terminal(new ByteArrayInputStream(stdin), out, err),
            (capsule, o, e, loading) -> SANDBOX.start(capsule, new Streams(o, e), loading),
            interpreters,
            false);
    return cli.execute(args);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }
}
