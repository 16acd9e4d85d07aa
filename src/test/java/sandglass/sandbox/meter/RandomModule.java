package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes valid modules at random: the same seed, the same bytes. A module exports {@code main} (no
 * parameters), {@code memory} and its globals; it may import the function {@code env.host} of an
 * {@code i64} to an {@code i64}. It may trap, throw or run without end, so run it with fuel.
 */
final class RandomModule {
  /** What only some engines can do, or do right. */
  enum Feature {
    EXCEPTIONS,
    /** They upset the call stack of Chicory's interpreter. */
    TAIL_CALLS,
    /**
     * Branches to the end of a block with parameters, or back to a loop with values: Chicory's
     * interpreter keeps as many operands too many as there are parameters, or results.
     */
    WIDE_BRANCHES,
    VECTORS,
    ATOMICS
  }

  /**
   * @param results also the values that a block leaves
   */
  record Signature(List<RandomType> params, List<RandomType> results) {}

  static final int GLOBALS = 4;
  static final int TAGS = 3;
  static final int SEGMENT_BYTES = 40;
  static final int SPARE_TABLE = 1;
  private static final int PASSIVE_ELEMENTS = 4;
  static final Signature HOST = new Signature(List.of(RandomType.I64), List.of(RandomType.I64));

  final Random random;
  final Set<Feature> features;
  final List<Signature> types = new ArrayList<>();
  final List<Signature> functions = new ArrayList<>();
  final List<Signature> tags = new ArrayList<>();
  final int imported;
  final boolean starts;

  private RandomModule(long seed, Set<Feature> features) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.features = features;
    imported = random.nextInt(3) == 0 ? 1 : 0;
    starts = random.nextInt(5) == 0;
    if (imported == 1) {
      functions.add(HOST);
    }
    functions.add(new Signature(List.of(), someTypes(1, 3)));
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      functions.add(new Signature(someTypes(0, 3), someTypes(0, 2)));
    }
    if (starts) {
      functions.add(new Signature(List.of(), List.of()));
    }
    tags.add(new Signature(List.of(RandomType.I32), List.of()));
    tags.add(new Signature(List.of(RandomType.I64, RandomType.F64), List.of()));
    tags.add(new Signature(List.of(), List.of()));
    functions.forEach(this::type);
    tags.forEach(this::type);
  }

  /** A module of what both engines run right. */
  static byte[] of(long seed) {
    // Chicory's compiler rejects many a module with handlers, so not all have them.
    return of(seed, seed % 4 == 0 ? EnumSet.of(Feature.EXCEPTIONS) : EnumSet.noneOf(Feature.class));
  }

  static byte[] of(long seed, Set<Feature> features) {
    return new RandomModule(seed, features).write();
  }

  /** The index of a type, which is added where it is new. */
  int type(Signature signature) {
    int at = types.indexOf(signature);
    if (at < 0) {
      types.add(signature);
      return types.size() - 1;
    }
    return at;
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  List<RandomType> someTypes(int least, int most) {
    List<RandomType> chosen = new ArrayList<>();
    for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
      chosen.add(RandomType.any(random));
    }
    return List.copyOf(chosen);
  }

  private byte[] write() {
    // Bodies first: blocks of several values add types.
    WasmBytes code = new WasmBytes().u(functions.size() - imported);
    for (int i = imported; i < functions.size(); i++) {
      code.sized(new RandomBody(this, i).write());
    }
    WasmBytes module = new WasmBytes().raw(0, 'a', 's', 'm', 1, 0, 0, 0);
    section(module, 1, typeSection());
    if (imported == 1) {
      section(module, 2, new WasmBytes().u(1).name("env").name("host").raw(0).u(type(HOST)));
    }
    section(module, 3, functionSection());
    section(module, 4, tableSection());
    section(module, 5, new WasmBytes().u(1).raw(1).u(1).u(3));
    if (has(Feature.EXCEPTIONS)) {
      section(module, 13, tagSection());
    }
    section(module, 6, globalSection());
    section(module, 7, exportSection());
    if (starts) {
      section(module, 8, new WasmBytes().u(functions.size() - 1));
    }
    section(module, 9, elementSection());
    section(module, 12, new WasmBytes().u(2));
    section(module, 10, code);
    section(module, 11, dataSection());
    return module.toByteArray();
  }

  private static void section(WasmBytes module, int id, WasmBytes content) {
    module.raw(id).sized(content);
  }

  private WasmBytes typeSection() {
    WasmBytes out = new WasmBytes().u(types.size());
    for (Signature type : types) {
      out.raw(0x60);
      valueTypes(out, type.params());
      valueTypes(out, type.results());
    }
    return out;
  }

  private static void valueTypes(WasmBytes out, List<RandomType> types) {
    out.u(types.size());
    types.forEach(type -> out.raw(type.code));
  }

  private WasmBytes functionSection() {
    WasmBytes out = new WasmBytes().u(functions.size() - imported);
    functions.subList(imported, functions.size()).forEach(function -> out.u(type(function)));
    return out;
  }

  /** Table 0 holds every function and two nulls; the spare one is for table instructions. */
  private WasmBytes tableSection() {
    return new WasmBytes().u(2).raw(0x70, 0).u(functions.size() + 2).raw(0x70, 1).u(6).u(20);
  }

  private WasmBytes tagSection() {
    WasmBytes out = new WasmBytes().u(tags.size());
    tags.forEach(tag -> out.raw(0).u(type(tag)));
    return out;
  }

  private WasmBytes globalSection() {
    WasmBytes out = new WasmBytes().u(GLOBALS + 1);
    for (RandomType type : RandomType.ALL) {
      out.raw(type.code, 1);
      RandomBody.constant(out, type, random);
      out.raw(0x0b);
    }
    // How many calls may yet go back to a function that is running.
    return out.raw(RandomType.I32.code, 1, 0x41).s(10 + random.nextInt(30)).raw(0x0b);
  }

  private WasmBytes exportSection() {
    WasmBytes out = new WasmBytes().u(GLOBALS + 3).name("main").raw(0).u(imported);
    out.name("memory").raw(2).u(0);
    for (int i = 0; i <= GLOBALS; i++) {
      out.name("g" + i).raw(3).u(i);
    }
    return out;
  }

  private WasmBytes elementSection() {
    WasmBytes out = new WasmBytes().u(3);
    all(out.raw(0, 0x41, 0, 0x0b));
    // Declared a second time, for Chicory's validator, which looks for ref.func only here.
    all(out.raw(3, 0));
    out.raw(1, 0).u(PASSIVE_ELEMENTS);
    for (int i = 0; i < PASSIVE_ELEMENTS; i++) {
      out.u(random.nextInt(functions.size()));
    }
    return out;
  }

  private void all(WasmBytes out) {
    out.u(functions.size());
    for (int i = 0; i < functions.size(); i++) {
      out.u(i);
    }
  }

  private WasmBytes dataSection() {
    WasmBytes out = new WasmBytes().u(2).raw(0, 0x41).s(random.nextInt(64)).raw(0x0b);
    for (int segment = 0; segment < 2; segment++) {
      byte[] bytes = new byte[SEGMENT_BYTES];
      random.nextBytes(bytes);
      out.u(bytes.length);
      for (byte b : bytes) {
        out.raw(b);
      }
      if (segment == 0) {
        out.raw(1);
      }
    }
    return out;
  }
}
