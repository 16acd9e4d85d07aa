package sandglass.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sandglass.program.ModuleInspection.CustomSection;
import sandglass.program.ModuleInspection.Producer;
import sandglass.sandbox.meter.ModuleStructure;

/** Reads custom sections, which no engine checks: a damaged one counts as empty. */
final class CustomSections {
  private final byte[] module;
  private int at;
  private int end;

  private CustomSections(byte[] module) {
    this.module = module;
  }

  static List<CustomSection> list(byte[] module) {
    var found = new ArrayList<CustomSection>();
    var reader = new CustomSections(module);
    for (var section : ModuleStructure.listSections(module)) {
      if (section.id() == 0) {
        String name = reader.open(section);
        found.add(new CustomSection(name, reader.end - reader.at));
      }
    }
    return found;
  }

  static List<Producer> producers(byte[] module) {
    var found = new ArrayList<Producer>();
    var reader = new CustomSections(module);
    for (var section : ModuleStructure.listSections(module)) {
      if (section.id() == 0 && reader.open(section).equals("producers")) {
        try {
          reader.readProducers(found);
        } catch (IndexOutOfBoundsException e) {
          // It ends early; what was read so far is still true.
          break;
        }
      }
    }
    return found;
  }

  private String open(ModuleStructure.Section section) {
    at = section.offset();
    end = section.offset() + section.size();
    return text();
  }

  private void readProducers(List<Producer> found) {
    for (long fields = number(); fields > 0; fields--) {
      String field = text();
      for (long values = number(); values > 0; values--) {
        found.add(new Producer(field, text(), text()));
      }
    }
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (at >= end) {
        throw new IndexOutOfBoundsException(at);
      }
      byte b = module[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        break;
      }
    }
    return value;
  }

  private String text() {
    long length = number();
    if (length > end - at) {
      throw new IndexOutOfBoundsException(at);
    }
    at += (int) length;
    return new String(module, at - (int) length, (int) length, StandardCharsets.UTF_8);
  }
}
