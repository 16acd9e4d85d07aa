package sandglass.sandbox.meter;

import java.util.List;
import java.util.function.IntPredicate;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * A module with the bodies of some of its functions; the others trap at once. So that a large
 * module can be parsed and compiled piece by piece, and that the engine need not keep instructions
 * for which there is compiled code.
 */
public final class Excerpt {
  /** No locals; {@code unreachable end}: valid for every type of function. */
  private static final byte[] STUB = {0, 0x00, 0x0B};

  private static final int PASSIVE = 1;

  private Excerpt() {}

  /**
   * The bytes of each defined function's body.
   *
   * @param module valid
   */
  public static int[] bodySizes(byte[] module) {
    for (Section section : Sections.split(module)) {
      if (section.id() == Sections.CODE) {
        var in = new ByteReader(module, section.offset(), section.end());
        var sizes = new int[in.count()];
        for (int i = 0; i < sizes.length; i++) {
          sizes[i] = in.index();
          in.skip(sizes[i]);
        }
        return sizes;
      }
    }
    return new int[0];
  }

  /**
   * What is needed to instantiate a module: everything but custom sections other than names, and
   * the bodies that are not wanted.
   *
   * @param bodies which to keep, by their place among the defined functions
   */
  public static byte[] toRun(byte[] module, IntPredicate bodies) {
    return write(module, bodies, true);
  }

  /**
   * What is needed to compile some functions: no custom sections, and data segments without data.
   *
   * @param bodies which functions, by their place among the defined ones
   */
  public static byte[] toCompile(byte[] module, IntPredicate bodies) {
    return write(module, bodies, false);
  }

  private static byte[] write(byte[] module, IntPredicate bodies, boolean toRun) {
    List<Section> sections = Sections.split(module);
    var out = new ByteSink(module.length / 2).copy(module, 0, 8);
    for (Section section : sections) {
      var in = new ByteReader(module, section.offset(), section.end());
      switch (section.id()) {
        case Sections.CODE -> out.u8(section.id()).sized(code(in, bodies));
        case Sections.CUSTOM -> {
          if (toRun && isNames(section, in)) {
            copy(section, module, out);
          }
        }
        case Sections.DATA -> {
          if (toRun) {
            copy(section, module, out);
          } else {
            out.u8(section.id()).sized(emptyData(in.count()));
          }
        }
        default -> copy(section, module, out);
      }
    }
    return out.toByteArray();
  }

  private static void copy(Section section, byte[] module, ByteSink out) {
    out.u8(section.id()).u32(section.size()).copy(module, section.offset(), section.end());
  }

  private static boolean isNames(Section section, ByteReader in) {
    byte[] bytes = in.bytes();
    int at = section.offset();
    return section.size() >= 5
        && bytes[at] == 4
        && bytes[at + 1] == 'n'
        && bytes[at + 2] == 'a'
        && bytes[at + 3] == 'm'
        && bytes[at + 4] == 'e';
  }

  private static ByteSink code(ByteReader in, IntPredicate bodies) {
    var code = new ByteSink(1 << 16);
    int count = in.count();
    code.u32(count);
    for (int i = 0; i < count; i++) {
      ByteReader body = in.slice(in.u32());
      if (bodies.test(i)) {
        code.u32(body.end() - (long) body.position());
        code.copy(body.bytes(), body.position(), body.end());
      } else {
        code.u32(STUB.length).copy(STUB, 0, STUB.length);
      }
    }
    return code;
  }

  private static ByteSink emptyData(int segments) {
    var data = new ByteSink(2 * segments + 8).u32(segments);
    for (int i = 0; i < segments; i++) {
      data.u8(PASSIVE).u8(0);
    }
    return data;
  }
}
