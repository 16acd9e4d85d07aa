package sandglass.tool;

import java.util.List;
import sandglass.sandbox.Streams;

/** Takes tool calls: what every door (JSON, gRPC, MCP, the window) leads to. */
public interface ToolCaller {
  /** The tools that there are. */
  List<ToolDescription> tools();

  /**
   * Checks a call and starts it. May wait for a place among the calls under way, so it is not for a
   * thread that must not wait; an interrupt ends the waiting.
   *
   * @param live where the guest's output goes while it runs, besides the result
   * @throws ToolException if it cannot be understood, is not allowed, or too many wait
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  RunningCall start(ToolCall call, Streams live) throws ToolException, InterruptedException;
}
