package sandglass.capsule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.data.DataException;
import sandglass.data.DataReader;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.data.Problem;
import sandglass.data.Problems;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

/**
 * Reads capsules from JSON. Checks their form, and says everything that is wrong with its place;
 * what they name is not looked at. The format is described by the JSON Schema {@code
 * capsule-1.schema.json} beside this class. Pure; may be called from any thread.
 */
public final class CapsuleReader {
  /** The most bytes that a capsule's file may have: a large module and folders in base64. */
  public static final long MAX_BYTES = 128L << 20;

  /** The key of the mark by which capsules are known, the first one that is written. */
  static final String MARK_KEY = "sandglass";

  /** The mark by which capsules are known. */
  static final String MARK = "capsule";

  private static final String BEGINNING =
      "a capsule begins with {\"sandglass\": \"capsule\", \"version\": 1";

  private CapsuleReader() {}

  /**
   * Reads a capsule.
   *
   * @param name what to call it in messages: the file's name
   * @throws DataException with everything that is wrong; if it is no capsule, or one of a newer
   *     Sandglass, that alone
   */
  public static CapsuleFile read(String name, String json) throws DataException {
    return read(name, DataReader.json(name, json));
  }

  /**
   * Reads a capsule from JSON that was read already.
   *
   * @param name what to call it in messages: the file's name
   * @throws DataException as above
   */
  public static CapsuleFile read(String name, Node root) throws DataException {
    checkMark(name, root);
    var problems = new Problems(name);
    var file = file(Fields.of(root, problems));
    problems.check();
    return file.orElseThrow();
  }

  /** Whether a JSON value bears the mark of a capsule, be it right or not. */
  public static boolean isMarked(Node root) {
    return root instanceof Node.Tree tree
        && value(tree, MARK_KEY) instanceof Node.Text text
        && text.value().equals(MARK);
  }

  private static void checkMark(String name, Node root) throws DataException {
    if (!(root instanceof Node.Tree tree)) {
      throw new DataException(
          name, "is not a capsule; it is " + root.kind() + ", and " + BEGINNING);
    }
    if (!isMarked(root)) {
      String what =
          value(tree, MARK_KEY) instanceof Node.Text mark
              ? "its mark is \"" + mark.value() + "\", and "
              : "";
      throw new DataException(name, "is not a capsule; " + what + BEGINNING);
    }
    if (value(tree, "version") instanceof Node.Decimal version
        && version.value().compareTo(BigDecimal.valueOf(CapsuleFile.VERSION)) > 0) {
      throw new DataException(
          name,
          List.of(
              new Problem(
                  version.place(),
                  "version",
                  "is newer than "
                      + CapsuleFile.VERSION
                      + ", which is all that this Sandglass reads; open it with a newer one")));
    }
  }

  /** The value of a key, or null. */
  private static Node value(Node.Tree tree, String key) {
    var field = tree.fields().get(key);
    return field == null ? null : field.value();
  }

  private static Optional<CapsuleFile> file(Fields fields) {
    fields.text("$schema"); // for editors, which check and complete by it
    fields.text(MARK_KEY);
    if (!fields.has("version")) {
      fields.problem("version", "is missing; write 1");
    }
    fields.integer("version", CapsuleFile.VERSION, CapsuleFile.VERSION);
    String name = fields.requiredText("name");
    Optional<Code> program = Optional.empty();
    if (fields.has("program")) {
      program = fields.object("program").flatMap(ProgramFields::read);
    } else {
      fields.node("program");
      fields.problem("program", "is missing; write for example {\"wat\": \"(module …)\"}");
    }
    checkName(fields, name, program);
    Entry entry = fields.object("entry").map(CapsuleReader::entry).orElse(Entry.START);
    boolean script = program.isPresent() && program.get() instanceof Code.Script;
    Limits limits = LimitsFields.read(fields, script ? Interpreter.LIMITS : Limits.DEFAULT);
    if (script && entry != Entry.START) {
      fields.problem("entry", "is for modules, not for scripts; leave it out");
    }
    var world = WorldFields.read(fields);
    Engine engine = fields.choice("engine", Engine.class).orElse(Engine.COMPILED);
    var expected = fields.object("expected").map(ExpectedFields::read);
    fields.end();
    return program.map(code -> new CapsuleFile(name, code, entry, limits, world, engine, expected));
  }

  private static void checkName(Fields fields, String name, Optional<Code> program) {
    if (!fields.has("name")) {
      return;
    }
    boolean script = program.isPresent() && program.get() instanceof Code.Script;
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      fields.problem("name", "is no name; write for example main.wat");
    } else if (script && (name.indexOf('/') >= 0 || name.equals(".") || name.equals(".."))) {
      fields.problem("name", "must be a file's name alone, such as main.py");
    }
  }

  private static Entry entry(Fields fields) {
    var entry = new Entry.Invoke(fields.requiredText("export"), fields.texts("args"));
    fields.end();
    return entry;
  }
}
