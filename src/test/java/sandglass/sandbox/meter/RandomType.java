package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The value types of random modules, each with the instructions that make such a value. An operand
 * letter stands for a type: i, l, f, d.
 */
enum RandomType {
  I32(
      0x7f,
      0x41,
      "i:45 67 68 69 c0 c1",
      "ii:46 47 48 49 4a 4b 4c 4d 4e 4f 6a 6b 6c 71 72 73 74 75 76 77 78",
      "l:50 a7",
      "ll:51 52 53 54 55 56 57 58 59 5a",
      "ff:5b 5c 5d 5e 5f 60",
      "dd:61 62 63 64 65 66",
      "f:a8 a9 bc fc00 fc01",
      "d:aa ab fc02 fc03"),
  I64(
      0x7e,
      0x42,
      "l:79 7a 7b c2 c3 c4",
      "ll:7c 7d 7e 83 84 85 86 87 88 89 8a",
      "i:ac ad",
      "f:ae af fc04 fc05",
      "d:b0 b1 bd fc06 fc07"),
  F32(
      0x7d,
      0x43,
      "f:8b 8c 8d 8e 8f 90 91",
      "ff:92 93 94 95 96 97 98",
      "i:b2 b3 be",
      "l:b4 b5",
      "d:b6"),
  F64(
      0x7c,
      0x44,
      "d:99 9a 9b 9c 9d 9e 9f",
      "dd:a0 a1 a2 a3 a4 a5 a6",
      "i:b7 b8",
      "l:b9 ba bf",
      "f:bb");

  /** An instruction by its opcode in hexadecimal, and what it takes. */
  record Op(String operands, String code) {}

  static final List<RandomType> ALL = List.of(values());

  private static final List<List<Op>> OPS = ALL.stream().map(type -> parse(type.groups)).toList();

  private static final String LETTERS = "ilfd";

  final int code;
  final int constant;
  private final String groups;

  RandomType(int code, int constant, String... groups) {
    this.code = code;
    this.constant = constant;
    this.groups = String.join("|", groups);
  }

  /** Every instruction that makes such a value from others. */
  List<Op> ops() {
    return OPS.get(index());
  }

  private static List<Op> parse(String groups) {
    List<Op> all = new ArrayList<>();
    for (String group : groups.split("[|]", -1)) {
      String[] parts = group.split(":", -1);
      for (String code : parts[1].split(" ", -1)) {
        all.add(new Op(parts[0], code));
      }
    }
    return all;
  }

  static RandomType of(char letter) {
    return ALL.get(LETTERS.indexOf(letter));
  }

  static RandomType any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /** The index of the global of this type; the same order everywhere. */
  int index() {
    return ALL.indexOf(this);
  }

  boolean isFloat() {
    return this == F32 || this == F64;
  }

  boolean isWide() {
    return this == I64 || this == F64;
  }
}
