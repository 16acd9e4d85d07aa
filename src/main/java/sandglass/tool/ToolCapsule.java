package sandglass.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.Content;
import sandglass.capsule.GivenFolder;
import sandglass.data.Fields;
import sandglass.data.Problems;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.tool.ToolException.Kind;

/**
 * Makes capsules of the calls of {@link CodeExecutor} and {@link PythonWasiRunner}: what a call
 * asks for, under a policy. Reads the files that a call names, so not for a thread that must not
 * wait.
 */
public final class ToolCapsule {
  /** What a guest may write to: {@code /workspace}, which is {@code .} too. */
  public static final GivenFolder WORKSPACE =
      new GivenFolder("/workspace", true, new GivenFolder.Files.Here(List.of()), List.of("."));

  /** The name of a script; its guest's {@code sys.argv[0]} is {@code /script/main.py}. */
  private static final String SCRIPT_NAME = "main.py";

  private static final String PATH = "interpreter_wasm_path";
  private static final String BASE64 = "interpreter_wasm_base64";

  private final ToolPolicy policy;
  private final Interpreters interpreters;
  private final boolean shows;

  /**
   * @param policy what calls may use and see
   * @param interpreters where Python is found for scripts that bring none
   */
  public ToolCapsule(ToolPolicy policy, Interpreters interpreters) {
    this(policy, interpreters, false);
  }

  private ToolCapsule(ToolPolicy policy, Interpreters interpreters, boolean shows) {
    this.policy = policy;
    this.interpreters = interpreters;
    this.shows = shows;
  }

  /** For who shows calls before running them: that Python is not there is then no error yet. */
  public ToolCapsule toShow() {
    return new ToolCapsule(policy, interpreters, true);
  }

  /** A script, and the session that it belongs to. */
  record ScriptCall(CapsuleFile capsule, Optional<String> session) {}

  /**
   * The capsule of a call. What a session remembers is not in it.
   *
   * @throws ToolException if the call cannot be understood or is not allowed
   */
  public CapsuleFile of(ToolCall call) throws ToolException, InterruptedException {
    var fields = Fields.of(call.parameters(), "parameters", new Problems("tool call"));
    return switch (call.tool()) {
      case CodeExecutor.NAME -> module(fields);
      case PythonWasiRunner.NAME -> script(fields).capsule();
      default ->
          throw new ToolException(
              Kind.UNKNOWN_TOOL,
              "tool",
              "only calls of %s and %s are runs of a guest"
                  .formatted(CodeExecutor.NAME, PythonWasiRunner.NAME));
    };
  }

  CapsuleFile module(Fields fields) throws ToolException, InterruptedException {
    var given = ModuleField.of(fields);
    String stdin = fields.text("stdin").orElse("");
    List<String> argv = ToolFields.argv(fields);
    Limits limits =
        policy.limits().withTimeout(ToolFields.timeout(fields, policy.limits().timeout()));
    ToolException.check(fields);
    var module = given.read(policy.paths(), limits.moduleBytes());
    return capsule(
        module.fileName(), new Code.Module(Content.of(module.bytes())), limits, world(argv, stdin));
  }

  ScriptCall script(Fields fields) throws ToolException, InterruptedException {
    String code = fields.requiredText("code");
    Optional<String> given = ToolFields.oneOf(fields, PATH, BASE64, false);
    String stdin = fields.text("stdin").orElse("");
    List<String> argv = ToolFields.argv(fields);
    Optional<String> session = ToolFields.sessionId(fields);
    Limits limits =
        policy
            .scriptLimits()
            .withTimeout(ToolFields.timeout(fields, policy.scriptLimits().timeout()));
    ToolException.check(fields);
    Source source = source(fields, given, limits.moduleBytes());
    var interpreter = new GivenInterpreter(source, Optional.empty());
    var script = new Code.Script(code, interpreter, List.of());
    return new ScriptCall(capsule(SCRIPT_NAME, script, limits, world(argv, stdin)), session);
  }

  private Source source(Fields fields, Optional<String> given, long maxBytes)
      throws ToolException, InterruptedException {
    String field = fields.path(given.orElse(PATH));
    try {
      if (given.isEmpty()) {
        String id = Catalog.CPYTHON.id();
        if (shows && !interpreters.isThere(Catalog.CPYTHON)) {
          return new Source.Catalogued(id, Optional.empty());
        }
        return new Source.Catalogued(id, Optional.of(interpreters.load(id, maxBytes).sha256()));
      }
      String text = fields.text(given.get()).orElseThrow();
      if (given.get().equals(BASE64)) {
        byte[] module = ProgramLoader.fromBase64("interpreter", text, maxBytes).wasm();
        return new Source.Own(Content.of(module));
      }
      String file = policy.paths().resolve(field, text).toString();
      String sha256 = interpreters.load(file, maxBytes).sha256();
      return new Source.Own(new Content.There(file, sha256));
    } catch (ProgramException e) {
      throw ToolFields.refused(field, e);
    } catch (InterpreterException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      String cure = given.isEmpty() ? "; or give " + PATH + " or " + BASE64 : "";
      throw new ToolException(Kind.INVALID, field, e.getMessage() + cure);
    }
  }

  private static CapsuleFile capsule(String name, Code code, Limits limits, GivenWorld world) {
    return new CapsuleFile(
        name, code, Entry.START, limits, world, Engine.COMPILED, Optional.empty());
  }

  private GivenWorld world(List<String> argv, String stdin) {
    return new GivenWorld(
        argv,
        policy.env(),
        Content.of(stdin.getBytes(StandardCharsets.UTF_8)),
        folders(),
        policy.clock(),
        policy.random());
  }

  /** The workspace, unless the policy has a folder of that name. */
  private List<GivenFolder> folders() {
    var taken = new ArrayList<String>();
    policy.folders().forEach(folder -> taken.addAll(folder.names()));
    if (taken.contains(WORKSPACE.guest())) {
      return List.of();
    }
    List<String> also = WORKSPACE.also().stream().filter(name -> !taken.contains(name)).toList();
    return List.of(
        new GivenFolder(WORKSPACE.guest(), WORKSPACE.writable(), WORKSPACE.files(), also));
  }
}
