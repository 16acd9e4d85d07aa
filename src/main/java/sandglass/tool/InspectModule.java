package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import sandglass.data.Fields;
import sandglass.program.InspectionJson;
import sandglass.program.ModuleInspector;
import sandglass.program.ProgramException;
import sandglass.sandbox.Streams;

/** {@code inspect_module}: what a module consists of, and whether it can run here. */
final class InspectModule implements Tool {
  static final String NAME = "inspect_module";

  private final ToolPolicy policy;
  private final ToolDescription description;

  /**
   * @param policy says which files may be looked at, and what a module could use
   */
  InspectModule(ToolPolicy policy) {
    this.policy = policy;
    description = Descriptions.read(NAME, policy.limits().timeout());
  }

  @Override
  public ToolDescription description() {
    return description;
  }

  @Override
  public RunningCall start(Fields parameters, Streams live)
      throws ToolException, InterruptedException {
    var given = ModuleField.of(parameters);
    ToolException.check(parameters);
    var module = given.read(policy.paths(), policy.limits().moduleBytes());
    return RunningCall.done(inspect(module));
  }

  private ToolResult inspect(ModuleField.Module module) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    try {
      var inspection = ModuleInspector.inspect(module.fileName(), module.bytes());
      var json = InspectionJson.tree(inspection, policy.limits());
      metadata.put("bytes", inspection.bytes()).put("sha256", inspection.sha256());
      metadata.set("runs_here", json.get("runs_here"));
      return new ToolResult(NAME, true, json.toString(), "", Optional.empty(), metadata);
    } catch (ProgramException e) {
      return new ToolResult(NAME, false, "", e.getMessage(), Optional.empty(), metadata);
    }
  }
}
