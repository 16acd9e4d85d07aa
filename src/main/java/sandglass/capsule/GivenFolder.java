package sandglass.capsule;

import java.util.Comparator;
import java.util.List;

/**
 * A folder that a capsule holds or names.
 *
 * @param guest the guest's name for it
 * @param writable whether the guest may change its copy
 * @param files what is in it
 * @param also more names for the same copy, each preopened after {@code guest}; in a file: {@code
 *     "also": ["."]}, left out where there are none
 */
public record GivenFolder(String guest, boolean writable, Files files, List<String> also) {
  /** Copies the list. */
  public GivenFolder {
    also = List.copyOf(also);
  }

  /** A folder of one name. */
  public GivenFolder(String guest, boolean writable, Files files) {
    this(guest, writable, files, List.of());
  }

  /** What is in a folder. */
  public sealed interface Files {
    /** By value, in the order of their paths. */
    record Here(List<Item> items) implements Files {
      /** Copies the list, and puts it in order. */
      public Here {
        items = items.stream().sorted(Comparator.comparing(Item::path)).toList();
      }
    }

    /**
     * By path and digest.
     *
     * @param path of this machine; where relative, from the capsule's folder
     * @param sha256 the digest over names and contents, in lower-case hexadecimal; see {@link
     *     FolderDigest}
     */
    record There(String path, String sha256) implements Files {}
  }

  /** One thing in a folder. */
  public sealed interface Item {
    /** Where it is, with {@code /} between folders: never absolute, never with {@code ..}. */
    String path();

    /** A file. */
    record File(String path, Content.Here content) implements Item {}

    /** A folder; only empty ones need be named. */
    record Folder(String path) implements Item {}

    /** A symbolic link, which does not lead out of the folder. */
    record Link(String path, String target) implements Item {}
  }
}
