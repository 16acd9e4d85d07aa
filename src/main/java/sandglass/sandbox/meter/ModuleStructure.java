package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a binary's frame holds together: sections in order and inside the file, counts and
 * lengths no larger than the bytes that follow, no function with more than 50,000 locals. An engine
 * that parses a module which passes allocates in proportion to the module's size, whatever the
 * module claims. It does not validate code. Pure; takes well under a millisecond a megabyte.
 */
public final class ModuleStructure {
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final String[] NAMES = {
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag"
  };

  /** Where each section id comes in the order that the specification demands. */
  private static final int[] RANK = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};

  private ModuleStructure() {}

  /**
   * A section of a binary.
   *
   * @param id its id, 0 for a custom section
   * @param name the specification's name for it, such as {@code code}
   * @param offset where its content begins, in bytes from the module's start
   * @param size the bytes of its content
   */
  public record Section(int id, String name, int offset, int size) {
    /** The offset after its content. */
    public int end() {
      return offset + size;
    }
  }

  /** Where a section stands in the order that the specification demands; custom ones at 0. */
  static int rank(int id) {
    return RANK[id];
  }

  /**
   * Why the bytes cannot be a module that this sandbox takes.
   *
   * @return one sentence without the file's name, saying where and what; empty if nothing is wrong
   */
  public static Optional<String> check(byte[] module) {
    try {
      var sections = sections(module);
      SectionContents.check(module, sections);
      return Optional.empty();
    } catch (ModuleBytes.Damaged e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether the bytes begin as every WebAssembly binary does, a component included. */
  public static boolean hasMagic(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == MAGIC[0]
        && bytes[1] == MAGIC[1]
        && bytes[2] == MAGIC[2]
        && bytes[3] == MAGIC[3];
  }

  /**
   * The sections in the order of the file.
   *
   * @throws IllegalArgumentException if {@link #check} would refuse the module for its header or
   *     for a section's place or size
   */
  public static List<Section> listSections(byte[] module) {
    try {
      return List.copyOf(sections(module));
    } catch (ModuleBytes.Damaged e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static List<Section> sections(byte[] module) {
    header(module);
    var in = new ModuleBytes(module);
    in.at = 8;
    var sections = new ArrayList<Section>();
    int rank = 0;
    while (in.left() > 0) {
      int start = in.at;
      in.where = "the file";
      int id = in.u8();
      if (id >= NAMES.length) {
        throw in.damaged("a section of unknown kind " + id, start);
      }
      in.where = "section " + id + " (" + NAMES[id] + ")";
      if (id != 0 && RANK[id] <= rank) {
        throw in.damaged("it is repeated or out of order", start);
      }
      rank = Math.max(rank, RANK[id]);
      sections.add(section(in, id, start));
    }
    return sections;
  }

  private static Section section(ModuleBytes in, int id, int start) {
    long size;
    try {
      size = in.u32();
    } catch (ModuleBytes.Damaged e) {
      throw in.left() == 0
          ? new ModuleBytes.Damaged(
              "truncated: the file ends inside the size of "
                  + in.where
                  + " at offset "
                  + ModuleBytes.offset(start))
          : e;
    }
    if (size > in.left()) {
      throw new ModuleBytes.Damaged(
          String.format(
              Locale.ROOT,
              "truncated: %s at offset %s has %,d bytes, the file ends after %,d of them, %,d are missing",
              in.where,
              ModuleBytes.offset(start),
              size,
              in.left(),
              size - in.left()));
    }
    var section = new Section(id, NAMES[id], in.at, (int) size);
    in.at += (int) size;
    return section;
  }

  private static void header(byte[] module) {
    if (module.length < 8 && hasMagic(module)) {
      throw new ModuleBytes.Damaged(
          "truncated: the header has 8 bytes, the file ends after %d of them, %d are missing"
              .formatted(module.length, 8 - module.length));
    }
    if (!hasMagic(module)) {
      throw new ModuleBytes.Damaged("not a WebAssembly module: it does not begin with \\0asm");
    }
    int version = (module[4] & 0xff) | (module[5] & 0xff) << 8;
    int layer = (module[6] & 0xff) | (module[7] & 0xff) << 8;
    if (layer == 1) {
      throw new ModuleBytes.Damaged(
          "a WebAssembly component (version 0x%02x, layer 1), not a core module; build it for"
                  .formatted(version)
              + " wasm32-wasip1 (WASI preview 1) instead");
    }
    if (version != 1 || layer != 0) {
      throw new ModuleBytes.Damaged(
          "WebAssembly version "
              + (version | (long) layer << 16)
              + " at offset 4, only version 1 is supported; build the module again with a current"
              + " toolchain");
    }
  }
}
