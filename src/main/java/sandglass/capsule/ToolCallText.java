package sandglass.capsule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.interpreter.Interpreter;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

/** A capsule as the call of a tool, as near as that comes: a tool's caller sets no limits. */
final class ToolCallText {
  private final CapsuleFile file;
  private final List<String> notes = new ArrayList<>();
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private ToolCallText(CapsuleFile file) {
    this.file = file;
  }

  static Shared of(CapsuleFile file) throws CapsuleException, InterruptedException {
    return new ToolCallText(file).shared();
  }

  private Shared shared() throws CapsuleException, InterruptedException {
    boolean isScript = file.program() instanceof Code.Script;
    root.put("tool", isScript ? "python_wasi_runner" : "code_executor");
    ObjectNode parameters = root.putObject("parameters");
    switch (file.program()) {
      case Code.Wat(var text) -> {
        var program =
            ProgramLoading.load(
                "program.wat", () -> ProgramLoader.fromText(file.name(), text, max()));
        parameters.put("wasm_base64", base64(program.wasm()));
      }
      case Code.Python(var text) -> {
        var program =
            ProgramLoading.load(
                "program.python", () -> ProgramLoader.fromPython(file.name(), text, max()));
        parameters.put("wasm_base64", base64(program.wasm()));
      }
      case Code.Module(Content.Here(var bytes)) -> parameters.put("wasm_base64", base64(bytes));
      case Code.Module(Content.There there) -> parameters.put("wasm_path", there.path());
      case Code.Script script -> script(parameters, script);
    }
    stdin(parameters);
    if (!file.world().args().isEmpty()) {
      file.world().args().forEach(parameters.putArray("argv")::add);
    }
    losses(isScript ? Interpreter.LIMITS : Limits.DEFAULT);
    return new Shared(JsonText.line(root), notes);
  }

  private long max() {
    return file.limits().moduleBytes();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void script(ObjectNode parameters, Code.Script script) {
    parameters.put("code", script.text());
    switch (script.interpreter().source()) {
      case Source.Own(Content.There there) -> parameters.put("interpreter_wasm_path", there.path());
      case Source.Own(Content.Here(var bytes)) ->
          parameters.put("interpreter_wasm_base64", base64(bytes));
      case Source.Catalogued _ -> {
        // It is the one that is taken where none is named.
      }
    }
    if (script.interpreter().command().isPresent()) {
      notes.add("the interpreter's command is lost");
    }
    if (!script.packages().isEmpty()) {
      notes.add("the packages are lost");
    }
  }

  private void stdin(ObjectNode parameters) {
    switch (file.world().stdin()) {
      case Content.There there ->
          notes.add("the stdin is lost: a call holds it as a text, and here it is " + there.path());
      case Content.Here here -> {
        Optional<String> text = ContentJson.text(here);
        if (text.isEmpty()) {
          notes.add("the stdin is lost: a call holds it as a text, and it is no UTF-8");
        } else if (!text.get().isEmpty()) {
          parameters.put("stdin", text.get());
        }
      }
    }
  }

  private void losses(Limits usual) {
    var world = file.world();
    lost(!file.limits().equals(usual), "the limits are lost: those of the server hold");
    lost(!world.env().isEmpty(), "the environment variables are lost");
    lost(!world.folders().isEmpty(), "the folders are lost");
    lost(
        world.clock() != GivenWorld.EMPTY.clock()
            || !world.random().equals(GivenWorld.EMPTY.random()),
        "clock and random numbers are the server's");
    lost(file.engine() != Engine.COMPILED, "the engine is the compiled one");
    lost(
        file.entry() instanceof Entry.Invoke,
        "the call of the export is lost: a tool begins at _start");
  }

  private void lost(boolean is, String what) {
    if (is) {
      notes.add(what);
    }
  }
}
