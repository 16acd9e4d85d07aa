package sandglass.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.data.DataException;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

class CapsuleFormatTest {
  private static final int ROUNDS = 1_000;
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private final CapsuleSchema schema = new CapsuleSchema();

  @Test
  void readsWhatItWroteWhateverItIs() throws DataException {
    var capsules = new GeneratedCapsules(6);
    for (int i = 0; i < ROUNDS; i++) {
      CapsuleFile file = capsules.next();
      String json = CapsuleWriter.write(file);
      CapsuleFile read = CapsuleReader.read("capsule", json);
      assertEquals(file, read, json);
      assertEquals(json, CapsuleWriter.write(read));
    }
  }

  @Test
  void writesWhatTheSchemaAllows() {
    var capsules = new GeneratedCapsules(7);
    for (int i = 0; i < ROUNDS; i++) {
      String json = CapsuleWriter.write(capsules.next());
      assertEquals(List.of(), schema.errors(json), json);
    }
  }

  @Test
  void describesEachFieldOfTheSchema() throws Exception {
    JsonNode root = new ObjectMapper().readTree(CapsuleSchema.text());
    assertTrue(root.get("$id").asText().startsWith("urn:"));
    checkDescriptions("", root);
  }

  /** Each property of an object says what it is for, or refers to a definition that does. */
  private static void checkDescriptions(String path, JsonNode node) {
    if ("object".equals(node.path("type").asText())) {
      node.path("properties")
          .properties()
          .forEach(
              field -> {
                JsonNode value = field.getValue();
                boolean said = value.has("description") || value.has("$ref");
                assertTrue(said || value.isBoolean(), path + ": " + field.getKey());
              });
    }
    node.properties()
        .forEach(field -> checkDescriptions(path + "/" + field.getKey(), field.getValue()));
  }

  @Test
  void readsWellForPeople() {
    var file =
        new CapsuleFile(
            "add.wat",
            new Code.Wat("(module\n  (func (export \"one\") (result i32) i32.const 1))\n"),
            new Entry.Invoke("one", List.of()),
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.empty());
    assertEquals(
        """
        {
          "sandglass": "capsule",
          "version": 1,
          "name": "add.wat",
          "program": {"wat": ["(module", "  (func (export \\"one\\") (result i32) i32.const 1))", ""]},
          "entry": {"export": "one", "args": []},
          "limits": {
            "fuel": 100000000,
            "memory_bytes": 268435456,
            "timeout_ms": 30000,
            "module_bytes": 52428800,
            "output_bytes": 67108864,
            "file_bytes": 268435456,
            "table_elements": 10000
          },
          "world": {
            "args": [],
            "env": {},
            "stdin": {"text": ""},
            "folders": [],
            "clock": "virtual",
            "random": "seeded",
            "seed": 0
          },
          "engine": "compiled"
        }
        """,
        CapsuleWriter.write(file));
  }

  @Test
  void takesAShortOneForTheUsual() throws DataException {
    var read = read("'program': {'wat': '(module)'}");
    assertEquals(Entry.START, read.entry());
    assertEquals(Limits.DEFAULT, read.limits());
    assertEquals(GivenWorld.EMPTY, read.world());
    assertEquals(Engine.COMPILED, read.engine());
    assertEquals(Optional.empty(), read.expected());

    var script =
        read(
            "'program': {'script': ['print(1)'], 'interpreter': {'id': 'cpython'}},"
                + " 'limits': {'timeout_ms': 0.5}");
    assertEquals(Interpreter.LIMITS.withTimeout(Duration.ofNanos(500_000)), script.limits());
  }

  @Test
  void hidesNothingFromTheReader() {
    var file =
        new CapsuleFile(
            "x",
            new Code.Wat(";; \u202egood\u0007\ud800"),
            Entry.START,
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.empty());
    String json = CapsuleWriter.write(file);
    assertTrue(json.contains(";; \\u202egood\\u0007\\ud800"), json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                             | c: is not a capsule; it is a list, and a capsule begins
          {'a': 1}                       | c: is not a capsule; a capsule begins with {"sandglass"
          {'sandglass': 'session'}       | c: is not a capsule; its mark is "session", and a capsule
          {'sandglass': 'capsule', 'version': 2, 'x': 1} | c:1:37: error: version: is newer than 1
          {'sandglass': 'capsule',       | c:1:
          """)
  void saysWhatIsNoCapsule(String json, String message) {
    var e = refused(json.replace('\'', '"'));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
    assertEquals(1, e.problems().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `program`: {}                          | program: needs one of wat, python, script, module
          `program`: {`wat`: ``, `python`: ``}   | program: has wat and python; leave all but one
          `program`: {`wat`: 5}                  | program.wat: must be a text or a list of lines
          `program`: {`wat`: [5]}                | program.wat: must be a list of texts, a line each
          `program`: {`wat`: ``, `packages`: []} | program.packages: is for a script
          `program`: {`wta`: ``}                 | program.wta: is not known; did you mean wat?
          `program`: {`script`: ``}              | program.interpreter: is missing
          `program`: {`script`: ``, `interpreter`: {}} | program.interpreter: needs one of id, path
          `program`: {`module`: {`base64`: `*`}} | program.module.base64: is not base64
          `program`: {`module`: {`path`: `x`}}   | program.module.sha256: is missing
          `program`: {`module`: {`base64`: ``, `sha256`: `x`}} | program.module.sha256: is for a path
          `program`: {`module`: {`path`: `x`, `sha256`: `5`}} | program.module.sha256: is no SHA-256
          `program`: {`module`: {`text`: `x`}}   | program.module: needs one of base64, path
          W, `limits`: {`fuel`: 0}               | limits.fuel: must be between 1 and 1,000,000,000
          W, `limits`: {`fuel`: 1.5}             | limits.fuel: must be a whole number
          W, `limits`: {`fuel`: 1e999999999}     | limits.fuel: must be between
          W, `limits`: {`fule`: 5}               | limits.fule: is not known; did you mean fuel?
          W, `limits`: {`timeout_ms`: 0}         | limits.timeout_ms: must be above 0
          W, `limits`: {`timeout_ms`: `1`}       | limits.timeout_ms: must be a number
          W, `world`: {`clock`: `fast`}          | world.clock: must be one of virtual, real, off
          W, `world`: {`random`: `off`, `seed`: 1} | world.seed: is for seeded random numbers
          W, `world`: {`env`: {`A`: 1}}          | world.env.A: must be a text, not a number
          W, `world`: {`env`: {`A`: null}}       | world.env.A: is missing
          W, `world`: {`stdin`: {}}              | world.stdin: needs one of text, base64, path
          W, `world`: {`folders`: [{`files`: []}]} | world.folders[0].guest: is missing
          W, `world`: {`folders`: [{`guest`: `/d`}]} | world.folders[0]: needs one of files, path
          W, `entry`: {`args`: []}               | entry.export: is missing
          W, `engine`: `fast`                    | engine: must be one of compiled, interpreter
          W, `expected`: {`outcome`: {`kind`: `ok`}} | expected.outcome.kind: must be one of
          W, `expected`: {`stdout`: ``, `stdout_base64`: ``} | expected.stdout_base64: is there
          W, `expected`: {`calls`: [{`fuel`: 1}]} | expected.calls[0].call: is missing
          W, `expected`: {`fuel_used`: -1}       | expected.fuel_used: must be between 0 and
          W, `expected`: {`colour`: 1}           | expected.colour: is not known
          W, `version`: 1                        | version: is there twice
          W, `colour`: 1                         | colour: is not known; known are
          """)
  void saysWhereAndWhatIsWrong(String fields, String message) {
    String json = capsule(fields.replace("W,", "'program': {'wat': ''},"));
    var e = refused(json);
    assertTrue(e.getMessage().startsWith("c:1:"), e.getMessage());
    assertTrue(
        e.problems().stream().anyMatch(p -> (p.path() + ": " + p.message()).startsWith(message)),
        e.getMessage());
    if (!message.contains("twice")) {
      assertFalse(schema.errors(json).isEmpty(), json);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          F../x      | holds ".."; write the path without it
          Fa/../x    | holds ".."
          Fa/./x     | holds "."
          F/etc/x    | is absolute
          FC:/x      | is absolute
          Fa\\\\b    | holds a backslash
          Fa\\u0000b | holds a NUL
          Fa//b      | has a / at its end or two in a row
          Fa/        | has a / at its end
          F          | is empty
          """)
  void refusesPathsThatLeadAway(String path, String message) {
    String json = folder("{'path': '" + path.substring(1) + "', 'text': ''}");
    var e = refused(json);
    assertEquals("world.folders[0].files[0].path", e.problems().getFirst().path());
    assertTrue(e.problems().getFirst().message().startsWith(message), e.getMessage());
    assertFalse(schema.errors(json).isEmpty(), json);
  }

  @Test
  void refusesItemsThatCannotBeTogether() {
    String file = "{'path': 'a', 'text': ''}";
    String below = "{'path': 'a/b/c', 'directory': true}";
    assertTrue(
        message(folder(file + "," + file)).contains("is there twice; leave one of them out"));
    assertTrue(message(folder(file + "," + below)).contains("lies below a, which is no folder"));
    assertTrue(message(folder(below + "," + file)).contains("has others below it, but is no"));
  }

  @Test
  void knowsNoTimesBelowANanosecond() {
    String json = capsule("'program': {'wat': ''}, 'limits': {'timeout_ms': 1e-9}");
    assertTrue(message(json).contains("limits.timeout_ms: has more than 6 digits"));
  }

  @Test
  void findsEverythingThatIsWrongAtOnce() {
    var e =
        refused(
            capsule(
                "'program': {'wat': 1}, 'limits': {'fuel': 0, 'memory': 1}, 'engine': 'x',"
                    + " 'world': {'args': [1, 2]}"));
    assertEquals(6, e.problems().size(), e.getMessage());
  }

  private String message(String json) {
    return refused(json).getMessage();
  }

  private static DataException refused(String json) {
    return assertThrows(DataException.class, () -> CapsuleReader.read("c", json));
  }

  private static CapsuleFile read(String fields) throws DataException {
    return CapsuleReader.read("c", capsule(fields));
  }

  private static String folder(String items) {
    return capsule(
        "'program': {'module': {'path': 'x', 'sha256': '"
            + DIGEST
            + "'}}, 'world': {'folders': [{'guest': '/d', 'files': ["
            + items
            + "]}]}");
  }

  private static String capsule(String fields) {
    String json = "{'sandglass': 'capsule', 'version': 1, 'name': 'main', " + fields + "}";
    return json.replace('\'', '"').replace('`', '"');
  }
}
