package sandglass.sandbox.meter;

import sandglass.sandbox.meter.RandomModule.Feature;

/** What a {@link RandomBody} does to memory and tables; mostly within bounds. */
final class RandomMemory {
  private static final int[][] LOADS = {
    {0x28, 0x2c, 0x2d, 0x2e, 0x2f}, {0x29, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35}, {0x2a}, {0x2b}
  };
  private static final int[][] STORES = {
    {0x36, 0x3a, 0x3b}, {0x37, 0x3c, 0x3d, 0x3e}, {0x38}, {0x39}
  };

  private final RandomBody body;
  private final WasmBytes out;

  RandomMemory(RandomBody body) {
    this.body = body;
    this.out = body.out;
  }

  void load(RandomType type, int depth) {
    below(0x3ff, 2, depth);
    out.raw(pick(LOADS[type.index()]), 0).u(body.random.nextInt(200));
    body.canonical(type);
  }

  void store(RandomType type, int depth) {
    below(0x3ff, 2, depth);
    body.value(type, depth + 1);
    out.raw(pick(STORES[type.index()]), 0).u(body.random.nextInt(200));
  }

  private int pick(int[] opcodes) {
    return opcodes[body.random.nextInt(opcodes.length)];
  }

  /** An {@code i32} of these bits at most; now and then any. */
  private void below(int mask, int anyPercent, int depth) {
    body.value(RandomType.I32, depth + 1);
    if (!body.chance(anyPercent)) {
      out.raw(0x41).s(mask).raw(0x71);
    }
  }

  /** A value by way of an instruction of its own kind: sizes, growth, vectors, atomics. */
  void special(RandomType type, int depth) {
    if (type == RandomType.I32 && body.chance(40)) {
      switch (body.random.nextInt(5)) {
        case 0 -> out.raw(0x3f, 0);
        case 1 -> {
          below(1, 0, depth);
          out.raw(0x40, 0);
        }
        case 2 -> out.raw(0xfc, 16, spare());
        case 3 -> {
          reference();
          below(3, 5, depth);
          out.raw(0xfc, 15, spare());
        }
        default -> {
          below(3, 5, depth);
          out.raw(0x25, spare(), 0xd1);
        }
      }
    } else if (!type.isFloat() && body.module.has(Feature.VECTORS)) {
      vector(type, depth);
    } else if (!type.isFloat() && body.module.has(Feature.ATOMICS)) {
      atomic(type, depth);
    } else {
      body.value(type, depth + 1);
    }
  }

  private static int spare() {
    return RandomModule.SPARE_TABLE;
  }

  private void reference() {
    if (body.chance(50)) {
      // Only what an element segment declares may be referred to; that is all of them.
      out.raw(0xd2).u(body.random.nextInt(body.module.functions.size()));
    } else {
      out.raw(0xd0, 0x70);
    }
  }

  private void vector(RandomType type, int depth) {
    boolean wide = type == RandomType.I64;
    for (int i = 0; i < 2; i++) {
      if (body.chance(30)) {
        below(0x3ff, 2, depth);
        out.raw(0xfd, 0, 0).u(body.random.nextInt(200));
      } else {
        body.value(type, depth + 1);
        out.raw(0xfd, wide ? 18 : 17);
      }
    }
    int[] operations = {78, 80, 81, 110, 142, 174, 177, 181, 206, 209, 213};
    out.raw(0xfd).u(pick(operations));
    out.raw(0xfd, wide ? 29 : 27, body.random.nextInt(2));
  }

  private void atomic(RandomType type, int depth) {
    boolean wide = type == RandomType.I64;
    below(0x3f8, 0, depth);
    if (body.chance(40)) {
      out.raw(0xfe, wide ? 0x11 : 0x10);
    } else {
      body.value(type, depth + 1);
      out.raw(0xfe, (wide ? 0x1f : 0x1e) + 7 * body.random.nextInt(6));
    }
    out.raw(wide ? 3 : 2, 8);
  }

  /** A bulk operation, or one on the spare table, with a short length. */
  void bulk(int depth) {
    int kind = body.random.nextInt(9);
    if (kind == 7) {
      out.raw(0xfc, body.chance(50) ? 9 : 13).u(body.random.nextInt(2));
      return;
    }
    if (kind == 8) {
      below(3, 5, depth);
      reference();
      out.raw(0x26, spare());
      return;
    }
    boolean table = kind >= 3 && kind <= 5;
    below(table ? 3 : 0x3ff, 2, depth);
    if (kind == 4) {
      reference();
    } else {
      below(table ? 1 : kind == 2 ? 7 : 0x3ff, 2, depth);
    }
    below(table ? 1 : kind == 2 ? 31 : 0x7f, 2, depth);
    switch (kind) {
      case 0, 6 -> out.raw(0xfc, 10, 0, 0);
      case 1 -> out.raw(0xfc, 11, 0);
      case 2 -> out.raw(0xfc, 8, 1, 0);
      case 3 -> out.raw(0xfc, 14, spare(), body.chance(50) ? spare() : 0);
      case 4 -> out.raw(0xfc, 17, spare());
      default -> out.raw(0xfc, 12, 2, spare());
    }
  }
}
