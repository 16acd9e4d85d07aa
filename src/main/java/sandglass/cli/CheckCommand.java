package sandglass.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.ExpectedReport;
import sandglass.cli.CheckResult.Verdict;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Report;

/** {@code sandglass check}. */
@Command(
    name = "check",
    description = {
      "",
      "Runs capsules, and compares what they do with what they are expected to do. In folders it",
      "finds all files that end with .sandglass.json.",
      ""
    },
    usageHelpWidth = 100,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A capsule's \"expected\" holds the fields of a report; those that are left out are not",
      "compared. Exit status: 0 all did as expected; 1 one did not; 65 one cannot be run, or there",
      "is none.",
      "",
      "Examples:",
      "  sandglass check samples/",
      "  sandglass check homework/ --junit results.xml",
      "  sandglass check hello.sandglass.json --update"
    })
final class CheckCommand implements Callable<Integer> {
  /** Each holds a guest's memory and a module. */
  private static final int MAX_AT_ONCE = 4;

  private final Terminal terminal;
  private final CapsuleTrial trial;

  @Parameters(
      arity = "1..*",
      paramLabel = "CAPSULE|FOLDER",
      description = "Capsules, and folders of them.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--junit",
      paramLabel = "FILE.xml",
      description = "Write the results in JUnit's format, too.")
  private String junit;

  @Option(
      names = "--update",
      description =
          "Write what the capsules do into their files: into the fields that are expected, or all"
              + " where none are.")
  private boolean update;

  CheckCommand(Terminal terminal, Launcher launcher, Interpreters interpreters) {
    this.terminal = terminal;
    trial = new CapsuleTrial(launcher, interpreters);
  }

  @Override
  public Integer call() throws Exception {
    Path xml = junit == null ? null : Input.path(junit);
    var results = new ArrayList<CheckResult>();
    int atOnce = Math.min(MAX_AT_ONCE, Runtime.getRuntime().availableProcessors());
    ExecutorService work = Executors.newFixedThreadPool(atOnce, CheckCommand::thread);
    try {
      var pending = new ArrayList<Future<CheckResult>>();
      for (var found : CapsuleSearch.in(names)) {
        pending.add(work.submit(() -> check(found)));
      }
      for (var one : pending) {
        var result = get(one);
        results.add(result);
        show(result);
      }
    } finally {
      work.shutdownNow();
    }
    terminal.print(totals(results));
    if (xml != null) {
      OutputFile.write(xml, JUnitXml.of(results).getBytes(StandardCharsets.UTF_8));
    }
    return status(results);
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "sandglass-check");
    thread.setDaemon(true); // so that Ctrl-C ends all
    return thread;
  }

  private static CheckResult get(Future<CheckResult> result) throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a check failed: " + e.getCause(), e.getCause());
    }
  }

  private CheckResult check(CapsuleSearch.Found found) throws InterruptedException {
    if (found.problem().isPresent()) {
      return CheckResult.error(found.name(), found.problem().get());
    }
    try {
      var file = trial.read(found.file());
      if (file.expected().isEmpty() && !update) {
        return CheckResult.error(
            found.name(),
            "expects nothing; add what it does now with `sandglass check --update`, or write an"
                + " \"expected\" with what matters");
      }
      var report = trial.run(found.file(), file);
      return update ? updated(found, file, report) : compared(found, file, report);
    } catch (CommandFailure e) {
      return CheckResult.error(found.name(), e.getMessage());
    }
  }

  private static CheckResult compared(CapsuleSearch.Found found, CapsuleFile file, Report report) {
    var lines =
        ExpectedReport.compare(file.expected().orElseThrow(), report).stream()
            .map(CheckResult::line)
            .toList();
    var verdict = lines.isEmpty() ? Verdict.OK : Verdict.FAILED;
    return new CheckResult(found.name(), verdict, lines, report.elapsedMillis());
  }

  private static CheckResult updated(CapsuleSearch.Found found, CapsuleFile file, Report report)
      throws CommandFailure {
    var expected = ExpectedReport.renew(file.expected(), report);
    boolean same = file.expected().equals(Optional.of(expected));
    if (!same) {
      String json = CapsuleWriter.write(file.withExpected(Optional.of(expected)));
      OutputFile.write(found.file(), json.getBytes(StandardCharsets.UTF_8));
    }
    var verdict = same ? Verdict.OK : Verdict.UPDATED;
    return new CheckResult(found.name(), verdict, List.of(), report.elapsedMillis());
  }

  private void show(CheckResult result) {
    String head = "%-7s  %s".formatted(result.verdict().word(), TextTable.clean(result.name()));
    boolean error = result.verdict() == Verdict.ERROR;
    if (error && result.lines().size() == 1) {
      terminal.print(head + ": " + result.lines().getFirst());
      return;
    }
    terminal.print(head);
    result.lines().forEach(line -> terminal.print("         " + line));
  }

  private static String totals(List<CheckResult> results) {
    var text = new StringBuilder();
    text.append(results.size()).append(results.size() == 1 ? " capsule: " : " capsules: ");
    String separator = "";
    for (Verdict verdict : Verdict.values()) {
      long count = results.stream().filter(result -> result.verdict() == verdict).count();
      if (count > 0) {
        String word = verdict == Verdict.ERROR ? "could not be checked" : verdict.word();
        text.append(separator)
            .append(count)
            .append(' ')
            .append(word.toLowerCase(java.util.Locale.ROOT));
        separator = ", ";
      }
    }
    return text.toString();
  }

  private static int status(List<CheckResult> results) {
    var verdicts = results.stream().map(CheckResult::verdict).toList();
    return verdicts.contains(Verdict.ERROR)
        ? ExitStatus.REJECTED
        : verdicts.contains(Verdict.FAILED) ? ExitStatus.DIFFERENT : ExitStatus.OK;
  }
}
