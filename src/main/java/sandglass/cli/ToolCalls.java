package sandglass.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import sandglass.cli.BoundedLines.Line;
import sandglass.data.DataException;
import sandglass.data.DataReader;
import sandglass.data.Node;
import sandglass.data.Place;
import sandglass.data.Problem;
import sandglass.sandbox.Streams;
import sandglass.tool.RunningCall;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCallJson;
import sandglass.tool.ToolException;
import sandglass.tool.ToolException.Kind;
import sandglass.tool.ToolResult;
import sandglass.tool.ToolResultJson;
import sandglass.tool.ToolService;

/** Reads tool calls and answers them, one after the other, until the input or the process ends. */
final class ToolCalls {
  static final int FAILED = 1;

  private static final String NAME = "tool call";

  /** Longer than a call takes to stop. */
  private static final long STOP_MILLIS = 2_000;

  private final Terminal terminal;
  private final ToolService service;
  private final BoundedLines input;
  private final long maxBytes;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile RunningCall current;
  private volatile boolean stopped;
  private int status;

  /**
   * @param maxBytes of a call that takes several lines, in characters
   */
  ToolCalls(Terminal terminal, ToolService service, BoundedLines input, long maxBytes) {
    this.terminal = terminal;
    this.service = service;
    this.input = input;
    this.maxBytes = maxBytes;
  }

  /** Answers each line; gives the exit status. */
  int many() throws IOException, InterruptedException {
    return stoppable(() -> rest(List.of()));
  }

  /**
   * Answers one call, on however many lines, or one on each line; gives the exit status.
   *
   * @param single whether several are refused
   */
  int any(boolean single) throws IOException, InterruptedException, CommandFailure {
    return stoppable(() -> decide(single));
  }

  private interface Answering {
    void run() throws IOException, InterruptedException;
  }

  private int stoppable(Answering answering) throws IOException, InterruptedException {
    var hook = new Thread(this::stop, "sandglass-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      answering.run();
      return status;
    } catch (ClosedOutput e) {
      return ExitStatus.STDOUT_CLOSED;
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The machine is already stopping: the hook is running, and finds its work done.
      }
    }
  }

  /** Ctrl+C: the call that runs is stopped, and still answered. */
  private void stop() {
    stopped = true;
    RunningCall running = current;
    if (running == null) {
      return; // it waits for input, and nobody waits for it
    }
    running.cancel();
    try {
      boolean _ = done.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody reads the answers. */
  private static final class ClosedOutput extends IOException {
    private static final long serialVersionUID = 1;

    ClosedOutput(IOException cause) {
      super(cause);
    }
  }

  private void decide(boolean single) throws IOException, InterruptedException {
    var lines = new ArrayList<Line>();
    Optional<Line> line = input.next();
    while (line.isPresent() && line.get().isBlank()) {
      lines.add(line.get());
      line = input.next();
    }
    if (line.isEmpty()) {
      refuse(
          "",
          new ToolException(Kind.INVALID, "", "there is no call; see `sandglass tool --help`"),
          true);
      return;
    }
    lines.add(line.get());
    Optional<Node> call = whole(line.get());
    if (call.isPresent()) {
      int before = line.get().number() - 1;
      Optional<Line> more = nextCall();
      if (more.isEmpty()) {
        answer(call::get, before, true);
      } else if (single) {
        refuse(
            "",
            new ToolException(
                Kind.INVALID, "", "there are several calls; --save-capsule is for one"),
            true);
      } else {
        answer(call::get, before, false);
        answer(more.get(), false);
        rest(List.of());
      }
      return;
    }
    spread(lines, single);
  }

  /** One call on several lines, unless what follows shows that they are calls of their own. */
  private void spread(List<Line> lines, boolean single) throws IOException, InterruptedException {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    String problem = lines.getLast().problem();
    for (var next = input.next(); next.isPresent(); next = input.next()) {
      Line line = next.get();
      if (!single && text.indexOf("\n") >= 0 && isCall(line)) {
        lines.add(line);
        rest(lines);
        return;
      }
      lines.add(line);
      problem = problem == null ? line.problem() : problem;
      if (text.length() + (long) line.text().length() > maxBytes) {
        problem = "has more than a call may have; send less, or raise the module size limit";
        text.setLength(0);
        lines.clear();
      }
      text.append(line.text()).append('\n');
    }
    String given = text.toString();
    if (problem == null) {
      answer(() -> DataReader.json(NAME, given), 0, true);
    } else {
      refuse("", new ToolException(Kind.INVALID, "", problem), true);
    }
  }

  /** Answers the lines that were read, and those to come. */
  private void rest(List<Line> read) throws IOException, InterruptedException {
    for (Line line : read) {
      if (!line.isBlank()) {
        answer(line, false);
      }
    }
    for (var line = nextCall(); line.isPresent() && !stopped; line = nextCall()) {
      answer(line.get(), false);
    }
  }

  private Optional<Line> nextCall() throws IOException {
    Optional<Line> line = input.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = input.next();
    }
    return line;
  }

  /** A line that is an object by itself; a large one is not to be read twice. */
  private static Optional<Node> whole(Line line) {
    if (line.problem() != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DataReader.json(NAME, line.text())).filter(Node.Tree.class::isInstance);
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** Whether a line is a call by itself, so that those before it are lines as well. */
  private static boolean isCall(Line line) {
    return line.text().startsWith("{") && line.text().contains("\"tool") && whole(line).isPresent();
  }

  @FunctionalInterface
  private interface Reading {
    Node read() throws DataException;
  }

  private void answer(Line line, boolean alone) throws IOException, InterruptedException {
    if (line.problem() != null) {
      refuse("", new ToolException(Kind.INVALID, "", line.problem()), alone);
      return;
    }
    answer(() -> DataReader.json(NAME, line.text()), line.number() - 1, alone);
  }

  private void answer(Reading reading, int linesBefore, boolean alone)
      throws IOException, InterruptedException {
    String tool = "";
    ToolResult result;
    try {
      ToolCall call = ToolCallJson.of(reading.read());
      tool = call.tool();
      result = run(call);
    } catch (DataException e) {
      refuse(tool, moved(ToolException.of(e), linesBefore), alone);
      return;
    } catch (ToolException e) {
      refuse(tool, moved(e, linesBefore), alone);
      return;
    }
    if (!result.success()) {
      status = Math.max(status, FAILED);
    }
    write(result, alone);
  }

  /** The same problems, at their places in all of the input. */
  private static ToolException moved(ToolException e, int linesBefore) {
    if (linesBefore == 0) {
      return e;
    }
    var problems = new ArrayList<Problem>();
    for (Problem problem : e.problems()) {
      Place place = problem.place();
      Place moved =
          place.line() == 0 ? place : new Place(place.line() + linesBefore, place.column());
      problems.add(new Problem(moved, problem.path(), problem.message()));
    }
    return new ToolException(e.kind(), problems);
  }

  private ToolResult run(ToolCall call) throws ToolException, InterruptedException {
    RunningCall running = service.start(call, Streams.NONE);
    current = running;
    try {
      return running.result().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the call failed: " + e.getCause(), e.getCause());
    } finally {
      current = null;
    }
  }

  private void refuse(String tool, ToolException e, boolean alone) throws IOException {
    status = ExitStatus.REJECTED;
    write(ToolResultJson.refused(tool, e), alone);
  }

  private void write(ToolResult result, boolean alone) throws IOException {
    String text = alone ? ToolResultJson.pretty(result) : ToolResultJson.line(result);
    try {
      terminal.out().write((text + "\n").getBytes(StandardCharsets.UTF_8));
      terminal.out().flush();
    } catch (IOException e) {
      throw new ClosedOutput(e);
    }
  }
}
