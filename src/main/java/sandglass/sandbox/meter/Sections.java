package sandglass.sandbox.meter;

import java.util.List;
import sandglass.sandbox.meter.ModuleStructure.Section;

/** The section ids that the meter needs, and a module split into its sections. */
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
  static final int TAG = 13;

  private Sections() {}

  /** The sections of a module in the order of the file. */
  static List<Section> split(byte[] module) {
    try {
      return ModuleStructure.listSections(module);
    } catch (IllegalArgumentException e) {
      throw new InvalidModuleException(e.getMessage());
    }
  }
}
