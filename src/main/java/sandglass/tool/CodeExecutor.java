package sandglass.tool;

import java.time.Duration;
import java.util.Map;
import sandglass.capsule.CapsuleFile;
import sandglass.data.Fields;
import sandglass.sandbox.Streams;

/** Runs a WASI module. */
final class CodeExecutor implements Tool {
  static final String NAME = "code_executor";

  private static final Map<String, String> FIELDS =
      Map.of("program.module", "parameters.wasm_base64", "world", "parameters");

  private final ToolCapsule capsules;
  private final CapsuleRunner runner;
  private final ToolDescription description;

  CodeExecutor(ToolPolicy policy, ToolCapsule capsules, CapsuleRunner runner) {
    this.capsules = capsules;
    this.runner = runner;
    description = Descriptions.read(NAME, policy.limits().timeout());
  }

  @Override
  public ToolDescription description() {
    return description;
  }

  @Override
  public RunningCall start(Fields parameters, Streams live)
      throws ToolException, InterruptedException {
    long begun = System.nanoTime();
    CapsuleFile file = capsules.module(parameters);
    var opened = runner.open(file, FIELDS);
    return runner.start(NAME, file, opened, live, Duration.ofNanos(System.nanoTime() - begun));
  }
}
