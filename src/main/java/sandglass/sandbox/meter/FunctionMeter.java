package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import sandglass.sandbox.meter.FuelCode.State;

/**
 * Rewrites one function. Its instructions are split into stretches that are executed from beginning
 * to end or not at all (but for traps), and each is charged where it begins. A stretch ends with a
 * branch, where a branch may arrive, or with a call that may not come back (see {@link CallGraph}).
 * Fuel is checked on entry and at the head of each loop, as in wasmtime.
 */
final class FunctionMeter {
  private static final int I32 = 0x7F;
  private static final int I64 = 0x7E;
  private static final int LOCAL_GET = 0x20;
  private static final int LOCAL_SET = 0x21;

  /** Above this the engine's own limit of 50,000 leaves no room for more locals. */
  private static final long MAX_LOCALS = 49_000;

  private final byte[] module;
  private final FunctionCode code;
  private final CallGraph calls;
  private final ByteSink out = new ByteSink(1 << 12);
  private final RunList runs = new RunList();
  private final FuelCode fuel;
  private final VectorLocals vectors = new VectorLocals();
  private final List<Label> labels = new ArrayList<>();

  /** Original bytes before this offset are written. */
  private int copied;

  private boolean live;

  /** Whether a stretch begins at the next instruction, what it costs more, and whether to check. */
  private boolean begins;

  private int extraCost;
  private boolean check;

  /** What the rest of the stretch costs, after the instruction at hand; it is charged already. */
  private long ahead;

  /** An open block. */
  private static final class Label {
    final OpCode opener;
    final boolean targeted;
    State stateAtIf = State.CLEAN;

    /** For a live {@code if} without {@code else} so far: its condition may be false. */
    boolean hasFalseEdge;

    boolean reached;
    boolean dirty;

    Label(OpCode opener, boolean targeted) {
      this.opener = opener;
      this.targeted = targeted;
    }

    void arrive(State state) {
      reached = true;
      dirty |= state == State.DIRTY;
    }
  }

  /**
   * @param module the original
   * @param globals how many globals it has
   * @param fuelGlobal index of the meter's own global
   * @param calls which functions always come back
   */
  FunctionMeter(byte[] module, int globals, int fuelGlobal, CallGraph calls) {
    this.module = module;
    this.calls = calls;
    this.code = new FunctionCode(globals);
    this.fuel = new FuelCode(out, fuelGlobal);
  }

  /** Whether any function so far has vector instructions. */
  boolean hasVectors() {
    return code.hasVectors();
  }

  /** Whether any function so far makes tail calls, or calls by reference. */
  boolean isEntangled() {
    return code.isEntangled();
  }

  /**
   * Rewrites a body.
   *
   * @param body the original: locals and instructions
   * @param params stands at the types of the function's parameters
   * @param target gets the new body, without its size
   * @param targetRuns gets the copied runs; offsets in the new module count from {@code target}'s
   *     beginning
   */
  void rewrite(ByteReader body, ByteReader params, ByteSink target, RunList targetRuns) {
    out.clear();
    runs.clear();
    labels.clear();
    vectors.clear();
    for (int n = params.count(); n > 0; n--) {
      vectors.add(1, params);
    }
    int localsStart = body.position();
    int groups = body.count();
    int groupsStart = body.position();
    for (int i = 0; i < groups; i++) {
      long count = body.u32();
      vectors.add(count, body);
    }
    long locals = vectors.size();
    int groupsEnd = body.position();
    code.decode(body, locals);

    boolean direct = code.needsGlobal() || locals > MAX_LOCALS;
    int added = (direct ? 0 : 1) + (code.lengthLocals() > 0 ? 1 : 0);
    if (added == 0) {
      out.copy(module, localsStart, groupsEnd);
    } else {
      out.u32(groups + added).copy(module, groupsStart, groupsEnd);
      if (!direct) {
        out.u32(1).u8(I64);
      }
      if (code.lengthLocals() > 0) {
        out.u32(code.lengthLocals()).u8(I32);
      }
    }
    int firstNew = (int) Math.min(locals, Integer.MAX_VALUE - 2);
    fuel.begin(firstNew, direct ? firstNew : firstNew + 1, direct);

    copied = groupsEnd;
    live = true;
    begin(FuelCosts.FUNCTION_ENTRY, true);
    labels.add(new Label(OpCode.CALL, true));
    for (int i = 0; i < code.size(); i++) {
      instruction(i);
    }
    copyTo(code.start(code.size()));
    targetRuns.addAll(runs, target.size());
    target.append(out);
  }

  private void begin(int cost, boolean withCheck) {
    begins = true;
    extraCost = cost;
    check = withCheck;
  }

  private void instruction(int i) {
    OpCode op = code.op(i);
    if (live && begins) {
      copyTo(code.start(i));
      ahead = stretchCost(i);
      fuel.charge(extraCost, ahead, check);
      begins = false;
    }
    if (live) {
      ahead -= FuelCosts.of(op);
    }
    switch (op) {
      case BLOCK, TRY_TABLE -> {
        labels.add(new Label(op, code.isTargeted(i)));
        if (live && op == OpCode.TRY_TABLE) {
          arriveAtHandlers(i);
        }
      }
      case LOOP -> loop(i);
      case IF -> {
        if (live) {
          copyTo(code.start(i));
          fuel.reload();
        }
        var label = new Label(op, code.isTargeted(i));
        label.stateAtIf = fuel.state();
        label.hasFalseEdge = live;
        labels.add(label);
        begin(0, false);
      }
      case ELSE -> otherwise(i);
      case END -> end(i);
      default -> {
        if (live) {
          plain(i, op);
        }
      }
    }
  }

  private void loop(int i) {
    labels.add(new Label(OpCode.LOOP, code.isTargeted(i)));
    // Wasmtime checks here even where no branch comes back.
    if (live) {
      copyTo(code.start(i));
      fuel.reload();
      // What the branches back hold is not known here.
      fuel.state(State.DIRTY);
      begin(0, true);
    }
  }

  private void otherwise(int i) {
    Label label = labels.getLast();
    if (live) {
      fallTo(label, i);
    }
    live = label.hasFalseEdge;
    label.hasFalseEdge = false;
    fuel.state(label.stateAtIf);
    begin(0, false);
  }

  private void end(int i) {
    Label label = labels.removeLast();
    if (labels.isEmpty()) {
      if (live) {
        copyTo(code.start(i));
        fuel.flush();
      }
      return;
    }
    switch (label.opener) {
      case LOOP -> {}
      case IF -> {
        if (live) {
          fallTo(label, i);
        }
        if (label.hasFalseEdge) {
          label.arrive(label.stateAtIf);
        }
        join(label);
      }
      default -> {
        if (label.targeted) {
          if (live) {
            fallTo(label, i);
          }
          join(label);
        }
      }
    }
  }

  /** The end of a block is reached by falling through. */
  private void fallTo(Label label, int i) {
    copyTo(code.start(i));
    fuel.reload();
    label.arrive(fuel.state());
  }

  private void join(Label label) {
    live = label.reached;
    fuel.state(label.dirty ? State.DIRTY : State.CLEAN);
    begin(0, false);
  }

  private void plain(int i, OpCode op) {
    switch (op) {
      case BR, BR_TABLE -> {
        branch(i);
        live = false;
      }
      case BR_IF, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL -> {
        branch(i);
        begin(0, false);
      }
      case RETURN,
          UNREACHABLE,
          THROW,
          THROW_REF,
          RETURN_CALL,
          RETURN_CALL_INDIRECT,
          RETURN_CALL_REF -> {
        copyTo(code.start(i));
        fuel.flush();
        live = false;
      }
      case CALL, CALL_INDIRECT, CALL_REF -> {
        copyTo(code.start(i));
        fuel.flush();
        fuel.state(State.STALE);
        if (endsStretch(i, op)) {
          begin(0, false);
        }
      }
      case LOCAL_SET, LOCAL_TEE -> storeAgain(i);
      default -> {
        if (FuelCosts.isBulk(op)) {
          bulk(i, op);
        }
      }
    }
  }

  /** After a vector is stored: what the engine's interpreter swaps twice is as it was. */
  private void storeAgain(int i) {
    int local = new ByteReader(module, code.start(i) + 1, code.start(i + 1)).index();
    if (vectors.contains(local)) {
      copyTo(code.start(i + 1));
      out.u8(LOCAL_GET).u32(local).u8(LOCAL_SET).u32(local);
    }
  }

  private void bulk(int i, OpCode op) {
    copyTo(code.start(i));
    if (op == OpCode.MEMORY_GROW) {
      // The host records when a memory grew.
      fuel.flush();
    }
    long constant = code.constant(module, i - 1);
    boolean small = constant >= 0 && constant <= FuelCosts.SMALL_LENGTH;
    if (small || !FuelCosts.isGrowth(op)) {
      fuel.chargeLength(ahead, !small);
      return;
    }
    fuel.rememberLength();
    copyTo(code.start(i + 1));
    fuel.chargeGrowth(ahead);
  }

  private void branch(int i) {
    var leaves = new boolean[2];
    forEachLabel(i, depth -> leaves[depth == labels.size() - 1 ? 1 : 0] = true);
    copyTo(code.start(i));
    if (leaves[0]) {
      fuel.reload();
    }
    if (leaves[1]) {
      fuel.flush();
    }
    forEachLabel(i, depth -> labelAt(depth).arrive(fuel.state()));
  }

  private void forEachLabel(int i, IntConsumer action) {
    var in = new ByteReader(module, code.start(i), code.start(i + 1));
    new BranchLabels(Decoder.opcode(in), in).forEach(action);
  }

  /** An exception arrives with the global up to date: functions with handlers use no local. */
  private void arriveAtHandlers(int i) {
    var in = new ByteReader(module, code.start(i) + 1, code.start(i + 1));
    Decoder.skipValueType(in);
    for (int n = in.count(); n > 0; n--) {
      // The labels count from outside the try_table, which is open by now.
      labelAt(Decoder.catchLabel(in) + 1).arrive(State.CLEAN);
    }
  }

  private Label labelAt(int depth) {
    return labels.get(labels.size() - 1 - depth);
  }

  /**
   * The cost of the instructions from {@code from} to the end of their stretch, which it includes.
   */
  private long stretchCost(int from) {
    long cost = 0;
    for (int i = from; i < code.size(); i++) {
      OpCode op = code.op(i);
      cost += FuelCosts.of(op);
      if (endsStretch(i, op)) {
        break;
      }
    }
    return cost;
  }

  private boolean endsStretch(int i, OpCode op) {
    return switch (op) {
      case LOOP -> true;
      case END -> code.isTargeted(i);
      case IF,
          ELSE,
          BR,
          BR_IF,
          BR_TABLE,
          BR_ON_NULL,
          BR_ON_NON_NULL,
          BR_ON_CAST,
          BR_ON_CAST_FAIL,
          RETURN,
          UNREACHABLE,
          THROW,
          THROW_REF,
          CALL_INDIRECT,
          CALL_REF,
          RETURN_CALL,
          RETURN_CALL_INDIRECT,
          RETURN_CALL_REF ->
          true;
      case CALL ->
          !calls.returns(new ByteReader(module, code.start(i) + 1, code.start(i + 1)).u32());
      default -> false;
    };
  }

  private void copyTo(int offset) {
    if (offset > copied) {
      runs.add(out.size(), copied, offset - copied);
      out.copy(module, copied, offset);
      copied = offset;
    }
  }
}
