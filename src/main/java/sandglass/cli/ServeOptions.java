package sandglass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;
import sandglass.tool.CallRecorder;
import sandglass.tool.IoReason;
import sandglass.tool.RecordLimit;
import sandglass.tool.RunObserver;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;
import sandglass.tool.settings.SettingsFile;

/** The options that say what calls may use and see, and where they are recorded. */
final class ServeOptions {
  @Option(
      names = "--allow",
      paramLabel = "DIR",
      description =
          "Let calls name modules and interpreters below this folder. Repeatable; none by default.")
  private List<Path> allowed = new ArrayList<>();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "How many calls run at once; one for each processor by default.")
  private int concurrency = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "How many calls may wait for their turn; 100 by default, more are refused.")
  private int queue = 100;

  @Option(
      names = "--record",
      paramLabel = "FOLDER",
      description = "Record each call as a capsule with what it did, for the window to open.")
  private Path record;

  @Option(
      names = "--record-limit",
      paramLabel = "COUNT/SIZE",
      converter = RecordLimitOption.class,
      description = "What FOLDER holds; the oldest are removed. 1000/256MiB by default.")
  private RecordLimit recordLimit;

  @Mixin private SettingsOption settings;

  @Mixin private LimitOptions limits;

  private SettingsFile loaded = SettingsFile.EMPTY;

  /** Why the options do not go together, or null. */
  String misuse() {
    if (concurrency < 1) {
      return "--concurrency must be 1 or more";
    }
    if (queue < 0) {
      return "--queue must be 0 or more";
    }
    return recordLimit != null && record == null
        ? "--record-limit needs --record; add for example --record runs"
        : null;
  }

  /**
   * What calls may use and see: what the settings file says, and what the options say of it.
   *
   * @param spec the command, for what is wrong with its options
   * @param base in place of a settings file
   */
  ToolPolicy policy(CommandSpec spec, ToolPolicy base) throws CommandFailure {
    for (Path folder : allowed) {
      if (!Files.isDirectory(folder)) {
        String what = Files.exists(folder) ? "is not a folder" : "there is no such folder";
        throw new CommandFailure(
            ExitStatus.REJECTED, folder + ": " + what + "; check the name after --allow");
      }
    }
    loaded = settings.load();
    ToolPolicy known = settings.isGiven() ? ToolPolicy.of(loaded) : base;
    try {
      return known
          .withLimits(limits.limits(known.limits()), limits.limits(known.scriptLimits()))
          .withPaths(known.paths().and(allowed));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          e.getMessage() + "; write for example --fuel 1M --memory 64MiB --timeout 5s");
    }
  }

  /**
   * What answers the calls, with the settings file's CPython.
   *
   * @param policy from {@link #policy}, which has read that file
   * @param recorder told of each call; null for none
   */
  ToolService service(
      Sandbox sandbox, Interpreters known, ToolPolicy policy, CallRecorder recorder) {
    return new ToolService(
        SandboxTools.of(
            sandbox,
            known.withPython(loaded.python()),
            policy,
            recorder == null ? RunObserver.NONE : recorder),
        concurrency,
        queue);
  }

  /** What records calls; null if nothing is to be recorded. */
  CallRecorder recorder(Terminal terminal) throws CommandFailure {
    if (record == null) {
      return null;
    }
    var limit = recordLimit == null ? RecordLimit.DEFAULT : recordLimit;
    try {
      return CallRecorder.open(record, limit, terminal::complain);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.NOT_WRITTEN,
          record
              + ": calls cannot be recorded there: "
              + IoReason.of(e)
              + "; name another folder after --record");
    }
  }
}
