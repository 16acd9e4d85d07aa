package sandglass.sandbox.wasi;

import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Runs the prebuilt wasm32-wasip1 modules of the WebAssembly project's wasi-testsuite (branch
 * {@code prod/testsuite-base}) directly on the interpreter: {@code java … WasiTestsuite FOLDER}.
 * Prints how many pass, and each that does not with the reason.
 */
final class WasiTestsuite {
  private WasiTestsuite() {}

  public static void main(String[] args) throws Exception {
    List<Path> modules;
    try (var found = Files.walk(Path.of(args[0]))) {
      modules =
          found
              .filter(path -> path.toString().endsWith(".wasm"))
              .filter(path -> path.toString().contains("wasm32-wasip1"))
              .sorted()
              .toList();
    }
    var failures = new ArrayList<String>();
    for (var module : modules) {
      var failure = run(module);
      if (!failure.isEmpty()) {
        failures.add(module.getFileName() + ": " + failure);
      }
    }
    print(System.out, (modules.size() - failures.size()) + " of " + modules.size());
    failures.forEach(failure -> print(System.out, failure));
  }

  private static void print(PrintStream out, String line) {
    out.println(line);
  }

  private static String run(Path module) throws Exception {
    var expected = expectation(module);
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    int code = 0;
    try (var wasi = Wasi.open(config(module, expected, stdout, stderr))) {
      try {
        Instance.builder(Parser.parse(module))
            .withImportValues(ImportValues.builder().addFunction(wasi.hostFunctions()).build())
            .build(); // which calls _start as well
      } catch (ProcExit exit) {
        code = exit.code();
      } catch (RuntimeException trap) {
        return trap + "\n" + stderr.toString(StandardCharsets.UTF_8) + lastCalls(wasi);
      }
      if (code != expected.path("exit_code").asInt(0)) {
        return "exit code "
            + code
            + "\n"
            + stderr.toString(StandardCharsets.UTF_8)
            + lastCalls(wasi);
      }
    }
    var text = stdout.toString(StandardCharsets.UTF_8);
    if (expected.has("stdout") && !text.equals(expected.get("stdout").asText())) {
      return "stdout " + text;
    }
    return "";
  }

  private static String lastCalls(Wasi wasi) {
    var calls = wasi.calls();
    var text = new StringBuilder();
    calls
        .subList(Math.max(0, calls.size() - 8), calls.size())
        .forEach(call -> text.append("  ").append(call).append('\n'));
    return text.toString();
  }

  private static JsonNode expectation(Path module) throws IOException {
    var file = Path.of(module.toString().replaceAll("\\.wasm$", ".json"));
    var json = new ObjectMapper();
    return Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode();
  }

  private static WasiConfig config(
      Path module, JsonNode expected, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr) {
    var args = new ArrayList<String>();
    args.add(module.getFileName().toString());
    expected.path("args").forEach(arg -> args.add(arg.asText()));
    var env = new LinkedHashMap<String, String>();
    expected.path("env").properties().forEach(e -> env.put(e.getKey(), e.getValue().asText()));
    var folders = new ArrayList<Folder>();
    if (expected.has("root")) {
      var root = module.resolveSibling(expected.get("root").asText());
      folders.add(new Folder(root, "/", true));
    }
    return new WasiConfig(
        args,
        env,
        Stdin.EMPTY,
        stdout::write,
        stderr::write,
        folders,
        Clock.VIRTUAL,
        Random.seeded(0),
        256L << 20,
        () -> 0,
        waiting -> {});
  }
}
