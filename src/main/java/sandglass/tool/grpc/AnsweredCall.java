package sandglass.tool.grpc;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A call that was answered, for a log.
 *
 * @param tool the tool's name as the client gave it; may hold anything
 * @param outcome how it ended: an outcome's kind such as {@code exited}, {@code done} or {@code
 *     failed} for tools that run no guest, or a gRPC status such as {@code INVALID_ARGUMENT}
 * @param fuel units used, where a guest ran
 * @param time from the request to the answer
 */
public record AnsweredCall(String tool, String outcome, OptionalLong fuel, Duration time) {
  /** Nobody wants to know. */
  public static final Consumer<AnsweredCall> UNWATCHED = _ -> {};
}
