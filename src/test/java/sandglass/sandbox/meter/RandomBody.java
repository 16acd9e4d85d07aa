package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import sandglass.sandbox.meter.RandomModule.Feature;
import sandglass.sandbox.meter.RandomModule.Signature;

/**
 * One function of a {@link RandomModule}: expressions that leave one value of a wanted type, and
 * statements that leave the stack as it was. Calls go to functions further on, so that they end;
 * only as often as a global allows do they go back. Loops count down a local of their own.
 */
final class RandomBody {
  static final int END = 0x0b;
  static final int BLOCK = 0x02;
  static final int IF = 0x04;
  static final int ELSE = 0x05;
  static final int BR_IF = 0x0d;
  static final int LOCAL_GET = 0x20;
  static final int LOCAL_SET = 0x21;
  static final int LOCAL_TEE = 0x22;
  private static final int LOOP = 0x03;
  private static final int DROP = 0x1a;
  private static final int SELECT = 0x1b;
  private static final int CALL = 0x10;
  private static final int CALL_INDIRECT = 0x11;
  private static final int RETURN_CALL = 0x12;
  private static final int MAX_DEPTH = 6;

  final RandomModule module;
  final Random random;
  final WasmBytes out = new WasmBytes();
  final Signature signature;

  /**
   * What a branch to each open label takes; null for a loop, to which only its counter branches.
   */
  final List<List<RandomType>> labels = new ArrayList<>();

  private final int index;
  private final List<RandomType> locals = new ArrayList<>();
  private final int scratch;
  private int counters;
  private int budget;

  RandomBody(RandomModule module, int index) {
    this.module = module;
    this.index = index;
    this.random = module.random;
    this.signature = module.functions.get(index);
    this.budget = 40 + random.nextInt(120);
    locals.addAll(signature.params());
    for (RandomType type : RandomType.ALL) {
      locals.add(type);
      locals.add(type);
    }
    scratch = locals.size();
  }

  /** The body as the code section has it: locals, then instructions. */
  WasmBytes write() {
    labels.add(signature.results());
    statements(3, 0);
    values(signature.results(), 0);
    out.raw(END);
    WasmBytes body = new WasmBytes().u(7);
    for (RandomType type : RandomType.ALL) {
      body.u(2).raw(type.code);
    }
    body.u(1).raw(RandomType.F32.code).u(1).raw(RandomType.F64.code);
    return body.u(counters).raw(RandomType.I32.code).append(out);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  void values(List<RandomType> types, int depth) {
    types.forEach(type -> value(type, depth));
  }

  /** An expression. */
  void value(RandomType type, int depth) {
    if (budget-- <= 0 || depth > MAX_DEPTH) {
      leaf(type);
      return;
    }
    switch (random.nextInt(20)) {
      case 0, 1 -> leaf(type);
      case 2 -> {
        value(type, depth + 1);
        out.raw(LOCAL_TEE).u(local(type));
      }
      case 3 -> new RandomMemory(this).load(type, depth);
      case 4 -> block(type, depth);
      case 5 -> branchOver(type, depth);
      case 6 -> choose(type, depth);
      case 7 -> {
        value(type, depth + 1);
        value(type, depth + 1);
        value(RandomType.I32, depth + 1);
        out.raw(SELECT);
      }
      case 8 -> branchWithValue(type, depth);
      case 9 -> callFor(type, depth);
      case 10 -> new RandomMemory(this).special(type, depth);
      case 11 -> {
        statement(depth + 1);
        value(type, depth + 1);
      }
      default -> operation(type, depth);
    }
  }

  private void leaf(RandomType type) {
    switch (random.nextInt(4)) {
      case 0 -> constant(out, type, random);
      case 1 -> out.raw(0x23).u(type.index());
      default -> out.raw(LOCAL_GET).u(local(type));
    }
  }

  private int local(RandomType type) {
    while (true) {
      int at = random.nextInt(locals.size());
      if (locals.get(at) == type) {
        return at;
      }
    }
  }

  private void operation(RandomType type, int depth) {
    RandomType.Op op = type.ops().get(random.nextInt(type.ops().size()));
    if (!type.isFloat() && chance(8)) {
      divide(type, depth);
      return;
    }
    for (char operand : op.operands().toCharArray()) {
      value(RandomType.of(operand), depth + 1);
    }
    for (int i = 0; i < op.code().length(); i += 2) {
      out.raw(Integer.parseInt(op.code(), i, i + 2, 16));
    }
    canonical(type);
  }

  /** Mostly by an odd number, which is not zero. */
  private void divide(RandomType type, int depth) {
    boolean wide = type == RandomType.I64;
    value(type, depth + 1);
    value(type, depth + 1);
    if (chance(90)) {
      out.raw(wide ? 0x42 : 0x41, 1, wide ? 0x84 : 0x72);
    }
    out.raw((wide ? 0x7f : 0x6d) + random.nextInt(4));
  }

  /** The bits of a NaN are the engine's choice: make them one. */
  void canonical(RandomType type) {
    if (!type.isFloat()) {
      return;
    }
    boolean wide = type.isWide();
    int keep = scratch + (wide ? 1 : 0);
    out.raw(LOCAL_TEE).u(keep).raw(type.constant);
    out.fixed(wide ? 0x7ff8L << 48 : 0x7fc00000L, wide ? 8 : 4);
    out.raw(LOCAL_GET).u(keep).raw(LOCAL_GET).u(keep).raw(wide ? 0x61 : 0x5b, SELECT);
  }

  static void constant(WasmBytes out, RandomType type, Random random) {
    out.raw(type.constant);
    long small = random.nextInt(201) - 100L;
    switch (type) {
      case I32 -> out.s(random.nextInt(4) == 0 ? random.nextInt() : small);
      case I64 -> out.s(random.nextInt(4) == 0 ? random.nextLong() : small);
      case F32 -> out.fixed(Float.floatToIntBits(small / 4f), 4);
      case F64 -> out.fixed(Double.doubleToLongBits(small / 4d * 1e3), 8);
    }
  }

  /** A block with parameters and one or more results, all but one of which are dropped. */
  private void block(RandomType type, int depth) {
    List<RandomType> params = module.someTypes(0, 2);
    List<RandomType> results = new ArrayList<>(List.of(type));
    results.addAll(module.someTypes(0, 2));
    values(params, depth + 1);
    boolean loop = module.has(Feature.WIDE_BRANCHES) && chance(40);
    int counter = loop ? counter(params.isEmpty() ? 8 : 3) : -1;
    out.raw(loop ? LOOP : BLOCK).s(module.type(new Signature(params, results)));
    labels.add(loop || (!params.isEmpty() && !module.has(Feature.WIDE_BRANCHES)) ? null : results);
    store(params);
    statements(2, depth + 1);
    values(results, depth + 1);
    if (loop) {
      // Back to the loop with its parameters, below which the results would be; so set them aside.
      store(results);
      values(params, MAX_DEPTH + 1);
      repeat(counter);
      store(params);
      values(results, MAX_DEPTH + 1);
    }
    labels.removeLast();
    out.raw(END);
    results.subList(1, results.size()).forEach(ignored -> out.raw(DROP));
  }

  /** A new counter, set; the values on the stack stay where they are. */
  private int counter(int most) {
    int counter = scratch + 2 + counters++;
    out.raw(0x41).s(1 + random.nextInt(most)).raw(LOCAL_SET).u(counter);
    return counter;
  }

  private void repeat(int counter) {
    out.raw(LOCAL_GET).u(counter).raw(0x41, 1, 0x6b, LOCAL_TEE).u(counter);
    out.raw(0x41, 0, 0x4a, BR_IF, 0);
  }

  private void branchOver(RandomType type, int depth) {
    value(RandomType.I32, depth + 1);
    out.raw(IF, type.code);
    labels.add(List.of(type));
    statements(1, depth + 1);
    value(type, depth + 1);
    out.raw(ELSE);
    statements(1, depth + 1);
    value(type, depth + 1);
    labels.removeLast();
    out.raw(END);
  }

  /** A {@code br_table} that carries a value through two blocks. */
  private void choose(RandomType type, int depth) {
    out.raw(BLOCK, type.code, BLOCK, type.code);
    labels.add(List.of(type));
    labels.add(List.of(type));
    value(type, depth + 1);
    value(RandomType.I32, depth + 1);
    out.raw(0x41, 3, 0x71, 0x0e).u(2);
    out.u(random.nextInt(2)).u(labelOr(0, List.of(type)::equals)).u(1);
    labels.removeLast();
    out.raw(END);
    operationOn(type, depth);
    labels.removeLast();
    out.raw(END);
  }

  private void operationOn(RandomType type, int depth) {
    out.raw(LOCAL_SET).u(local(type));
    statements(1, depth + 1);
    value(type, depth + 1);
  }

  private void branchWithValue(RandomType type, int depth) {
    int label = labelOr(-1, List.of(type)::equals);
    value(type, depth + 1);
    if (label >= 0) {
      value(RandomType.I32, depth + 1);
      out.raw(BR_IF).u(label);
    }
  }

  /** The depth of some open label whose branch takes what is wanted. */
  int labelOr(int otherwise, Predicate<List<RandomType>> wanted) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<RandomType> label = labels.get(labels.size() - 1 - i);
      if (label != null && wanted.test(label)) {
        fitting.add(i);
      }
    }
    return fitting.isEmpty() ? otherwise : fitting.get(random.nextInt(fitting.size()));
  }

  private void callFor(RandomType type, int depth) {
    if (call(depth)) {
      // Its results are in locals now.
      out.raw(LOCAL_GET).u(local(type));
    } else {
      value(type, depth + 1);
    }
  }

  /** A call of a function further on, or of the host; its results go to locals. */
  private boolean call(int depth) {
    int callee = index + 1 + random.nextInt(4);
    if (module.imported == 1 && chance(20)) {
      callee = 0;
    }
    if (callee >= module.functions.size()) {
      return false;
    }
    Signature type = module.functions.get(callee);
    values(type.params(), depth + 1);
    if (chance(60)) {
      out.raw(CALL).u(callee);
    } else {
      tableIndex(callee, depth);
      out.raw(CALL_INDIRECT).u(module.type(type)).u(0);
    }
    store(type.results());
    return true;
  }

  /** Mostly the function itself; sometimes one near it, which may not be there or not fit. */
  private void tableIndex(int callee, int depth) {
    out.raw(0x41).s(callee);
    if (chance(15)) {
      value(RandomType.I32, depth + 1);
      out.raw(0x41, 1, 0x71, 0x6a);
    }
  }

  void store(List<RandomType> types) {
    for (int i = types.size() - 1; i >= 0; i--) {
      out.raw(LOCAL_SET).u(local(types.get(i)));
    }
  }

  void statements(int most, int depth) {
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    if (budget-- <= 0 || depth > MAX_DEPTH) {
      return;
    }
    RandomType type = RandomType.any(random);
    switch (random.nextInt(17)) {
      case 0, 1 -> {
        value(type, depth + 1);
        out.raw(LOCAL_SET).u(local(type));
      }
      case 2 -> {
        value(type, depth + 1);
        out.raw(0x24).u(type.index());
      }
      case 3 -> {
        value(type, depth + 1);
        out.raw(DROP);
      }
      case 4 -> out.raw(0x01);
      case 5 -> new RandomMemory(this).store(type, depth);
      case 6, 7 -> new RandomMemory(this).bulk(depth);
      case 8 -> call(depth);
      case 9 -> loop(depth);
      case 10 -> plainBlock(depth);
      case 11 -> condition(depth);
      case 12 -> branchTable(depth);
      case 13 -> leave(depth);
      case 14 -> back(depth);
      case 15 -> {
        if (module.has(Feature.EXCEPTIONS)) {
          new RandomExceptions(this).handler(depth);
        }
      }
      default -> branchIf(depth);
    }
  }

  private void loop(int depth) {
    int counter = counter(8);
    out.raw(LOOP, 0x40);
    labels.add(null);
    statements(3, depth + 1);
    if (chance(80)) {
      repeat(counter);
    }
    labels.removeLast();
    out.raw(END);
  }

  private void plainBlock(int depth) {
    out.raw(BLOCK, 0x40);
    labels.add(List.of());
    statements(3, depth + 1);
    labels.removeLast();
    out.raw(END);
  }

  private void condition(int depth) {
    value(RandomType.I32, depth + 1);
    out.raw(IF, 0x40);
    labels.add(List.of());
    statements(2, depth + 1);
    if (chance(50)) {
      out.raw(ELSE);
      statements(2, depth + 1);
    }
    labels.removeLast();
    out.raw(END);
  }

  private void branchIf(int depth) {
    int label = labelOr(-1, types -> true);
    if (label >= 0) {
      List<RandomType> types = labels.get(labels.size() - 1 - label);
      values(types, depth + 1);
      value(RandomType.I32, depth + 1);
      out.raw(BR_IF).u(label);
      store(types);
    }
  }

  private void branchTable(int depth) {
    out.raw(BLOCK, 0x40);
    labels.add(List.of());
    statements(1, depth + 1);
    value(RandomType.I32, depth + 1);
    out.raw(0x41, 7, 0x71, 0x0e).u(3);
    for (int i = 0; i < 4; i++) {
      out.u(labelOr(0, List::isEmpty));
    }
    if (chance(30)) {
      // Never reached, but there.
      statements(2, depth + 1);
    }
    labels.removeLast();
    out.raw(END);
  }

  /** Leaves the function or a block for good, on a condition. */
  private void leave(int depth) {
    value(RandomType.I32, depth + 1);
    out.raw(IF, 0x40);
    labels.add(List.of());
    statements(1, depth + 1);
    switch (random.nextInt(5)) {
      case 0 -> {
        values(signature.results(), depth + 1);
        out.raw(0x0f);
      }
      case 1 -> {
        int label = labelOr(0, types -> true);
        values(labels.get(labels.size() - 1 - label), depth + 1);
        out.raw(0x0c).u(label);
      }
      case 2 -> tailCall(depth);
      case 3 -> new RandomExceptions(this).raise(depth);
      default -> {
        if (chance(20)) {
          out.raw(0x00);
        }
      }
    }
    if (chance(30)) {
      statements(2, depth + 1);
    }
    labels.removeLast();
    out.raw(END);
  }

  private void tailCall(int depth) {
    for (int callee = index + 1; callee < module.functions.size(); callee++) {
      Signature type = module.functions.get(callee);
      if (module.has(Feature.TAIL_CALLS) && type.results().equals(signature.results())) {
        values(type.params(), depth + 1);
        if (chance(60)) {
          out.raw(RETURN_CALL).u(callee);
        } else {
          tableIndex(callee, depth);
          out.raw(RETURN_CALL + 1).u(module.type(type)).u(0);
        }
        return;
      }
    }
  }

  /** A call of any function, as long as the global for it is above zero. */
  private void back(int depth) {
    int callee = random.nextInt(module.functions.size());
    Signature type = module.functions.get(callee);
    int left = RandomModule.GLOBALS;
    out.raw(0x23).u(left).raw(0x41, 0, 0x4a, IF, 0x40);
    out.raw(0x23).u(left).raw(0x41, 1, 0x6b, 0x24).u(left);
    labels.add(List.of());
    values(type.params(), depth + 1);
    out.raw(CALL).u(callee);
    store(type.results());
    labels.removeLast();
    out.raw(END);
  }
}
