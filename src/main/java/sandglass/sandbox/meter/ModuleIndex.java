package sandglass.sandbox.meter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.meter.ModuleStructure.Section;

/** What the meter needs to know of a module before it rewrites it: its functions and globals. */
final class ModuleIndex {
  private static final int FUNC = 0x60;
  private static final int STRUCT = 0x5F;
  private static final int ARRAY = 0x5E;
  private static final int SUB = 0x50;
  private static final int SUB_FINAL = 0x4F;
  private static final int REC = 0x4E;

  private static final int NOT_A_FUNCTION = -1;

  private final byte[] module;

  /** For each type, where its parameters are in the module. */
  private final IntList paramsByType = new IntList();

  private final IntList typeByFunction = new IntList();
  private final IntList typeByImportedFunction = new IntList();
  private final IntList typeByTag = new IntList();
  private final Map<Integer, Signature> signatures = new HashMap<>();
  private int importedTables;
  private int importedMemories;
  private int importedGlobals;
  private int definedGlobals;

  ModuleIndex(byte[] module, List<Section> sections) {
    this.module = module;
    for (Section section : sections) {
      var in = new ByteReader(module, section.offset(), section.end());
      switch (section.id()) {
        case Sections.TYPE -> readTypes(in);
        case Sections.IMPORT -> readImports(in);
        case Sections.FUNCTION -> {
          for (int n = in.count(); n > 0; n--) {
            typeByFunction.add(in.index());
          }
        }
        case Sections.GLOBAL -> definedGlobals = in.count();
        case Sections.TAG -> {
          for (int n = in.count(); n > 0; n--) {
            in.skip(1);
            typeByTag.add(in.index());
          }
        }
        default -> {}
      }
    }
  }

  /** All globals, imported and defined. */
  int globals() {
    return importedGlobals + definedGlobals;
  }

  int importedFunctions() {
    return typeByImportedFunction.size();
  }

  int importedTables() {
    return importedTables;
  }

  int importedMemories() {
    return importedMemories;
  }

  /** Whether a type index is that of a function type. */
  boolean isFunctionType(long type) {
    return type < paramsByType.size() && paramsByType.get((int) type) != NOT_A_FUNCTION;
  }

  /** How many functions the module defines. */
  int functions() {
    return typeByFunction.size();
  }

  /** How many types the module has. */
  int types() {
    return paramsByType.size();
  }

  /** Stands at the parameters of a defined function: their number, then their types. */
  ByteReader params(int function) {
    return typeReader(typeOf(function));
  }

  /** The type index of a defined function. */
  int typeOf(int function) {
    if (function >= typeByFunction.size()) {
      throw new InvalidModuleException("function and code section have inconsistent lengths");
    }
    return typeByFunction.get(function);
  }

  /** A function type. */
  Signature signature(int type) {
    return signatures.computeIfAbsent(type, t -> Signature.read(typeReader(t)));
  }

  /** The type of a function, imported or defined. */
  Signature signatureOfFunction(int function) {
    int imported = typeByImportedFunction.size();
    return signature(
        function < imported ? typeByImportedFunction.get(function) : typeOf(function - imported));
  }

  /** The type of a tag, imported or defined. */
  Signature signatureOfTag(int tag) {
    if (tag >= typeByTag.size()) {
      throw new InvalidModuleException("unknown tag " + tag);
    }
    return signature(typeByTag.get(tag));
  }

  private ByteReader typeReader(int type) {
    if (type >= paramsByType.size() || paramsByType.get(type) == NOT_A_FUNCTION) {
      throw new InvalidModuleException("unknown type " + type);
    }
    return new ByteReader(module, paramsByType.get(type), module.length);
  }

  private void readTypes(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      int code = in.u8();
      if (code == REC) {
        for (int m = in.count(); m > 0; m--) {
          readSubType(in, in.u8());
        }
      } else {
        readSubType(in, code);
      }
    }
  }

  private void readSubType(ByteReader in, int first) {
    int code = first;
    if (code == SUB || code == SUB_FINAL) {
      for (int n = in.count(); n > 0; n--) {
        in.skipLeb(5);
      }
      code = in.u8();
    }
    switch (code) {
      case FUNC -> {
        paramsByType.add(in.position());
        skipValueTypes(in, in.count());
        skipValueTypes(in, in.count());
      }
      case STRUCT -> {
        for (int n = in.count(); n > 0; n--) {
          skipField(in);
        }
        paramsByType.add(NOT_A_FUNCTION);
      }
      case ARRAY -> {
        skipField(in);
        paramsByType.add(NOT_A_FUNCTION);
      }
      default ->
          throw new InvalidModuleException("malformed type at offset " + (in.position() - 1));
    }
  }

  private static void skipField(ByteReader in) {
    Decoder.skipValueType(in);
    in.skip(1);
  }

  private static void skipValueTypes(ByteReader in, int count) {
    for (int i = 0; i < count; i++) {
      Decoder.skipValueType(in);
    }
  }

  private void readImports(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      in.skip(in.u32());
      in.skip(in.u32());
      int kind = in.u8();
      switch (kind) {
        case 0 -> typeByImportedFunction.add(in.index());
        case 1 -> {
          Decoder.skipValueType(in);
          skipLimits(in);
          importedTables++;
        }
        case 2 -> {
          skipLimits(in);
          importedMemories++;
        }
        case 3 -> {
          Decoder.skipValueType(in);
          in.skip(1);
          importedGlobals++;
        }
        case 4 -> {
          in.skip(1);
          typeByTag.add(in.index());
        }
        default -> throw new InvalidModuleException("malformed import kind " + kind);
      }
    }
  }

  private static void skipLimits(ByteReader in) {
    int flags = in.u8();
    in.skipLeb(10);
    if ((flags & 1) != 0) {
      in.skipLeb(10);
    }
  }
}
