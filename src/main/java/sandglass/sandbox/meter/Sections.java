package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.List;

/** A module split into its sections, in the order of the file. */
final class Sections {
  static final int CUSTOM = 0;
  static final int TYPE = 1;
  static final int IMPORT = 2;
  static final int FUNCTION = 3;
  static final int TABLE = 4;
  static final int MEMORY = 5;
  static final int GLOBAL = 6;
  static final int EXPORT = 7;
  static final int START = 8;
  static final int ELEMENT = 9;
  static final int CODE = 10;
  static final int DATA = 11;

  /** The place of each section id in the order of the binary format. */
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};

  private static final long MAGIC_AND_VERSION = 0x0061736D_01000000L;

  /**
   * One section.
   *
   * @param id its id
   * @param start offset of its content
   * @param end offset after its content
   */
  record Section(int id, int start, int end) {}

  private Sections() {}

  /**
   * Where a section stands in the prescribed order; custom sections, which stand anywhere, at 0.
   */
  static int order(int id) {
    return ORDER[id];
  }

  static List<Section> split(byte[] module) {
    var in = new ByteReader(module, 0, module.length);
    long head = 0;
    for (int i = 0; i < 8; i++) {
      head = head << 8 | in.u8();
    }
    if (head != MAGIC_AND_VERSION) {
      throw new InvalidModuleException("magic header or version not detected");
    }
    var sections = new ArrayList<Section>();
    int last = 0;
    while (in.hasMore()) {
      int id = in.u8();
      if (id >= ORDER.length) {
        throw new InvalidModuleException("malformed section id " + id);
      }
      ByteReader content = in.slice(in.u32());
      if (id != CUSTOM) {
        if (order(id) <= last) {
          throw new InvalidModuleException("unexpected content after last section: section " + id);
        }
        last = order(id);
      }
      sections.add(new Section(id, content.position(), content.end()));
    }
    return sections;
  }
}
