package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.program.InspectionJson;
import sandglass.program.ModuleInspector;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Streams;

/** {@code inspect_module} and {@code compile_wat}, which run nothing. */
class ModuleToolsTest {
  private static final ToolPolicy POLICY = ToolPolicy.DEFAULT;

  private static ToolService service(ToolPolicy policy) {
    return new ToolService(List.of(new InspectModule(policy), new CompileWat(policy)));
  }

  private static ToolResult call(ToolPolicy policy, String tool, ObjectNode parameters) {
    return Calls.run(service(policy), Calls.call(tool, parameters));
  }

  private static ToolResult inspect(String base64) {
    return call(POLICY, "inspect_module", Calls.parameters().put("wasm_base64", base64));
  }

  private static ToolResult compile(String wat) {
    return call(POLICY, "compile_wat", Calls.parameters().put("wat", wat));
  }

  private static JsonNode json(ToolResult result) throws JsonProcessingException {
    return new ObjectMapper().readTree(result.output());
  }

  @Test
  void givesWhatTheInspectCommandGives() throws Exception {
    var result = inspect(Calls.sample("rust-primes.wasm"));
    assertTrue(result.success());
    byte[] module =
        ProgramLoader.load(Path.of("samples/rust-primes.wasm"), Limits.DEFAULT.moduleBytes())
            .wasm();
    assertEquals(
        InspectionJson.tree(ModuleInspector.inspect(module), Limits.DEFAULT).toString(),
        result.output());
    assertTrue(json(result).path("runs_here").asBoolean());
    assertTrue(result.exitCode().isEmpty());
  }

  @Test
  void saysWhyAModuleCannotRunHere() throws Exception {
    var result =
        inspect(
            Calls.base64(
                """
                (module (import "env" "print" (func (param i32)))
                  (memory 5000) (table 20000 funcref) (func (export "_start")))
                """));
    assertTrue(result.success(), "looking at it is what was asked");
    assertFalse(json(result).path("runs_here").asBoolean(true));
    var obstacles = json(result).path("obstacles");
    assertEquals(3, obstacles.size(), obstacles.toString());
    assertTrue(obstacles.get(0).asText().startsWith("it imports env.print: "));
    assertTrue(obstacles.get(1).asText().contains("above the memory limit of 256 MiB"));
    assertTrue(obstacles.get(2).asText().contains("20,000 elements"));
    assertFalse(json(result).at("/imports/0/supported").asBoolean(true));
  }

  @Test
  void refusesWhatIsNoModule() {
    for (String garbage : List.of("", "???", "aGVsbG8=", "AGFzbQEAAAA")) {
      var call = Calls.call("inspect_module", Calls.parameters().put("wasm_base64", garbage));
      if (garbage.startsWith("AGFzb")) {
        assertTrue(Calls.run(service(POLICY), call).success(), "a module of nothing");
      } else {
        assertEquals("parameters.wasm_base64", refused(POLICY, call).problems().getFirst().path());
      }
    }
  }

  @Test
  void failsOnAModuleThatIsInvalidInside() {
    // A function that is to give an i32, and gives none.
    byte[] invalid = {
      0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 11
    };
    var result = inspect(Base64.getEncoder().encodeToString(invalid));
    assertFalse(result.success());
    assertTrue(result.error().startsWith("module.wasm: "), result.error());
  }

  private static ToolException refused(ToolPolicy policy, ToolCall call) {
    return assertThrows(
        ToolException.class, () -> service(policy).start(call, Streams.NONE).result().join());
  }

  @Test
  void readsFilesBelowAllowedFoldersAlone(@TempDir Path folder) throws Exception {
    Path inside = Files.createDirectory(folder.resolve("in")).resolve("m.wasm");
    Path outside = folder.resolve("m.wasm");
    byte[] module = Base64.getDecoder().decode(Calls.base64("(module)"));
    Files.write(inside, module);
    Files.write(outside, module);
    var policy = POLICY.withPaths(AllowedPaths.of(List.of(inside.getParent())));
    var good = Calls.parameters().put("wasm_path", inside.toString());
    assertTrue(call(policy, "inspect_module", good).success());
    var bad = Calls.parameters().put("wasm_path", outside.toString());
    var refused = refused(policy, Calls.call("inspect_module", bad));
    assertEquals(ToolException.Kind.FORBIDDEN, refused.kind());
  }

  @Test
  void takesOneOfItsTwoParameters() {
    var none = refused(POLICY, Calls.call("inspect_module", Calls.parameters()));
    assertTrue(none.getMessage().contains("wasm_base64 or wasm_path is missing"));
    var both = Calls.parameters().put("wasm_base64", "").put("wasm_path", "");
    assertTrue(
        refused(POLICY, Calls.call("inspect_module", both))
            .getMessage()
            .contains("give one of them"));
  }

  @Test
  void compilesToAModuleThatIsTheTexts() throws Exception {
    String text = Files.readString(Path.of("samples/hello.wat"));
    var result = compile(text);
    assertTrue(result.success(), result.error());
    assertEquals(Calls.sample("hello.wat"), result.output());
    assertEquals(177, result.metadata().path("bytes").asInt());
    assertEquals(64, result.metadata().path("sha256").asText().length());
  }

  @Test
  void listsEveryErrorOfATextWithItsPlace() {
    var result = compile("(module\n  (func (call $no))\n  (func (call $yes)))");
    assertFalse(result.success());
    assertEquals("", result.output());
    var errors = result.metadata().path("errors");
    assertEquals(2, errors.size(), result.error());
    assertEquals(2, errors.at("/0/line").asInt());
    assertEquals(3, errors.at("/1/line").asInt());
    assertEquals(2, result.error().lines().count());
    assertTrue(result.error().startsWith("wat:2:"), result.error());
  }

  @Test
  void refusesATextThatIsTooLarge() {
    var small = POLICY.withLimits(Limits.DEFAULT.withModuleBytes(100), POLICY.scriptLimits());
    var text = Calls.parameters().put("wat", "(module" + " ".repeat(200) + ")");
    var result = call(small, "compile_wat", text);
    assertFalse(result.success());
    assertTrue(result.error().contains("raise the module size limit"), result.error());
  }

  @Test
  void namesParametersThatAreWrong() {
    var unknown = refused(POLICY, Calls.call("compile_wat", Calls.parameters().put("text", "")));
    assertEquals(
        List.of("parameters.wat", "parameters.text"),
        unknown.problems().stream().map(p -> p.path()).toList());
    var number = refused(POLICY, Calls.call("compile_wat", Calls.parameters().put("wat", 5)));
    assertTrue(number.getMessage().contains("must be a text, not a number"), number.getMessage());
  }
}
