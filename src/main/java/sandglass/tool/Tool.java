package sandglass.tool;

import sandglass.data.Fields;
import sandglass.sandbox.Streams;

/** One tool that calls may name. Safe for use from any thread; calls may run at the same time. */
public interface Tool extends AutoCloseable {
  /** Its name, and what it is for and takes. */
  ToolDescription description();

  /**
   * Checks a call and starts it.
   *
   * @param parameters the call's; every key that the tool takes is read, then {@link Fields#end} is
   *     asked, so that the others are refused (see {@link ToolException#check})
   * @param live where the guest's output goes while it runs, besides the result
   * @throws ToolException if it cannot be understood or is not allowed
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  RunningCall start(Fields parameters, Streams live) throws ToolException, InterruptedException;

  /** Lets go of what it keeps between calls. */
  @Override
  default void close() {}
}
