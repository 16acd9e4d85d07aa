package sandglass.playground.world;

import java.util.Optional;
import sandglass.capsule.GivenFolder;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.Folder;

/**
 * A folder that a guest gets, and how a capsule gave it.
 *
 * @param folder where it is: on this machine, or in memory where a capsule holds it
 * @param given what the capsule said of it; empty for one that a person chose
 */
public record GrantedFolder(Folder folder, Optional<GivenFolder.Files> given) {

  /** One that a person chose. */
  public GrantedFolder(Folder folder) {
    this(folder, Optional.empty());
  }

  static String summary(GivenFolder.Files.Here files) {
    long count = 0;
    long bytes = 0;
    for (var item : files.items()) {
      if (item instanceof GivenFolder.Item.File file) {
        count++;
        bytes += file.content().bytes().length;
      }
    }
    return count == 0
        ? "empty, in the capsule"
        : "%s %s, %s, in the capsule"
            .formatted(
                Quantities.formatCount(count),
                count == 1 ? "file" : "files",
                Quantities.formatBytes(bytes));
  }
}
