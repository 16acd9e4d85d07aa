package sandglass.program.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The body of one function while it is written: its instructions so far, and what is known where
 * they have got to.
 *
 * <p>The collector finds a function's variables in its frame. Nothing is collected but at loops'
 * heads and in calls of the program's own functions, so a variable's place in the frame is brought
 * up to date before those, where it is not yet.
 */
final class Body {
  static final String LINE = ".line";
  static final String FRAME = ".frame";
  static final String DEPTH = ".depth";
  static final String RESULT = ".result";
  static final String FAIL = ".fail";
  static final String RETURN = ".return";

  /** Where a variable lives. */
  enum Place {
    LOCAL,
    GLOBAL
  }

  /** What is known at a point of the program. */
  record Known(Set<String> bound, Set<String> clean, int line) {}

  final ModuleWriter module;
  final int index;
  final boolean isModule;
  final Set<String> variables;
  private Reals reals;
  private Set<String> growing;
  final Deque<Exit> exits = new ArrayDeque<>();

  private final boolean deepens;
  private final Map<String, String> locals = new TreeMap<>(); // name to type
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Set<String> active = new LinkedHashSet<>(); // locals that may hold objects
  private final Set<String> needUnbound = new LinkedHashSet<>();
  private final Set<String> temporaries = new HashSet<>(); // those in use
  private final Deque<Integer> freeSlots = new ArrayDeque<>();
  private final Deque<Map<String, String>> renamed = new ArrayDeque<>();
  private final Set<String> labels = new HashSet<>();
  private final Set<String> labelsUsed = new HashSet<>();
  private final Set<String> changing = new HashSet<>(); // rooted, and set again in loops
  private Set<String> bound = new HashSet<>();
  private Set<String> clean = new HashSet<>();
  private List<WatNode> out = new ArrayList<>();
  private int line;
  private int slotCount;

  /**
   * Starts a body.
   *
   * @param index the function's number in tracebacks
   * @param variables the names that are locals of the written function
   * @param statements what it does
   */
  Body(
      ModuleWriter module,
      int index,
      boolean isModule,
      Set<String> variables,
      List<Statement> statements) {
    deepens =
        Tree.any(
            statements, e -> e instanceof Expression.Generator || e instanceof Expression.Lambda);
    this.module = module;
    this.index = index;
    this.isModule = isModule;
    this.variables = variables;
  }

  /**
   * Says which variables are floats, and which are strings that grow, before anything is written.
   */
  void kinds(Reals floats, Set<String> strings) {
    reals = floats;
    growing = strings;
  }

  /** Whether a name is that of a variable that loops build a string in. */
  boolean isGrowing(String name) {
    return growing.contains(name) && comprehensionLocal(name) == null;
  }

  Reals reals() {
    return reals;
  }

  // --- instructions ---------------------------------------------------------------------------

  void emit(WatNode node) {
    out.add(node);
  }

  /** What the given code emits, apart. */
  List<WatNode> apart(Runnable code) {
    var outer = out;
    out = new ArrayList<>();
    code.run();
    var result = out;
    out = outer;
    return result;
  }

  /** Emits a call of the runtime, and drops what it gives. */
  void run(WatNode.Op call) {
    emit(module.gives(call) ? WatNode.op("drop", call) : call);
  }

  /** Makes a name of a label that this function has not used. */
  String label(String name) {
    String unique = name;
    for (int i = 2; !labels.add(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  WatNode br(String label) {
    labelsUsed.add(label);
    return WatNode.op("br $" + label);
  }

  WatNode brIf(String label, WatNode condition) {
    labelsUsed.add(label);
    return WatNode.op("br_if $" + label, condition);
  }

  boolean isUsed(String label) {
    return labelsUsed.contains(label);
  }

  /** A block that ends at a label; only its content if nothing goes there. */
  void block(String label, List<WatNode> content) {
    if (isUsed(label)) {
      emit(new WatNode.Block("block $" + label, content));
    } else {
      content.forEach(this::emit);
    }
  }

  // --- errors ---------------------------------------------------------------------------------

  /** Leaves for where errors are dealt with, if one is pending. */
  void check() {
    emit(brIf(failLabel(), WatNode.op("global.get $py.error")));
  }

  /** Leaves for where errors are dealt with. */
  void fail() {
    emit(br(failLabel()));
  }

  private String failLabel() {
    for (var exit : exits) {
      if (exit.failLabel() != null) {
        return exit.failLabel();
      }
    }
    return FAIL;
  }

  /** Whether errors are dealt with in this function here. */
  boolean inTry() {
    return exits.stream().anyMatch(e -> e.failLabel() != null);
  }

  /** Notes the line that an error would have. */
  void at(int place) {
    if (line != place) {
      local(LINE, "i32");
      emit(WatNode.set(LINE, WatNode.i32(place)));
      line = place;
    }
  }

  int line() {
    return line;
  }

  /** Says where an error passed by. */
  void trace() {
    if (deepens) {
      local(DEPTH, "i32");
      emit(WatNode.op("global.set $py.depth", WatNode.get(DEPTH)));
    }
    local(LINE, "i32");
    emit(WatNode.call("py.trace", WatNode.get(LINE), WatNode.i32(index)));
  }

  /**
   * A generator or a function without a name begins or goes on: a frame of its own to CPython,
   * which counts for the depth of the recursion, though there is none here. An error leaves it as
   * well.
   */
  void deeper() {
    emit(WatNode.call("py.deeper"));
  }

  /** The end of that. */
  void shallower() {
    emit(WatNode.call("py.shallower"));
  }

  /** After this the error that is pending again has its place already. */
  void traced() {
    local(LINE, "i32");
    emit(WatNode.set(LINE, WatNode.i32(0)));
    line = 0;
  }

  // --- what is known --------------------------------------------------------------------------

  Known known() {
    return new Known(new HashSet<>(bound), new HashSet<>(clean), line);
  }

  void assume(Known known) {
    bound = new HashSet<>(known.bound());
    clean = new HashSet<>(known.clean());
    line = known.line();
  }

  /** Where two ways meet; one that does not get here is null. */
  void join(Known a, Known b) {
    if (a == null || b == null) {
      if (a != null || b != null) {
        assume(a != null ? a : b);
      }
      return;
    }
    var both = new HashSet<>(a.bound());
    both.retainAll(b.bound());
    var cleanInBoth = new HashSet<>(a.clean());
    cleanInBoth.retainAll(b.clean());
    assume(new Known(both, cleanInBoth, a.line() == b.line() ? a.line() : -1));
  }

  /** After code that may not have run. */
  void merge(Known before) {
    join(before, known());
  }

  /** The head of a loop over statements: they may have run before. */
  void enterLoop(List<Statement> statements) {
    Set<String> assigned = Names.assigned(statements);
    bound.removeAll(Names.deleted(statements));
    for (String name : assigned) {
      if (variables.contains(name) && !reals.contains(name)) {
        String local = ident(name);
        local(local, "i64");
        active.add(local);
        clean.remove(local);
      }
    }
    clean.removeAll(changing);
    line = -1;
  }

  /** After a jump from an unknown place within statements. */
  void forget(List<Statement> statements) {
    enterLoop(statements);
  }

  // --- variables ------------------------------------------------------------------------------

  /** A name as it stands in the text: what is not ASCII by its code. */
  static String ident(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name;
    }
    var text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                text.appendCodePoint(c);
              } else {
                text.append('%').append(Integer.toHexString(c));
              }
            });
    return text.toString();
  }

  void local(String name, String type) {
    locals.put(name, type);
  }

  /** A parameter: it has a value, and the frame does not have it yet. */
  void parameter(String name) {
    bound.add(name);
    active.add(ident(name));
  }

  Place place(String name) {
    return variables.contains(name) ? Place.LOCAL : Place.GLOBAL;
  }

  /** The local that a comprehension's variable has here, or null. */
  String comprehensionLocal(String name) {
    for (var names : renamed) {
      if (names.containsKey(name)) {
        return names.get(name);
      }
    }
    return null;
  }

  /** Opens a scope where the given names are variables of their own. */
  void openScope(Collection<String> names) {
    var scope = new HashMap<String, String>();
    for (String name : names) {
      scope.put(name, rooted(ident(name)));
    }
    renamed.push(scope);
  }

  void closeScope() {
    renamed.pop().values().forEach(this::release);
  }

  /** Whether a variable surely has a value here. */
  boolean isBound(String name) {
    return variables.contains(name)
        ? bound.contains(name)
        : module.isAlwaysBound(name) && (!isModule || bound.contains(name));
  }

  /** A variable of this function that may be without a value is being read. */
  void needsUnbound(String name) {
    needUnbound.add(ident(name));
  }

  /** A value for a variable. */
  void assign(String name, WatNode value) {
    String comprehension = comprehensionLocal(name);
    if (comprehension != null) {
      emit(WatNode.set(comprehension, value));
      touched(comprehension);
    } else if (place(name) == Place.LOCAL) {
      String local = ident(name);
      local(local, "i64");
      emit(WatNode.set(local, value));
      active.add(local);
      clean.remove(local);
      bound.add(name);
    } else {
      emit(WatNode.op("global.set $" + ident(name), value));
      bound.add(name);
    }
  }

  /** A value for a variable that is a float. */
  void assignReal(String name, WatNode value) {
    String local = ident(name);
    local(local, "f64");
    emit(WatNode.set(local, value));
    bound.add(name);
  }

  /** A variable loses its value. */
  void unbind(String name) {
    assign(name, Constants.unbound());
    bound.remove(name);
    if (place(name) == Place.LOCAL) {
      needsUnbound(name);
    }
  }

  /** A local of the writer's own that no other has; for what is not an object. */
  String temporary(String hint, String type) {
    String base = "." + hint;
    String name = base;
    for (int i = 2;
        temporaries.contains(name) || !type.equals(locals.getOrDefault(name, type));
        i++) {
      name = base + i;
    }
    temporaries.add(name);
    local(name, type);
    return name;
  }

  /**
   * A local of the writer's own that the collector sees from its first {@link #touched} until it is
   * released. Before, it may hold what an earlier use of it left: nothing that is still there.
   */
  String rooted(String hint) {
    String name = temporary(hint, "i64");
    clean.remove(name);
    return name;
  }

  /** Such a local that also the rounds of a loop give new values. */
  String rootedInLoop(String hint) {
    String name = rooted(hint);
    changing.add(name);
    return name;
  }

  /** A rooted local has a new value. */
  void touched(String local) {
    active.add(local);
    clean.remove(local);
  }

  /** A value that is made, then filled by statements: an expression. */
  WatNode collected(String hint, WatNode made, Consumer<String> fill) {
    String local = rooted(hint);
    var content =
        apart(
            () -> {
              emit(WatNode.set(local, made));
              touched(local);
              fill.accept(local);
              emit(WatNode.get(local));
            });
    release(local);
    return new WatNode.Block("block (result i64)", content);
  }

  void release(String temporary) {
    temporaries.remove(temporary);
    active.remove(temporary);
    changing.remove(temporary);
  }

  // --- the frame ------------------------------------------------------------------------------

  /** Brings the frame up to date. */
  void spill() {
    stores().forEach(this::emit);
    clean.addAll(active);
  }

  private List<WatNode> stores() {
    var stores = new ArrayList<WatNode>();
    for (String name : active) {
      if (!clean.contains(name)) {
        int slot = slots.computeIfAbsent(name, _ -> slotCount++);
        stores.add(store(slot, WatNode.get(name)));
      }
    }
    return stores;
  }

  /** Lets the collector run if it is due. */
  void safepoint() {
    var then = new ArrayList<>(stores());
    then.add(WatNode.call("py.collect"));
    emit(new WatNode.If("", WatNode.call("py.due"), then, List.of()));
  }

  /** A value that the collector shall see while what follows it is computed. */
  WatNode keep(int slot, WatNode value) {
    return WatNode.call("py.kept", WatNode.get(FRAME), WatNode.i32(8 * slot), value);
  }

  int takeSlot() {
    return freeSlots.isEmpty() ? slotCount++ : freeSlots.pop();
  }

  void freeSlot(int slot) {
    freeSlots.push(slot);
  }

  private static WatNode store(int slot, WatNode value) {
    String offset = slot == 0 ? "" : " offset=" + 8 * slot;
    return WatNode.op("i64.store" + offset, WatNode.get(FRAME), value);
  }

  // --- the end --------------------------------------------------------------------------------

  /** The whole function's instructions around what was emitted, and its locals. */
  List<WatNode> finish(Set<String> parameters, boolean safepointAtEntry) {
    var content = out;
    out = new ArrayList<>();
    if (safepointAtEntry) {
      parameters.forEach(name -> slots.computeIfAbsent(name, _ -> slotCount++));
    }
    local(FRAME, "i32");
    emit(WatNode.set(FRAME, WatNode.call("py.enter", WatNode.i32(slotCount))));
    if (!isModule) {
      emit(
          new WatNode.If(
              "",
              WatNode.op("global.get $py.error"),
              List.of(WatNode.op("return", Constants.error())),
              List.of()));
    }
    if (deepens) {
      local(DEPTH, "i32");
      emit(WatNode.set(DEPTH, WatNode.op("global.get $py.depth")));
    }
    for (String name : needUnbound) {
      if (!parameters.contains(name)) {
        emit(WatNode.set(name, Constants.unbound()));
      }
    }
    if (safepointAtEntry) {
      var then = new ArrayList<WatNode>();
      parameters.forEach(name -> then.add(store(slots.get(name), WatNode.get(name))));
      then.add(WatNode.call("py.collect"));
      emit(new WatNode.If("", WatNode.call("py.due"), then, List.of()));
    }
    boolean returns = !isModule;
    var inner = apart(() -> block(RETURN, content));
    if (returns) {
      local(RESULT, "i64");
    }
    if (isUsed(FAIL)) {
      if (returns) {
        inner.add(WatNode.call("py.leave", WatNode.get(FRAME)));
        inner.add(WatNode.op("return", WatNode.get(RESULT)));
      } else {
        inner.add(WatNode.op("return"));
      }
      emit(new WatNode.Block("block $" + FAIL, inner));
      trace();
      if (returns) {
        emit(WatNode.call("py.leave", WatNode.get(FRAME)));
        emit(Constants.error());
      }
    } else {
      inner.forEach(this::emit);
      if (returns) {
        emit(WatNode.call("py.leave", WatNode.get(FRAME)));
        emit(WatNode.get(RESULT));
      }
    }
    return out;
  }

  /** The declarations of the locals, by type. */
  List<String> declarations(Set<String> parameters) {
    var lines = new ArrayList<String>();
    var row = new StringBuilder();
    for (var local : locals.entrySet()) {
      if (parameters.contains(local.getKey())) {
        continue;
      }
      String one = "(local $" + local.getKey() + " " + local.getValue() + ")";
      if (row.length() + one.length() > 90) {
        lines.add(row.toString());
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(one);
    }
    if (!row.isEmpty()) {
      lines.add(row.toString());
    }
    return lines;
  }
}
