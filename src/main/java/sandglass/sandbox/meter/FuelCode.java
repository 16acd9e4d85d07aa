package sandglass.sandbox.meter;

/**
 * Writes the instructions that count. Inside a function the fuel left is kept in a local, since a
 * global costs several loads and stores in every engine: read where the local is stale, written
 * back before anything that leaves the function. A function with exception handlers uses the global
 * directly, since an exception may arrive from anywhere.
 */
final class FuelCode {
  /**
   * Subtracted from the fuel when it is found used up, so that the host that owns the global can
   * tell a failed check from a balance that was merely overdrawn.
   */
  static final long MARK = 1L << 62;

  private static final int IF = 0x04;
  private static final int VOID = 0x40;
  private static final int END = 0x0B;
  private static final int UNREACHABLE = 0x00;
  private static final int LOCAL_GET = 0x20;
  private static final int LOCAL_SET = 0x21;
  private static final int LOCAL_TEE = 0x22;
  private static final int GLOBAL_GET = 0x23;
  private static final int GLOBAL_SET = 0x24;
  private static final int SELECT = 0x1B;
  private static final int I32_CONST = 0x41;
  private static final int I64_CONST = 0x42;
  private static final int I32_NE = 0x47;
  private static final int I64_LE_S = 0x57;
  private static final int I64_SUB = 0x7D;
  private static final int I64_EXTEND_I32_U = 0xAD;

  /** Which of local and global holds the fuel left. */
  enum State {
    /** Only the global. */
    STALE,
    /** Both. */
    CLEAN,
    /** Only the local. */
    DIRTY
  }

  private final ByteSink out;
  private final int global;
  private int local;
  private int lengthLocal;
  private boolean direct;
  private State state = State.STALE;

  FuelCode(ByteSink out, int global) {
    this.out = out;
    this.global = global;
  }

  /**
   * Begins a function.
   *
   * @param newLocal index of the local for the fuel; used where {@code useGlobal} is false
   * @param newLengthLocal index of the {@code i32} local for the length of a bulk operation
   * @param useGlobal whether to count in the global alone
   */
  void begin(int newLocal, int newLengthLocal, boolean useGlobal) {
    local = newLocal;
    lengthLocal = newLengthLocal;
    direct = useGlobal;
    state = State.STALE;
  }

  State state() {
    return state;
  }

  void state(State value) {
    state = value;
  }

  /**
   * Takes a cost from the fuel. A check looks at the balance as it was before the stretch that is
   * charged here but not yet executed, since that is where wasmtime looks.
   *
   * @param spent what was executed already
   * @param ahead what the stretch that begins here will cost
   * @param check whether to trap where no fuel is left
   */
  void charge(long spent, long ahead, boolean check) {
    long cost = spent + ahead;
    if (cost == 0 && !check) {
      return;
    }
    get();
    if (cost > 0) {
      out.u8(I64_CONST).s64(cost).u8(I64_SUB);
    }
    keep(cost > 0, check, ahead);
  }

  /**
   * Takes as many units as the topmost operand, an {@code i32}, says; leaves it where it is.
   *
   * @param ahead what the rest of the stretch costs, which is charged already
   * @param check whether to trap where no fuel is left
   */
  void chargeLength(long ahead, boolean check) {
    out.u8(LOCAL_TEE).u32(lengthLocal);
    get();
    out.u8(LOCAL_GET).u32(lengthLocal).u8(I64_EXTEND_I32_U).u8(I64_SUB);
    keep(true, check, ahead);
  }

  /** Before a growth: keeps its length for {@link #chargeGrowth}. */
  void rememberLength() {
    out.u8(LOCAL_TEE).u32(lengthLocal);
  }

  /** After a growth: takes its length from the fuel, unless it answered -1. */
  void chargeGrowth(long ahead) {
    int answer = lengthLocal + 1;
    out.u8(LOCAL_TEE).u32(answer);
    get();
    out.u8(LOCAL_GET).u32(lengthLocal).u8(I64_EXTEND_I32_U).u8(I64_CONST).s64(0);
    out.u8(LOCAL_GET).u32(answer).u8(I32_CONST).s64(-1).u8(I32_NE).u8(SELECT).u8(I64_SUB);
    keep(true, true, ahead);
  }

  /** Before control leaves the function: the global must be true. */
  void flush() {
    if (!direct && state == State.DIRTY) {
      out.u8(LOCAL_GET).u32(local).u8(GLOBAL_SET).u32(global);
      state = State.CLEAN;
    }
  }

  /** Where paths meet: the local must be true. */
  void reload() {
    if (!direct && state == State.STALE) {
      out.u8(GLOBAL_GET).u32(global).u8(LOCAL_SET).u32(local);
      state = State.CLEAN;
    }
  }

  private void get() {
    if (direct || state == State.STALE) {
      out.u8(GLOBAL_GET).u32(global);
    } else {
      out.u8(LOCAL_GET).u32(local);
    }
  }

  /** Stores the balance on the stack, and checks what it was before {@code ahead} was taken. */
  private void keep(boolean changed, boolean check, long ahead) {
    store(check);
    if (!direct) {
      if (changed) {
        state = State.DIRTY;
      } else if (state == State.STALE) {
        state = State.CLEAN;
      }
    }
    if (check) {
      check(ahead);
    }
  }

  /** Stores the balance on the stack; leaves it there if {@code again}. */
  private void store(boolean again) {
    if (direct) {
      out.u8(GLOBAL_SET).u32(global);
      if (again) {
        out.u8(GLOBAL_GET).u32(global);
      }
    } else {
      out.u8(again ? LOCAL_TEE : LOCAL_SET).u32(local);
    }
  }

  /**
   * The balance is on the stack. Where it was used up before {@code ahead} was taken, the global is
   * set to what it was then, less {@link #MARK}: a host that owns the global may refill it or
   * throw; in any other engine the module traps.
   */
  private void check(long ahead) {
    out.u8(I64_CONST).s64(-ahead).u8(I64_LE_S).u8(IF).u8(VOID);
    out.u8(direct ? GLOBAL_GET : LOCAL_GET).u32(direct ? global : local);
    out.u8(I64_CONST).s64(MARK - ahead).u8(I64_SUB).u8(GLOBAL_SET).u32(global);
    out.u8(GLOBAL_GET).u32(global);
    if (ahead > 0) {
      out.u8(I64_CONST).s64(ahead).u8(I64_SUB);
    }
    if (!direct || ahead > 0) {
      store(true);
    }
    out.u8(I64_CONST).s64(-ahead).u8(I64_LE_S).u8(IF).u8(VOID).u8(UNREACHABLE).u8(END).u8(END);
  }
}
