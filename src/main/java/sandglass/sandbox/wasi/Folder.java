package sandglass.sandbox.wasi;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A host folder that the guest may see a copy of. The host's files are read once, before the run,
 * and never written.
 *
 * @param host the folder on this machine
 * @param guest the guest's name for it, such as {@code /data}
 * @param writable whether the guest may change its copy
 * @param also more names for the same copy, each preopened after {@code guest} as a folder of its
 *     own: with {@code .} a guest finds its files there by relative paths
 */
public record Folder(Path host, String guest, boolean writable, List<String> also) {
  /** Copies the list. */
  public Folder {
    also = List.copyOf(also);
  }

  /** A folder of one name. */
  public Folder(Path host, String guest, boolean writable) {
    this(host, guest, writable, List.of());
  }

  /** All of the guest's names for it, in the order in which they are preopened. */
  public List<String> names() {
    return Stream.concat(Stream.of(guest), also.stream()).toList();
  }
}
