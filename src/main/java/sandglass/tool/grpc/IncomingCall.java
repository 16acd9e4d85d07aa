package sandglass.tool.grpc;

import java.util.Map;
import sandglass.data.Node;
import sandglass.data.Place;
import sandglass.data.Problems;
import sandglass.tool.ToolCall;

/**
 * A request as it came in.
 *
 * @param call what is asked for; its parameters are empty where there are problems
 * @param problems what is wrong with its form; none if it can be given to a tool
 */
record IncomingCall(ToolCall call, Problems problems) {
  /** A request that cannot be given to a tool. */
  static IncomingCall wrong(String tool, Problems problems) {
    return new IncomingCall(new ToolCall(tool, new Node.Tree(Place.NONE, Map.of())), problems);
  }
}
