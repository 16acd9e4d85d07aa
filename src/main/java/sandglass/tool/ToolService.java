package sandglass.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sandglass.data.Fields;
import sandglass.data.Problems;
import sandglass.program.NearMiss;
import sandglass.sandbox.Streams;
import sandglass.tool.ToolException.Kind;

/**
 * Takes calls for some tools: so many run at once, so many wait in the order in which they came,
 * and more are refused. Safe for use from any thread.
 */
public final class ToolService implements ToolCaller, AutoCloseable {
  /** What calls that were cancelled have to end in, when the service is closed. */
  private static final long CLOSE_SECONDS = 5;

  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Places places;
  private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param tools of different names; closed with this
   * @param concurrency how many calls run at once; 1 or more
   * @param queue how many may wait; 0 or more
   */
  public ToolService(List<Tool> tools, int concurrency, int queue) {
    for (Tool tool : tools) {
      if (this.tools.put(tool.description().name(), tool) != null) {
        throw new IllegalArgumentException("two tools are called " + tool.description().name());
      }
    }
    places = new Places(concurrency, queue);
  }

  /** With a call for each processor, and four times as many that may wait. */
  public ToolService(List<Tool> tools) {
    this(tools, processors(), 4 * processors());
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public List<ToolDescription> tools() {
    return tools.values().stream().map(Tool::description).toList();
  }

  /** How many calls run now. */
  public int activeCalls() {
    return places.taken();
  }

  /** How many calls wait now. */
  public int waitingCalls() {
    return places.waiting();
  }

  @Override
  public RunningCall start(ToolCall call, Streams live) throws ToolException, InterruptedException {
    Tool tool = tool(call.tool());
    places.take();
    RunningCall started = null;
    try {
      checkOpen();
      var parameters = Fields.of(call.parameters(), "parameters", new Problems("tool call"));
      started = tool.start(parameters, live);
    } finally {
      if (started == null) {
        places.give();
      }
    }
    RunningCall counted = started;
    running.add(counted);
    var result =
        counted
            .result()
            .whenComplete(
                (_, _) -> {
                  running.remove(counted);
                  places.give();
                });
    if (closed) {
      counted.cancel(); // it began while the service was closed, which did not see it
    }
    return new PlacedCall(counted, result);
  }

  private Tool tool(String name) throws ToolException {
    Tool tool = tools.get(name);
    if (tool == null) {
      String near = NearMiss.of(name, tools.keySet());
      String known = "; there are " + String.join(", ", tools.keySet());
      throw new ToolException(
          Kind.UNKNOWN_TOOL,
          "tool",
          "there is no tool \"" + shortened(name) + "\"" + (near.isEmpty() ? known : near));
    }
    return tool;
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  private void checkOpen() throws ToolException {
    if (closed) {
      throw new ToolException(Kind.BUSY, "", "the service is being closed and takes no more calls");
    }
  }

  /**
   * Takes no more calls, stops those that run, which takes a quarter of a second, and closes the
   * tools. Calls that wait are refused.
   */
  @Override
  public void close() {
    closed = true;
    List<RunningCall> calls = List.copyOf(running);
    calls.forEach(RunningCall::cancel);
    var ends = calls.stream().map(RunningCall::result).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Its caller has been told, or never will be: there is nothing more to do for it.
    }
    tools.values().forEach(Tool::close);
  }
}
