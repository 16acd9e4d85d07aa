package sandglass.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;
import sandglass.tool.AllowedPaths;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;

/** {@code sandglass tool}. */
@Command(
    name = "tool",
    description = {
      "",
      "Answers tool calls: {\"tool\": \"code_executor\", \"parameters\": {...}} in, a result out.",
      ""
    },
    usageHelpWidth = 100,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "One call may take any number of lines, and its result is indented. Of several calls, each",
      "on a line of its own, each gets its result on a line, in order. What cannot be understood",
      "is answered as well, with success false. With --lines a line is answered before the next",
      "is read, so that another program can talk to this one.",
      "",
      "code_executor: wasm_base64 or wasm_path; stdin, argv, timeout_seconds.",
      "python_wasi_runner: code; interpreter_wasm_path or interpreter_wasm_base64, stdin, argv,",
      "session_id, timeout_seconds.",
      "inspect_module: wasm_base64 or wasm_path. compile_wat: wat.",
      "",
      "Exit status: 0 if all succeeded; 1 if one ran and failed; 65 if one could not be"
          + " understood.",
      "",
      "Examples:",
      "  sandglass tool call.json",
      "  sandglass tool --lines < calls.jsonl > results.jsonl",
      "  echo '{\"tool\":\"code_executor\",\"parameters\":{\"wasm_path\":\"hello.wasm\"}}' |"
          + " sandglass tool"
    })
final class ToolCommand implements Callable<Integer> {
  /** Of a call besides a module in base64: its code, its stdin. */
  private static final long OTHER_BYTES = 16L << 20;

  private final Terminal terminal;
  private final Interpreters interpreters;
  private final Supplier<Sandbox> sandboxes;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE|-",
      description = "Where the calls are; stdin by default.")
  private String file = "-";

  @Option(
      names = "--lines",
      description = "Each line is a call, also if there is one only: JSON Lines in and out.")
  private boolean lines;

  @Option(
      names = "--save-capsule",
      paramLabel = "FILE",
      description = "Write the call and what came of it as a capsule. For a single call.")
  private String capsule;

  @Mixin private SettingsOption settings;

  @Mixin private LimitOptions limits;

  ToolCommand(Terminal terminal, Interpreters interpreters, Supplier<Sandbox> sandboxes) {
    this.terminal = terminal;
    this.interpreters = interpreters;
    this.sandboxes = sandboxes;
  }

  @Override
  public Integer call() throws Exception {
    if (lines && capsule != null) {
      throw usage(
          "--save-capsule is for a single call and --lines for many; leave one of them out");
    }
    var given = settings.load();
    ToolPolicy policy = policy(ToolPolicy.of(given).withPaths(AllowedPaths.ANY));
    var saved = capsule == null ? null : new SavedCapsule(Input.path(capsule));
    long maxBytes = policy.limits().moduleBytes() / 2 * 3 + OTHER_BYTES;
    try (InputStream in = open();
        var service =
            new ToolService(
                SandboxTools.of(
                    sandboxes.get(),
                    interpreters.withPython(given.python()),
                    policy,
                    saved == null ? sandglass.tool.RunObserver.NONE : saved),
                1,
                0)) {
      var calls = new ToolCalls(terminal, service, new BoundedLines(in, maxBytes), maxBytes);
      int status = lines ? calls.many() : calls.any(capsule != null);
      if (saved != null) {
        saved.write();
      }
      return status;
    }
  }

  private ToolPolicy policy(ToolPolicy base) {
    try {
      return base.withLimits(limits.limits(base.limits()), limits.limits(base.scriptLimits()));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage() + "; write for example --fuel 1M --memory 64MiB --timeout 5s");
    }
  }

  private InputStream open() throws CommandFailure {
    if (file.equals("-")) {
      return new FilterInputStream(terminal.in()) {
        @Override
        public void close() {} // it is not this command's
      };
    }
    Path path = Input.path(file);
    String wrong;
    try {
      if (!Files.isDirectory(path)) {
        return Files.newInputStream(path);
      }
      wrong = "is a folder; name a file in it";
    } catch (NoSuchFileException e) {
      wrong = "there is no such file; check the name";
    } catch (AccessDeniedException e) {
      wrong = "permission to read it is denied; check the file's permissions";
    } catch (IOException e) {
      wrong = "cannot be read: " + e.getMessage();
    }
    throw new CommandFailure(ExitStatus.REJECTED, file + ": " + wrong);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
