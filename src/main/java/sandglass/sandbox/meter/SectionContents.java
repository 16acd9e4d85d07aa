package sandglass.sandbox.meter;

import java.util.Arrays;
import java.util.List;

/** Checks the counts and lengths inside each section. */
final class SectionContents {
  private static final int MAX_LOCALS = 50_000;
  private static final byte[] NAME = {'n', 'a', 'm', 'e'};

  private final ModuleBytes in;
  private int functions;
  private int bodies;
  private int data;
  private long dataCount = -1;

  private SectionContents(ModuleBytes in) {
    this.in = in;
  }

  static void check(byte[] module, List<ModuleStructure.Section> sections) {
    var contents = new SectionContents(new ModuleBytes(module));
    for (var section : sections) {
      contents.check(section);
    }
    contents.checkTotals();
  }

  private void check(ModuleStructure.Section section) {
    in.at = section.offset();
    in.end = section.offset() + section.size();
    in.where = "section " + section.id() + " (" + section.name() + ")";
    switch (section.id()) {
      case 0 -> custom();
      case 1 -> types();
      case 2 -> imports();
      case 3 -> functions = indexes(in.count(1, "functions"));
      case 4 -> tables();
      case 5 -> memories();
      case 6 -> globals();
      case 7 -> exports();
      case 8 -> in.u32();
      case 9 -> elements();
      case 10 -> code();
      case 11 -> data();
      case 12 -> dataCount = in.u32();
      default -> tags();
    }
    if (in.left() > 0) {
      throw in.damaged(in.left() + " bytes too many");
    }
  }

  private void checkTotals() {
    if (functions != bodies) {
      throw new ModuleBytes.Damaged(
          "the module declares " + functions + " functions but has code for " + bodies);
    }
    if (dataCount >= 0 && dataCount != data) {
      throw new ModuleBytes.Damaged(
          "the module announces " + dataCount + " data segments but has " + data);
    }
  }

  private int indexes(int count) {
    for (int i = 0; i < count; i++) {
      in.u32();
    }
    return count;
  }

  private void custom() {
    int start = in.at;
    in.name();
    if (in.at - start == 5 && Arrays.equals(in.bytes, start + 1, start + 5, NAME, 0, 4)) {
      names();
    }
    in.at = in.end;
  }

  private void names() {
    int sectionEnd = in.end;
    in.where = "the custom section \"name\"";
    while (in.left() > 0) {
      int id = in.u8();
      long size = in.u32();
      int start = in.at;
      in.skip(size, "a subsection");
      in.at = start;
      in.end = start + (int) size;
      switch (id) {
        case 0 -> in.name();
        case 1, 5, 6, 7, 8, 9, 11 -> nameMap();
        case 2, 3 -> {
          for (int i = in.count(2, "entries"); i > 0; i--) {
            in.u32();
            nameMap();
          }
        }
        default -> {}
      }
      in.at = start + (int) size;
      in.end = sectionEnd;
    }
  }

  private void nameMap() {
    for (int i = in.count(2, "names"); i > 0; i--) {
      in.u32();
      in.name();
    }
  }

  private void types() {
    for (int i = in.count(2, "types"); i > 0; i--) {
      int form = in.u8();
      if (form == 0x4e) {
        for (int j = in.count(2, "types of a group"); j > 0; j--) {
          subType(in.u8());
        }
      } else {
        subType(form);
      }
    }
  }

  private void subType(int form) {
    if (form == 0x50 || form == 0x4f) {
      indexes(in.count(1, "supertypes"));
      form = in.u8();
    }
    switch (form) {
      case 0x5e -> field();
      case 0x5f -> {
        for (int i = in.count(2, "fields"); i > 0; i--) {
          field();
        }
      }
      case 0x60 -> {
        valueTypes("parameters");
        valueTypes("results");
      }
      default -> throw in.damaged("0x%02x where a type should be".formatted(form), in.at - 1);
    }
  }

  private void field() {
    in.valueType();
    in.u8();
  }

  private void valueTypes(String what) {
    for (int i = in.count(1, what); i > 0; i--) {
      in.valueType();
    }
  }

  private void imports() {
    for (int i = in.count(4, "imports"); i > 0; i--) {
      in.name();
      in.name();
      int kind = in.u8();
      switch (kind) {
        case 0 -> in.u32();
        case 1 -> {
          in.valueType();
          limits("table");
        }
        case 2 -> limits("memory");
        case 3 -> field();
        case 4 -> tag();
        default ->
            throw in.damaged("0x%02x where a kind of import should be".formatted(kind), in.at - 1);
      }
    }
  }

  private void limits(String what) {
    int flags = in.u8();
    if (flags > 3) {
      throw in.damaged(
          "a "
              + what
              + " with flags 0x%02x (64-bit, or with its own page size)".formatted(flags)
              + ", which is not supported,",
          in.at - 1);
    }
    in.u32();
    if ((flags & 1) != 0) {
      in.u32();
    }
  }

  private void tables() {
    for (int i = in.count(3, "tables"); i > 0; i--) {
      boolean initialised = in.left() > 0 && in.bytes[in.at] == 0x40;
      if (initialised) {
        in.skip(2, "a table");
      }
      in.valueType();
      limits("table");
      if (initialised) {
        Initialiser.skip(in);
      }
    }
  }

  private void memories() {
    for (int i = in.count(2, "memories"); i > 0; i--) {
      limits("memory");
    }
  }

  private void tag() {
    in.u8();
    in.u32();
  }

  private void tags() {
    for (int i = in.count(2, "tags"); i > 0; i--) {
      tag();
    }
  }

  private void globals() {
    for (int i = in.count(3, "globals"); i > 0; i--) {
      field();
      Initialiser.skip(in);
    }
  }

  private void exports() {
    for (int i = in.count(3, "exports"); i > 0; i--) {
      in.name();
      in.u8();
      in.u32();
    }
  }

  private void elements() {
    for (int i = in.count(3, "element segments"); i > 0; i--) {
      element();
    }
  }

  private void element() {
    long flags = in.u32();
    if (flags > 7) {
      throw in.damaged("an element segment of unknown kind " + flags);
    }
    boolean active = (flags & 1) == 0;
    boolean typed = (flags & 3) != 0;
    boolean expressions = (flags & 4) != 0;
    if (active) {
      if (typed) {
        in.u32();
      }
      Initialiser.skip(in);
    }
    if (typed) {
      in.valueType();
    }
    int count = in.count(1, "elements");
    if (!expressions) {
      indexes(count);
      return;
    }
    for (int i = 0; i < count; i++) {
      Initialiser.skip(in);
    }
  }

  private void code() {
    bodies = in.count(3, "function bodies");
    int sectionEnd = in.end;
    String section = in.where;
    for (int i = 0; i < bodies; i++) {
      long size = in.u32();
      int start = in.at;
      in.skip(size, "function body " + i);
      in.at = start;
      in.end = start + (int) size;
      in.where = section + ", function body " + i;
      locals();
      if (in.left() == 0 || in.bytes[in.end - 1] != 0x0b) {
        throw in.damaged("it does not finish with an end instruction", in.end);
      }
      in.at = in.end;
      in.end = sectionEnd;
      in.where = section;
    }
  }

  private void locals() {
    long total = 0;
    for (int i = in.count(2, "groups of locals"); i > 0; i--) {
      total += in.u32();
      if (total > MAX_LOCALS) {
        throw in.damaged("more than " + MAX_LOCALS + " locals");
      }
      in.valueType();
    }
  }

  private void data() {
    data = in.count(2, "data segments");
    for (int i = 0; i < data; i++) {
      long mode = in.u32();
      if (mode > 2) {
        throw in.damaged("a data segment of unknown kind " + mode);
      }
      if (mode == 2) {
        in.u32();
      }
      if (mode != 1) {
        Initialiser.skip(in);
      }
      in.skip(in.u32(), "data segment " + i);
    }
  }
}
