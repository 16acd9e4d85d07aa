package sandglass.tool;

import java.time.Duration;
import java.util.Map;
import sandglass.data.Fields;
import sandglass.sandbox.Streams;

/** Runs a Python script with an interpreter that is a WASI module. */
final class PythonWasiRunner implements Tool {
  static final String NAME = "python_wasi_runner";

  private static final Map<String, String> FIELDS =
      Map.of(
          "program.interpreter", "parameters.interpreter_wasm_path",
          "program.script", "parameters.code",
          "world", "parameters");

  private final ToolCapsule capsules;
  private final CapsuleRunner runner;
  private final PythonSessions sessions;
  private final ToolDescription description;

  PythonWasiRunner(
      ToolPolicy policy, ToolCapsule capsules, CapsuleRunner runner, PythonSessions sessions) {
    this.capsules = capsules;
    this.runner = runner;
    this.sessions = sessions;
    description = Descriptions.read(NAME, policy.scriptLimits().timeout());
  }

  @Override
  public ToolDescription description() {
    return description;
  }

  @Override
  public RunningCall start(Fields parameters, Streams live)
      throws ToolException, InterruptedException {
    var call = capsules.script(parameters);
    var opened = runner.open(call.capsule(), FIELDS);
    return call.session().isPresent()
        ? sessions.start(NAME, call.session().get(), call.capsule(), opened, live)
        : runner.start(NAME, call.capsule(), opened, live, Duration.ZERO);
  }

  @Override
  public void close() {
    sessions.close();
  }
}
