package sandglass.playground.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.playground.TestPlayground;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Document.Runner;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Outcome;

class ToolCallTest {
  @TempDir Path folder;
  private final TestPlayground window = new TestPlayground();

  @AfterEach
  void close() {
    window.close();
  }

  private static byte[] hello() throws Exception {
    return ProgramLoader.load(Path.of("samples", "hello.wat"), 1 << 20).wasm();
  }

  private static String call() throws Exception {
    return "{\"tool\": \"code_executor\", \"parameters\": {\"wasm_base64\": \"%s\", \"argv\": [\"a b\"]}}"
        .formatted(Base64.getEncoder().encodeToString(hello()));
  }

  @Test
  void showsACallOfAModuleAsACapsuleAndAnswersIt() throws Exception {
    window.playground().documents().paste(call());
    assertEquals(Language.BINARY, window.front().language(), window.notice());
    assertEquals(List.of("a b"), window.playground().world().args().args().get());
    assertTrue(window.notice().startsWith("Set from the call of code_executor: "), window.notice());
    assertEquals(new Outcome.Exited(0), window.run().outcome());
    window.playground().share().copyToolResult(window.clipboard::add);
    var result = new ObjectMapper().readTree(window.clipboard.getFirst());
    assertEquals("code_executor", result.get("tool").textValue());
    assertTrue(result.get("success").booleanValue());
    assertEquals("Hello from WASI!\n", result.get("output").textValue());
    assertEquals(0, result.get("exit_code").intValue());
  }

  @Test
  void showsACallOfPythonAsAScript() {
    window
        .playground()
        .documents()
        .paste(
            "{\"tool\": \"python_wasi_runner\", \"parameters\": {\"code\": \"print(1)\\n\","
                + " \"argv\": [\"x\"], \"stdin\": \"in\"}}");
    var document = window.front();
    assertEquals("print(1)\n", document.text().get(), window.notice());
    assertEquals(Runner.CPYTHON, document.runner().get());
    assertEquals("in", window.playground().world().stdin().text().get());
    assertEquals(List.of("x"), window.playground().world().args().args().get());
  }

  @Test
  void opensAFileOfACallAndDoesNotSaveOverIt() throws Exception {
    Path wasm = Files.write(folder.resolve("h.wasm"), hello());
    String text =
        "{\"tool\": \"code_executor\", \"parameters\": {\"wasm_path\": \"%s\"}}"
            .formatted(wasm.toString().replace("\\", "\\\\"));
    Path file = Files.writeString(folder.resolve("call.json"), text);
    var document = window.open(file);
    assertEquals(Language.BINARY, document.language(), window.notice());
    assertEquals(Optional.empty(), document.path().get());
    Path saved = folder.resolve("call.sandglass.json");
    window.prompts.chosen = Optional.of(saved);
    window.playground().documents().save(document);
    assertEquals(text, Files.readString(file));
    var capsule = CapsuleReader.read("saved", Files.readString(saved));
    assertEquals(document.name().get(), capsule.name());
    assertEquals(Optional.of(saved), document.path().get(), "from now on it is a capsule");
    assertTrue(document.origin().get().orElseThrow().tool().isEmpty());
  }

  @Test
  void namesTheFieldAndTheLineOfWhatIsWrong() throws Exception {
    refuses(
        "{\n \"tool\": \"code_executor\",\n \"parameters\": {\n  \"wasm_base64\": 7\n }\n}",
        ":4:",
        "parameters.wasm_base64");
    refuses("{\"tool\": \"code_executor\", \"parameters\": {}}", "wasm_base64 or wasm_path");
    refuses("{\n\"tool\": \"nothing\",\n\"parameters\": {}}", "only calls of", ":2:");
    refuses("{\"parameters\": {}}", "tool", "is missing");
    refuses("{\"tool\": \"code_executor\", \"parameters\": []}", "parameters", "must be an object");
    refuses(
        "{\"tool\": \"code_executor\",\n\"parameters\": {\"wasm_base64\": \"%%%\"}}",
        "parameters.wasm_base64", ":2:");
    refuses("{\"tool\": ", "pasted text");
    assertTrue(window.playground().documents().open().isEmpty());
  }

  private void refuses(String call, String... parts) {
    window.playground().notices().clear();
    window.playground().documents().paste(call);
    for (String part : parts) {
      assertTrue(window.notice().contains(part), part + " in: " + window.notice());
    }
  }

  @Test
  void copiesWhatIsInFrontInOtherWords() throws Exception {
    window.open(Path.of("samples", "hello.wat"));
    window.playground().world().args().text().set("'a b'");
    var share = window.playground().share();
    share.copyCapsule(window.clipboard::add);
    CapsuleFile capsule = CapsuleReader.read("copied", window.clipboard.getLast());
    assertEquals("hello.wat", capsule.name());
    assertEquals("The capsule was copied.", window.notice());
    share.copyCommandLine(window.clipboard::add);
    assertTrue(window.clipboard.getLast().contains("sandglass run"), window.clipboard.getLast());
    assertTrue(window.clipboard.getLast().contains("'a b'"), window.clipboard.getLast());
    share.copyWasmtime(window.clipboard::add);
    assertTrue(window.clipboard.getLast().contains("wasmtime run"), window.clipboard.getLast());
    share.copyToolCall(window.clipboard::add);
    String call = window.clipboard.getLast();
    window.playground().documents().paste(call);
    assertEquals(Language.BINARY, window.front().language(), window.notice());
    assertEquals(new Outcome.Exited(0), window.run().outcome());
    assertFalse(window.playground().stdout().text().isEmpty());
  }

  @Test
  void saysWhyATextThatDoesNotCompileIsNoToolCall() {
    window.write("(module (oops))");
    window.playground().share().copyToolCall(window.clipboard::add);
    assertEquals(List.of(), window.clipboard);
    assertTrue(window.notice().startsWith("The tool call was not copied: "), window.notice());
  }

  @Test
  void copiesNothingWhereNothingRan() {
    window.playground().share().copyToolResult(window.clipboard::add);
    window.playground().share().copyCapsule(window.clipboard::add);
    assertEquals(List.of(), window.clipboard);
  }
}
