package sandglass.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What came of a tool call that could be understood; what a guest did wrong is in it too.
 *
 * @param tool the tool's name
 * @param success whether the guest exited with 0, or the tool did what it was asked
 * @param output what the guest wrote to stdout, or the tool's result
 * @param error what went wrong, in one sentence, and else what the guest wrote to stderr
 * @param exitCode the guest's exit status; empty if it did not exit
 * @param metadata the run's report without its streams; not to be changed
 */
public record ToolResult(
    String tool,
    boolean success,
    String output,
    String error,
    Optional<Integer> exitCode,
    ObjectNode metadata) {}
