package sandglass.tool;

import java.util.List;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;

/** The tools that there are. */
public final class SandboxTools {
  private SandboxTools() {}

  /**
   * {@code code_executor}, {@code python_wasi_runner}, {@code inspect_module} and {@code
   * compile_wat}, which share interpreters and a policy.
   *
   * @param sandbox runs the guests; closed by its owner, after the tools
   * @param interpreters where Python is found
   * @param observer is told of each run but those of sessions, which no capsule describes
   */
  public static List<Tool> of(
      Sandbox sandbox, Interpreters interpreters, ToolPolicy policy, RunObserver observer) {
    return of(sandbox, interpreters, policy, observer, SessionBounds.DEFAULT);
  }

  /** The same, with other bounds for sessions. */
  public static List<Tool> of(
      Sandbox sandbox,
      Interpreters interpreters,
      ToolPolicy policy,
      RunObserver observer,
      SessionBounds bounds) {
    var capsules = new ToolCapsule(policy, interpreters);
    var runner = new CapsuleRunner(sandbox, interpreters, policy.folders(), observer);
    var sessions = new PythonSessions(runner, bounds);
    return List.of(
        new CodeExecutor(policy, capsules, runner),
        new PythonWasiRunner(policy, capsules, runner, sessions),
        new InspectModule(policy),
        new CompileWat(policy));
  }
}
