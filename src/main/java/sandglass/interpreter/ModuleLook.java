package sandglass.interpreter;

import java.nio.charset.StandardCharsets;
import sandglass.sandbox.meter.ModuleStructure;
import sandglass.sandbox.meter.ModuleStructure.Section;

/** What can be seen of a module without parsing it. */
final class ModuleLook {
  private static final int EXPORTS = 7;
  private static final int DATA = 11;

  private final byte[] module;
  private int at;

  private ModuleLook(byte[] module) {
    this.module = module;
  }

  /**
   * Whether it exports a function {@code _start}, as every WASI command does.
   *
   * @param module one that {@link ModuleStructure#check} finds nothing wrong with
   */
  static boolean isCommand(byte[] module) {
    for (Section section : ModuleStructure.listSections(module)) {
      if (section.id() == EXPORTS) {
        return new ModuleLook(module).exportsStart(section);
      }
    }
    return false;
  }

  private boolean exportsStart(Section section) {
    at = section.offset();
    for (int left = u32(); left > 0 && at < section.end(); left--) {
      int length = u32();
      String name = new String(module, at, length, StandardCharsets.UTF_8);
      at += length;
      int kind = module[at++];
      u32();
      if (kind == 0 && name.equals("_start")) {
        return true;
      }
    }
    return false;
  }

  private int u32() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = module[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Whether the module's data hold a text. */
  static boolean holds(byte[] module, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (Section section : ModuleStructure.listSections(module)) {
      if (section.id() == DATA && find(module, section, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean find(byte[] module, Section section, byte[] wanted) {
    int last = section.end() - wanted.length;
    for (int i = section.offset(); i <= last; i++) {
      int n = 0;
      while (n < wanted.length && module[i + n] == wanted[n]) {
        n++;
      }
      if (n == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
