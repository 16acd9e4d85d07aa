package sandglass.program.python;

/** The types that programs name as values, with their numbers in {@code runtime.h}. */
enum BuiltinType {
  FLOAT("float", 4),
  STR("str", 5),
  LIST("list", 6),
  TUPLE("tuple", 7),
  DICT("dict", 8),
  RANGE("range", 9),
  INT("int", 64),
  BOOL("bool", 65);

  private final String pythonName;
  private final int code;

  BuiltinType(String pythonName, int code) {
    this.pythonName = pythonName;
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The type of a name in Python. */
  static BuiltinType of(String name) {
    for (var type : values()) {
      if (type.pythonName.equals(name)) {
        return type;
      }
    }
    throw new IllegalStateException("not in the subset, but let through: " + name);
  }
}
