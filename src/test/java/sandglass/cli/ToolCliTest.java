package sandglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.interpreter.TestInterpreters;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.tool.Calls;

/** {@code sandglass tool}, {@code config}, and {@code run --config}. */
class ToolCliTest {
  private static final Sandbox sandbox = Sandbox.inMemory();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HELLO =
      "{\"tool\":\"code_executor\",\"parameters\":{\"wasm_base64\":\"%s\"}}"
          .formatted(Calls.sample("hello.wat"));
  private static final String SPIN =
      "{\"tool\":\"code_executor\",\"parameters\":{\"wasm_base64\":\"%s\"}}"
          .formatted(Calls.base64("(module (func (export \"_start\") (loop $on (br $on))))"));

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private int execute(InputStream in, OutputStream to, String... args) {
    var cli =
        new Cli(
            new Terminal(in, to, err),
            (capsule, stdout, stderr, loading) ->
                sandbox.start(capsule, new Streams(stdout, stderr), loading),
            TestInterpreters.none(),
            () -> sandbox,
            false);
    return cli.execute(args);
  }

  private int execute(String in, String... args) {
    out.reset();
    err.reset();
    return execute(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines() {
    return out().lines().map(ToolCliTest::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void answersOneCallWithIndentedJson() {
    assertEquals(0, execute(HELLO + "\n", "tool"));
    assertTrue(
        out().startsWith("{\n  \"tool\" : \"code_executor\",\n  \"success\" : true,"), out());
    assertEquals("Hello from WASI!\n", json(out()).path("output").asText());
    assertEquals("", err());
    String one = out();
    String spread = HELLO.replace(",", ",\n\n ").replace(":", "\n:");
    assertEquals(0, execute("\n \n" + spread, "tool", "-"));
    assertEquals(
        json(one).path("metadata").path("module"), json(out()).path("metadata").path("module"));
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("call.json"), HELLO);
    assertEquals(0, execute("", "tool", file.toString()));
    assertTrue(json(out()).path("success").asBoolean());
    assertEquals(65, execute("", "tool", file + "x"));
    assertEquals(file + "x: there is no such file; check the name\n", err());
    assertEquals(65, execute("", "tool", folder.toString()));
    assertEquals(folder + ": is a folder; name a file in it\n", err());
  }

  @Test
  void letsACallNameAnyFile() throws IOException {
    Path module = folder.resolve("hello.wasm");
    Files.write(module, Base64.getDecoder().decode(Calls.sample("hello.wat")));
    var call = JSON.createObjectNode().put("tool", "code_executor");
    call.putObject("parameters").put("wasm_path", module.toString());
    assertEquals(0, execute(call.toString(), "tool"));
  }

  @Test
  void answersEachLineInOrder() {
    String bad = "{\"tool\":\"code_executor\",\"parameters\":{\"wasm_base64\":\"!\"}}";
    int status = execute(String.join("\n", HELLO, bad, "", "garbage", SPIN, HELLO), "tool");
    assertEquals(65, status);
    assertEquals(
        List.of(true, false, false, false, true),
        lines().stream().map(line -> line.path("success").asBoolean()).toList());
    JsonNode second = lines().get(1);
    assertEquals("code_executor", second.path("tool").asText());
    assertTrue(second.path("error").asText().startsWith("parameters.wasm_base64: "), out());
    assertEquals("invalid", second.path("metadata").path("refused").asText());
    JsonNode third = lines().get(2);
    assertEquals(4, third.path("metadata").path("problems").path(0).path("line").asInt(), out());
    assertTrue(lines().get(3).path("error").asText().contains("used up its fuel"), out());
  }

  @Test
  void findsLinesBehindOneThatIsNone() {
    assertEquals(65, execute("garbage\n" + HELLO + "\n" + HELLO, "tool"));
    assertEquals(
        List.of(false, true, true),
        lines().stream().map(line -> line.path("success").asBoolean()).toList());
  }

  @Test
  void tellsFailureFromSuccess() {
    assertEquals(1, execute(SPIN, "tool"));
    assertEquals(1, execute(HELLO + "\n" + SPIN, "tool"));
    assertEquals(0, execute(HELLO + "\n" + HELLO, "tool"));
    assertEquals(0, execute("", "tool", "--lines"));
    assertEquals("", out());
    assertEquals(0, execute(HELLO, "tool", "--lines"));
    assertEquals(1, out().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "{", "[1]", "{\"tool\":", "\u0000", "}", "{\"tool\": \"x\"}", "nul"})
  void answersWhatIsNoCallWithJson(String text) {
    for (String option : List.of("-", "--lines")) {
      int status = execute(text, "tool", option);
      boolean none = option.equals("--lines") && text.isBlank();
      assertEquals(none ? 0 : 65, status);
      if (!none) {
        assertFalse(json(out()).path("success").asBoolean());
        assertFalse(json(out()).path("error").asText().isEmpty());
      }
      assertEquals("", err());
    }
  }

  @Test
  void refusesDeepJsonLongLinesAndWhatIsNoUtf8() {
    assertEquals(65, execute("{\"tool\":" + "[".repeat(1_000_000), "tool", "--lines"));
    assertTrue(json(out()).path("error").asText().contains("more than 100 objects"), out());
    String small = "1KiB"; // and 16 MiB for the rest of a call
    String large = "x".repeat(17 << 20);
    assertEquals(65, execute(large + "\n" + HELLO, "tool", "--lines", "--module-size", small));
    assertTrue(lines().get(0).path("error").asText().contains("has more than the 16"), err());
    assertTrue(lines().get(1).path("success").asBoolean());
    assertEquals(65, execute(large + "\n" + large, "tool", "--module-size", small));
    assertTrue(json(out()).path("error").asText().contains("more than"), out());
    var latin = new ByteArrayInputStream(new byte[] {'{', (byte) 0xe9, '}'});
    out.reset();
    assertEquals(65, execute(latin, out, "tool"));
    assertEquals(
        "is not UTF-8 from byte 1 on; send UTF-8", json(out()).path("error").asText(), out());
  }

  /** As another program would: it sends a call when it has the answer to the one before. */
  @Test
  void answersALineBeforeItReadsTheNext() throws Exception {
    var calls = new PipedOutputStream();
    var answers = new PipedInputStream(1 << 16);
    var in = new PipedInputStream(calls, 1 << 16);
    var to = new PipedOutputStream(answers);
    var status = CompletableFuture.supplyAsync(() -> execute(in, to, "tool", "--lines"));
    var reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
    for (int i = 0; i < 3; i++) {
      calls.write((HELLO + "\n").getBytes(StandardCharsets.UTF_8));
      calls.flush();
      assertTrue(json(reader.readLine()).path("success").asBoolean());
    }
    calls.close();
    assertEquals(0, status.get(1, TimeUnit.MINUTES));
  }

  @Test
  void endsWhenNobodyReadsTheAnswers() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    var in = new ByteArrayInputStream((HELLO + "\n" + HELLO).getBytes(StandardCharsets.UTF_8));
    assertEquals(141, execute(in, closed, "tool", "--lines"));
  }

  @Test
  void takesLimits() {
    assertEquals(1, execute(SPIN, "tool", "--fuel", "1000"));
    assertTrue(json(out()).path("error").asText().contains("fuel of 1,000 units"), out());
    assertEquals(64, execute(SPIN, "tool", "--timeout", "0s"));
    assertEquals(64, execute(SPIN, "tool", "--lines", "--save-capsule", "x"));
  }

  @Test
  void savesACapsuleOfASingleCall() throws Exception {
    Path file = folder.resolve("hello" + CapsuleFile.SUFFIX);
    assertEquals(0, execute(HELLO, "tool", "--save-capsule", file.toString()), err());
    CapsuleFile capsule = CapsuleReader.read(file.toString(), Files.readString(file));
    assertEquals("/workspace", capsule.world().folders().getFirst().guest());
    assertEquals(List.of("."), capsule.world().folders().getFirst().also());
    assertEquals(6, capsule.expected().orElseThrow().fuelUsed().orElseThrow());
    Path other = folder.resolve("other");
    assertEquals(65, execute("{}", "tool", "--save-capsule", other.toString()));
    assertTrue(err().contains("not written"), err());
    assertEquals(65, execute(HELLO + "\n" + HELLO, "tool", "--save-capsule", other.toString()));
    assertTrue(out().contains("there are several calls"), out());
    assertFalse(Files.exists(other));
  }

  private String settings(String text) throws IOException {
    return Files.writeString(folder.resolve("shannon.yaml"), text).toString();
  }

  @Test
  void takesASettingsFile() throws IOException {
    String file = settings("wasi:\n  max_fuel: 2000\n");
    assertEquals(1, execute(SPIN, "tool", "--config", file));
    assertTrue(json(out()).path("error").asText().contains("fuel of 2,000 units"), out());
    assertEquals(1, execute(SPIN, "tool", "--config", file, "--fuel", "3000"));
    assertTrue(json(out()).path("error").asText().contains("fuel of 3,000 units"), out());
  }

  @Test
  void runsUnderASettingsFileWhereNoOptionSaysOtherwise() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    String file =
        settings(
            """
            wasi:
              max_fuel: 2000
              env_vars: {A: "from file", B: "from file"}
              allowed_paths: ["%s"]
              security: {allow_clock: false, allow_random: real}
            """
                .formatted(data));
    var seen = new ArrayList<sandglass.sandbox.Capsule>();
    var cli =
        new Cli(
            new Terminal(InputStream.nullInputStream(), out, err),
            (capsule, stdout, stderr, loading) -> {
              seen.add(capsule);
              return sandbox.start(capsule, new Streams(stdout, stderr), loading);
            },
            TestInterpreters.none(),
            () -> sandbox,
            false);
    cli.execute("run", "--config", file, "samples/hello.wat", "--env", "B=given");
    cli.execute(
        "run",
        "--config",
        file,
        "samples/hello.wat",
        "--fuel=9",
        "--clock=real",
        "--random=seeded",
        "--dir",
        folder + "::" + data);
    var first = seen.get(0);
    assertEquals(2000, first.limits().fuel());
    assertEquals("from file", first.world().env().get("A"));
    assertEquals("given", first.world().env().get("B"));
    assertEquals(sandglass.sandbox.wasi.Clock.OFF, first.world().clock());
    assertEquals(sandglass.sandbox.wasi.Random.REAL, first.world().random());
    assertEquals(data, first.world().folders().getFirst().host());
    var second = seen.get(1);
    assertEquals(9, second.limits().fuel());
    assertEquals(sandglass.sandbox.wasi.Clock.REAL, second.world().clock());
    assertEquals(sandglass.sandbox.wasi.Random.seeded(0), second.world().random());
    assertEquals(folder, second.world().folders().getFirst().host());
    assertEquals(1, second.world().folders().size());
  }

  @Test
  void saysWhatIsWrongWithASettingsFile() throws IOException {
    String file = settings("wasi:\n  max_fuell: 5\n  security: {allow_network: true}\n");
    for (String[] command :
        List.of(
            new String[] {"run", "--config", file, "samples/hello.wat"},
            new String[] {"tool", "--config", file},
            new String[] {"config", "--config", file})) {
      assertEquals(65, execute("", command));
      assertTrue(
          err()
              .contains(file + ":2:3: error: wasi.max_fuell: is not known; did you mean max_fuel?"),
          err());
      assertTrue(
          err().contains(":3:29: error: wasi.security.allow_network: cannot be true"), err());
    }
    assertEquals(65, execute("", "tool", "--config", file + "x"));
    assertEquals(file + "x: there is no such file; check the name\n", err());
  }

  @Test
  void printsAndWritesSettings() throws IOException {
    assertEquals(0, execute("", "config", "--fuel", "5"));
    assertTrue(out().startsWith("wasi:\n"), out());
    assertTrue(out().contains("  max_fuel: 5\n"), out());
    String all = out();
    Path written = folder.resolve("written.yaml");
    assertEquals(0, execute("", "config", "--fuel", "5", "--write", written.toString()));
    assertEquals("", out());
    assertEquals(all, Files.readString(written));
    assertEquals(0, execute("", "config", "--config", written.toString()));
    assertEquals(all, out());
    assertEquals(74, execute("", "config", "--write", folder + "/no/such.yaml"));
  }
}
