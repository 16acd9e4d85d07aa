package sandglass.interpreter;

import java.io.ByteArrayOutputStream;
import sandglass.sandbox.meter.ModuleStructure;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * Takes what only a debugger reads out of a module: the custom sections {@code .debug_*}, which are
 * half of CPython's. Names stay, for backtraces.
 */
final class DebugSections {
  private static final int HEADER = 8;
  private static final byte[] PREFIX = {'.', 'd', 'e', 'b', 'u', 'g', '_'};

  private DebugSections() {}

  /**
   * The module without them; the same array if it has none.
   *
   * @param module one that {@link ModuleStructure#check} finds nothing wrong with
   */
  static byte[] drop(byte[] module) {
    var sections = ModuleStructure.listSections(module);
    if (sections.stream().noneMatch(section -> isDebug(module, section))) {
      return module;
    }
    var out = new ByteArrayOutputStream(module.length);
    out.write(module, 0, HEADER);
    int at = HEADER; // a section begins where the one before it ends
    for (Section section : sections) {
      if (!isDebug(module, section)) {
        out.write(module, at, section.end() - at);
      }
      at = section.end();
    }
    return out.toByteArray();
  }

  private static boolean isDebug(byte[] module, Section section) {
    if (section.id() != 0) {
      return false;
    }
    int at = section.offset();
    while (at < section.end() && module[at] < 0) {
      at++; // the length of the name, in LEB128
    }
    at++;
    if (section.end() - at < PREFIX.length) {
      return false;
    }
    for (int i = 0; i < PREFIX.length; i++) {
      if (module[at + i] != PREFIX[i]) {
        return false;
      }
    }
    return true;
  }
}
