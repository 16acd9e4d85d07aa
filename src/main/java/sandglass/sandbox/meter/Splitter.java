package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * Splits functions that are too large for the JVM, which refuses methods of 64 KB and leaves those
 * above 8,000 bytes to its interpreter. Sequences of instructions become functions of their own,
 * appended at the end: no index changes, and what the module does, traps and fuel included, stays
 * the same to the unit. The parts of a function are called from it alone, each from one place.
 *
 * <p>Works on a metered module, whose fuel is a local and a global as any other. It leaves out code
 * that is never reached, so that whether a function is valid has to be asked of the original.
 */
public final class Splitter {
  /** Bytes of JVM code; HotSpot compiles methods to 8,000. */
  public static final int TARGET = 7_800;

  /** Values that a part can hand back at most. */
  private static final int MAX_SPILLS = 64;

  /** Locals of a function, beyond which its analysis would take too long. */
  private static final int MAX_LOCALS = 10_000;

  private static final int FUNC = 0x60;
  private static final int MUTABLE = 1;
  private static final int I64_CONST = 0x42;
  private static final int END = 0x0B;

  private final byte[] module;
  private final ModuleIndex index;
  private final FunctionSplitter functions;
  private final int target;
  private final TreeReader reader;
  private final TreeWriter writer = new TreeWriter();
  private final RunList runs = new RunList();
  private final List<Part> parts = new ArrayList<>();
  private final List<Split.Divided> divided = new ArrayList<>();
  private final List<Split.Whole> whole = new ArrayList<>();
  private final Map<List<Integer>, Integer> newTypes = new HashMap<>();
  private final ByteSink typeEntries = new ByteSink(1 << 10);
  private ByteSink code = new ByteSink(0);

  private record Part(TreeFunction function, int type, int origin) {}

  private Splitter(byte[] module, int target, List<Section> sections) {
    this.module = module;
    this.target = target;
    this.index = new ModuleIndex(module, sections);
    this.reader = new TreeReader(index);
    this.functions = new FunctionSplitter(target, index.globals(), MAX_SPILLS);
  }

  /**
   * Splits what is too large in a module. Pure: the same bytes give the same bytes. Answers an
   * interrupt by returning early, with large functions whole.
   *
   * @param module metered; what it has that is not valid stays as it is
   * @param target bytes of JVM code that a function may have, by estimate
   */
  public static Split split(byte[] module, int target) {
    List<Section> sections = Sections.split(module);
    return new Splitter(module, target, sections).split(sections);
  }

  /**
   * The functions that {@link #split} looks into, by their place among the defined ones: all that
   * it splits, and some that turn out to be small enough.
   */
  public static BitSet large(byte[] module, int target) {
    var large = new BitSet();
    for (Section section : Sections.split(module)) {
      if (section.id() == Sections.CODE) {
        var in = new ByteReader(module, section.offset(), section.end());
        int count = in.count();
        for (int i = 0; i < count; i++) {
          large.set(i, isLarge(in.slice(in.u32()), target));
        }
      }
    }
    return large;
  }

  private static boolean isLarge(ByteReader body, int target) {
    return JvmSize.atMost(body.end() - body.position(), locals(body)) > target;
  }

  private Split split(List<Section> sections) {
    int codeStart = 0;
    for (Section section : sections) {
      if (section.id() == Sections.CODE) {
        code = new ByteSink(section.size() + (section.size() >> 3));
        bodies(section);
      }
    }
    if (parts.isEmpty()) {
      return new Split(
          module,
          firstPart(),
          List.of(),
          index.globals(),
          0,
          identity(),
          List.of(),
          List.copyOf(whole));
    }
    var out = new ByteSink(module.length + (module.length >> 3)).copy(module, 0, 8);
    for (Section section : sections) {
      switch (section.id()) {
        case Sections.TYPE -> write(out, section, newTypes.size(), typeEntries);
        case Sections.FUNCTION -> write(out, section, parts.size(), functionEntries());
        case Sections.GLOBAL -> write(out, section, functions.spills(), spillEntries());
        case Sections.CODE -> {
          out.u8(section.id()).sized(code);
          codeStart = out.size() - code.size();
        }
        default ->
            out.u8(section.id()).u32(section.size()).copy(module, section.offset(), section.end());
      }
    }
    return new Split(
        out.toByteArray(),
        firstPart(),
        parts.stream().map(Part::origin).toList(),
        index.globals(),
        functions.spills(),
        runs.toMap(codeStart),
        List.copyOf(divided),
        List.copyOf(whole));
  }

  private int firstPart() {
    return index.importedFunctions() + index.functions();
  }

  private InstructionMap identity() {
    var all = new RunList();
    all.add(0, 0, module.length);
    return all.toMap(0);
  }

  /** Writes a section with more entries at its end. */
  private void write(ByteSink out, Section section, int more, ByteSink entries) {
    var in = new ByteReader(module, section.offset(), section.end());
    var content = new ByteSink(section.size() + entries.size() + 8).u32(in.count() + (long) more);
    content.copy(module, in.position(), section.end()).append(entries);
    out.u8(section.id()).sized(content);
  }

  private ByteSink functionEntries() {
    var entries = new ByteSink(2 * parts.size());
    parts.forEach(part -> entries.u32(part.type()));
    return entries;
  }

  private ByteSink spillEntries() {
    var entries = new ByteSink(8 * functions.spills());
    for (int i = 0; i < functions.spills(); i++) {
      entries.u8(Signature.I64).u8(MUTABLE).u8(I64_CONST).s64(0).u8(END);
    }
    return entries;
  }

  private void bodies(Section section) {
    var in = new ByteReader(module, section.offset(), section.end());
    int count = in.count();
    var bodies = new ByteSink(section.size());
    var bodyRuns = new RunList();
    for (int i = 0; i < count; i++) {
      ByteReader body = in.slice(in.u32());
      TreeFunction function = splitIfLarge(body, i);
      if (function == null) {
        bodies.u32(body.end() - (long) body.position());
        bodyRuns.add(bodies.size(), body.position(), body.end() - body.position());
        bodies.copy(module, body.position(), body.end());
      } else {
        write(function, bodies, bodyRuns);
      }
    }
    for (Part part : parts) {
      write(part.function(), bodies, bodyRuns);
    }
    code.u32(count + (long) parts.size());
    runs.addAll(bodyRuns, code.size());
    code.append(bodies);
  }

  private void write(TreeFunction function, ByteSink to, RunList toRuns) {
    var body = new ByteSink(1 << 12);
    var bodyRuns = new RunList();
    writer.write(function, body, bodyRuns);
    to.sized(body);
    toRuns.addAll(bodyRuns, to.size() - body.size());
  }

  /** The function with its parts cut out; null where it stays as it is. */
  private TreeFunction splitIfLarge(ByteReader body, int defined) {
    if (!isLarge(body, target)) {
      return null;
    }
    int bytes = body.end() - body.position();
    int locals = locals(body);
    int origin = index.importedFunctions() + defined;
    int before = parts.size();
    try {
      if (locals > MAX_LOCALS) {
        throw new UnsplittableException("it has more than " + MAX_LOCALS + " locals");
      }
      var copy = new ByteReader(module, body.position(), body.end());
      TreeFunction function = reader.read(copy, index.signature(index.typeOf(defined)));
      int size = new JvmSize().measure(function);
      int left = functions.split(function, part -> addPart(part, origin));
      if (parts.size() > before) {
        divided.add(new Split.Divided(origin, size, left, parts.size() - before, largest(before)));
      }
      if (left > target) {
        whole.add(new Split.Whole(origin, left, "no more of it can be cut out"));
      }
      return parts.size() == before ? null : function;
    } catch (UnsplittableException e) {
      // Only instructions and types that are never many in what the JVM would take anyway.
      if (bytes > target / 4) {
        whole.add(new Split.Whole(origin, 0, e.getMessage()));
      }
    } catch (StackOverflowError e) {
      parts.subList(before, parts.size()).clear();
      whole.add(new Split.Whole(origin, 0, "it is nested too deeply"));
    } catch (RuntimeException e) {
      // It is not valid, which is for the parser to say.
      divided.removeIf(entry -> entry.function() == origin);
      parts.subList(before, parts.size()).clear();
      whole.add(new Split.Whole(origin, 0, "it is not valid: " + e.getMessage()));
    }
    return null;
  }

  private int largest(int from) {
    return parts.subList(from, parts.size()).stream()
        .mapToInt(part -> new JvmSize().measure(part.function()))
        .max()
        .orElse(0);
  }

  private static int locals(ByteReader body) {
    var in = new ByteReader(body.bytes(), body.position(), body.end());
    long locals = 0;
    for (int n = in.count(); n > 0; n--) {
      locals += in.u32();
      Decoder.skipValueType(in);
    }
    return (int) Math.min(locals, Integer.MAX_VALUE);
  }

  private int addPart(TreeFunction part, int origin) {
    parts.add(new Part(part, typeOf(part.signature), origin));
    return firstPart() + parts.size() - 1;
  }

  private int typeOf(Signature signature) {
    List<Integer> key = new ArrayList<>();
    for (int param : signature.params()) {
      key.add(param);
    }
    key.add(-1);
    for (int result : signature.results()) {
      key.add(result);
    }
    return newTypes.computeIfAbsent(
        key,
        k -> {
          typeEntries.u8(FUNC);
          writeTypes(signature.params());
          writeTypes(signature.results());
          return index.types() + newTypes.size();
        });
  }

  private void writeTypes(int[] types) {
    typeEntries.u32(types.length);
    for (int type : types) {
      typeEntries.u8(type);
    }
  }
}
