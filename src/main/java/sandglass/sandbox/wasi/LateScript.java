package sandglass.sandbox.wasi;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file that the guest sees in a folder of its own, with a content that is there only when the
 * guest first looks for it. Stdin comes with it.
 *
 * @param folder the guest's name for the folder
 * @param name the file's name in it
 * @param handOver waits for the content; called on the guest's thread, before the first look into
 *     the folder, or the first read of stdin, returns. It is called for each of them once. An
 *     unchecked exception passes through the guest and ends it
 */
public record LateScript(String folder, String name, Supplier<Handed> handOver) {
  /**
   * What comes at the hand-over.
   *
   * @param content the file's; not copied
   * @param stdin an open stream
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  public record Handed(byte[] content, InputStream stdin) {}
}
