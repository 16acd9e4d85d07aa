package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import sandglass.data.Fields;
import sandglass.program.ModuleInspection;
import sandglass.program.ModuleInspector;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Streams;

/** {@code compile_wat}: WebAssembly text to a module, or every error with its place. */
final class CompileWat implements Tool {
  static final String NAME = "compile_wat";
  private static final String WAT = "wat";

  private final long maxBytes;
  private final ToolDescription description;

  /**
   * @param policy says how large the text, and the module, may be
   */
  CompileWat(ToolPolicy policy) {
    maxBytes = policy.limits().moduleBytes();
    description = Descriptions.read(NAME, policy.limits().timeout());
  }

  @Override
  public ToolDescription description() {
    return description;
  }

  @Override
  public RunningCall start(Fields parameters, Streams live)
      throws ToolException, InterruptedException {
    String text = parameters.requiredText(WAT);
    ToolException.check(parameters);
    return RunningCall.done(compile(text));
  }

  private ToolResult compile(String text) throws InterruptedException {
    try {
      Program program = ProgramLoader.fromText(WAT, text, maxBytes);
      return compiled(program, ModuleInspector.inspect(WAT, program.wasm()));
    } catch (ProgramException.Interrupted e) {
      boolean _ = Thread.interrupted();
      throw new InterruptedException(e.getMessage());
    } catch (ProgramException e) {
      return failed(e);
    }
  }

  private static ToolResult compiled(Program program, ModuleInspection module) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("bytes", module.bytes()).put("sha256", module.sha256());
    return new ToolResult(
        NAME,
        true,
        Base64.getEncoder().encodeToString(program.wasm()),
        "",
        Optional.empty(),
        metadata);
  }

  private static ToolResult failed(ProgramException e) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    var errors = metadata.putArray("errors");
    if (e instanceof ProgramException.InSource inSource) {
      for (var error : inSource.errors()) {
        ObjectNode entry = errors.addObject();
        if (error.line() > 0) {
          entry.put("line", error.line()).put("column", error.column());
        }
        entry.put("message", error.message());
      }
    }
    return new ToolResult(NAME, false, "", e.getMessage(), Optional.empty(), metadata);
  }
}
