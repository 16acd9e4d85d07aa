package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.Catch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/** Reads a valid function into a tree. What control never reaches is left out. */
final class TreeReader {
  private static final int FUNCTION_TYPE = 0x40;

  private final ModuleIndex index;
  private final List<Block> open = new ArrayList<>();
  private TreeFunction function;
  private ByteReader in;
  private List<Node> list;
  private int height;

  TreeReader(ModuleIndex index) {
    this.index = index;
  }

  /**
   * Reads a body.
   *
   * @param body locals and instructions
   * @param signature the function's
   * @throws UnsplittableException if it uses instructions or types that the splitter leaves alone
   * @throws InvalidModuleException if it is not valid
   */
  TreeFunction read(ByteReader body, Signature signature) throws UnsplittableException {
    in = body;
    open.clear();
    height = 0;
    var root = new Block(OpCode.BLOCK, 0, new Signature(new int[0], signature.results()), null, -1);
    function = new TreeFunction(signature, root);
    readLocals();
    open.add(root);
    list = root.body;
    while (!open.isEmpty()) {
      instruction();
    }
    return function;
  }

  private void readLocals() throws UnsplittableException {
    for (int n = in.count(); n > 0; n--) {
      int count = in.index();
      int type = (int) Decoder.valueType(in);
      for (int i = 0; i < count; i++) {
        function.locals.add(type);
      }
    }
    for (int i = 0; i < function.locals.size(); i++) {
      if (!Signature.isPlain(function.locals.get(i))) {
        throw new UnsplittableException("it has locals of vectors or of managed references");
      }
    }
  }

  private void instruction() throws UnsplittableException {
    int from = in.position();
    OpCode op = Decoder.opcode(in);
    switch (op) {
      case BLOCK, LOOP, IF, TRY_TABLE -> begin(op, from);
      case ELSE -> otherwise();
      case END -> end();
      case BR, BR_IF -> add(new Branch(op, height, new Block[] {target(in.index())}, from));
      case RETURN -> add(new Branch(op, height, new Block[] {function.root}, from));
      case BR_TABLE -> {
        var targets = new Block[in.count() + 1];
        for (int i = 0; i < targets.length; i++) {
          targets[i] = target(in.index());
        }
        add(new Branch(op, height, targets, from));
      }
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> add(new LocalAccess(op, height, in.index(), from));
      default -> plain(op, from);
    }
  }

  private void plain(OpCode op, int from) throws UnsplittableException {
    int pops;
    int pushes;
    switch (op) {
      case CALL, RETURN_CALL -> {
        Signature callee = index.signatureOfFunction(in.index());
        pops = callee.params().length;
        pushes = callee.results().length;
      }
      case CALL_INDIRECT, RETURN_CALL_INDIRECT -> {
        Signature callee = index.signature(in.index());
        in.skipLeb(5);
        pops = callee.params().length + 1;
        pushes = callee.results().length;
      }
      case THROW -> {
        pops = index.signatureOfTag(in.index()).params().length;
        pushes = 0;
      }
      case THROW_REF -> {
        pops = 1;
        pushes = 0;
      }
      default -> {
        int effect = StackEffect.of(op);
        if (effect < 0) {
          throw new UnsplittableException("it uses " + op.name().toLowerCase(Locale.ROOT));
        }
        Decoder.skipImmediates(op, in);
        pops = StackEffect.pops(effect);
        pushes = StackEffect.pushes(effect);
      }
    }
    add(new Plain(op, height, pops, pushes, in, from));
  }

  private void add(Node node) {
    list.add(node);
    height = node.heightAfter();
    if (!node.falls()) {
      skipDeadCode();
    }
  }

  private void begin(OpCode op, int from) throws UnsplittableException {
    int typeFrom = in.position();
    Signature signature = blockType();
    byte[] type = Arrays.copyOfRange(in.bytes(), typeFrom, in.position());
    var block = new Block(op, height, signature, type, from);
    if (op == OpCode.TRY_TABLE) {
      for (int n = in.count(); n > 0; n--) {
        int kind = in.u8();
        int tag = kind < 2 ? in.index() : -1;
        block.catches.add(new Catch(kind, tag, target(in.index())));
      }
    }
    list.add(block);
    open.add(block);
    list = block.body;
    height = block.base() + signature.params().length;
  }

  private Signature blockType() throws UnsplittableException {
    long code = in.signed(5);
    if (code >= 0) {
      return index.signature((int) code);
    }
    int value = (int) (code & 0x7F);
    if (value == FUNCTION_TYPE) {
      return Signature.VOID;
    }
    if (!Signature.isPlain(value)) {
      throw new UnsplittableException("it has blocks of vectors or of managed references");
    }
    return Signature.leaving(value);
  }

  private void otherwise() {
    Block block = open.getLast();
    block.otherwise = new ArrayList<>();
    list = block.otherwise;
    height = block.base() + block.signature.params().length;
  }

  private void end() {
    Block block = open.removeLast();
    if (open.isEmpty()) {
      return;
    }
    // The list that holds the block is the one that was open around it.
    Block outer = open.getLast();
    list = outer.otherwise == null ? outer.body : outer.otherwise;
    height = block.heightAfter();
    if (!block.falls()) {
      skipDeadCode();
    }
  }

  /** Stops before the {@code else} or {@code end} of the block that is open. */
  private void skipDeadCode() {
    int depth = 0;
    while (true) {
      var look = new ByteReader(in.bytes(), in.position(), in.end());
      OpCode op = Decoder.opcode(look);
      if (depth == 0 && (op == OpCode.END || op == OpCode.ELSE)) {
        return;
      }
      Decoder.skipImmediates(op, look);
      in.skip(look.position() - in.position());
      switch (op) {
        case BLOCK, LOOP, IF, TRY_TABLE -> depth++;
        case END -> depth--;
        default -> {}
      }
    }
  }

  private Block target(int depth) {
    if (depth >= open.size()) {
      throw new InvalidModuleException("unknown label " + depth);
    }
    Block block = open.get(open.size() - 1 - depth);
    block.targeted = true;
    return block;
  }
}
