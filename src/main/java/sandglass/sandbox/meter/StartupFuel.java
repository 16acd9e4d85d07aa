package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * What wasmtime charges for instantiating a module, beyond what the start function itself uses.
 *
 * <p>Wasmtime 49 compiles instantiation into a "startup function" where there is anything to do
 * that it cannot prepare beforehand; see {@code translate_module_startup} in its {@code
 * crates/cranelift/src/func_environ.rs}, and {@code try_static_init} and {@code
 * try_func_table_init} in {@code crates/environ/src/compile/module_environ.rs} for what it can. The
 * function costs 1, each constant instruction 1, each element of an active segment 1, each byte of
 * a data segment that is not part of the prepared image 1, and the call of the start function 1. A
 * cost is booked only with the next flush, and one that is flushed where prepared memory is skipped
 * is lost: this follows that too, since limits tuned here are to hold there.
 */
final class StartupFuel {
  private static final int MAX_PREPARED_TABLE = 1 << 20;
  private static final int SMALL_BULK_COST = 128;
  private static final long PREPARED_IMAGE_BYTES = 16L << 20;
  private static final int FUNCREF = 0x70;
  private static final int FUNC_HEAP_TYPE = -0x10;
  private static final int TABLE_WITH_INITIALIZER = 0x40;

  private final byte[] module;
  private final ModuleIndex index;
  private final List<Table> tables = new ArrayList<>();
  private final List<ConstantExpression> tableValues = new ArrayList<>();
  private final List<Memory> memories = new ArrayList<>();
  private final List<Data> segments = new ArrayList<>();
  private boolean tablesArePrepared = true;

  private boolean needed;
  private long booked = FuelCosts.FUNCTION_ENTRY;
  private long pending;

  private record Table(long minimum, boolean holdsFunctions, boolean hasValues) {}

  private record Data(int memory, ConstantExpression offset, int length) {}

  /** A defined memory and the extent of its active data. */
  private static final class Memory {
    final long bytes;
    long dataBytes;
    long from = Long.MAX_VALUE;
    long to;

    Memory(long bytes) {
      this.bytes = bytes;
    }
  }

  StartupFuel(byte[] module, ModuleIndex index) {
    this.module = module;
    this.index = index;
  }

  /** The cost of everything but the start function's own instructions. */
  long of(List<Section> sections) {
    boolean starts = false;
    var elements = new ArrayList<Section>();
    for (Section section : sections) {
      var in = new ByteReader(module, section.offset(), section.end());
      switch (section.id()) {
        case Sections.TABLE -> readTables(in);
        case Sections.MEMORY -> readMemories(in);
        case Sections.GLOBAL -> readGlobals(in);
        case Sections.ELEMENT -> elements.add(section);
        case Sections.DATA -> readData(in);
        case Sections.START -> starts = true;
        default -> {}
      }
    }
    // Wasmtime's order: globals, passive segments, tables, active segments, memories, start.
    for (Section section : elements) {
      readElements(new ByteReader(module, section.offset(), section.end()), false);
    }
    initializeTables();
    for (Section section : elements) {
      readElements(new ByteReader(module, section.offset(), section.end()), true);
    }
    initializeMemories();
    if (starts) {
      needed = true;
      pending++;
      flush();
    }
    return needed ? booked : 0;
  }

  private void flush() {
    booked += pending;
    pending = 0;
  }

  /** A bulk operation whose length is known when wasmtime compiles it. */
  private void bulk(long length) {
    pending += length;
    if (length > SMALL_BULK_COST) {
      flush();
    }
  }

  private void evaluate(ConstantExpression expression) {
    pending += expression.instructions();
    if (expression.elements() > 0) {
      bulk(expression.elements());
    }
  }

  private void readGlobals(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      Decoder.skipValueType(in);
      in.skip(1);
      var value = ConstantExpression.read(in, index.globals());
      if (!value.isNumber()) {
        needed = true;
        evaluate(value);
      }
    }
  }

  private void readTables(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      long type = in.u32();
      boolean hasInitializer = type == TABLE_WITH_INITIALIZER;
      if (hasInitializer) {
        in.skip(1);
        type = in.u32();
      }
      boolean functions = type == FUNCREF;
      if (Decoder.isTypedReference(type)) {
        long heapType = in.signed(5);
        functions = heapType >= 0 ? index.isFunctionType(heapType) : heapType == FUNC_HEAP_TYPE;
      }
      int flags = in.u8();
      long minimum = in.limit();
      if ((flags & 1) != 0) {
        in.skipLeb(10);
      }
      ConstantExpression value =
          hasInitializer ? ConstantExpression.read(in, index.globals()) : null;
      boolean evaluated =
          value != null && !(value.only() == OpCode.REF_FUNC && minimum <= MAX_PREPARED_TABLE);
      tableValues.add(evaluated ? value : null);
      tables.add(new Table(minimum, functions, evaluated));
    }
  }

  private void initializeTables() {
    for (int i = 0; i < tables.size(); i++) {
      if (tableValues.get(i) != null) {
        needed = true;
        evaluate(tableValues.get(i));
        bulk(tables.get(i).minimum());
      }
    }
  }

  /**
   * @param active whether to book the active segments, or the passive ones
   */
  private void readElements(ByteReader in, boolean active) {
    for (int n = in.count(); n > 0; n--) {
      long flags = in.u32();
      if (flags > 7) {
        throw new InvalidModuleException("malformed elements segment kind " + flags);
      }
      boolean isActive = (flags & 1) == 0;
      int table = isActive && (flags & 2) != 0 ? in.index() : 0;
      ConstantExpression offset = isActive ? ConstantExpression.read(in, index.globals()) : null;
      boolean expressions = (flags & 4) != 0;
      if ((flags & 3) != 0) {
        // An element kind or a reference type.
        Decoder.skipValueType(in);
      }
      int count = in.count();
      boolean books =
          isActive == active && !(isActive && isPrepared(table, offset, count, expressions));
      boolean declared = (flags & 3) == 3;
      if (books && !declared) {
        needed = true;
        if (isActive) {
          evaluate(offset);
          bulk(count);
        }
      }
      for (int i = 0; i < count; i++) {
        if (expressions) {
          var element = ConstantExpression.read(in, index.globals());
          if (books && !declared) {
            evaluate(element);
          }
        } else {
          in.skipLeb(5);
        }
      }
    }
  }

  /** Whether wasmtime puts an active segment into the table's prepared image. */
  private boolean isPrepared(int table, ConstantExpression offset, int count, boolean expressions) {
    int defined = table - index.importedTables();
    boolean prepared =
        tablesArePrepared
            && defined >= 0
            && defined < tables.size()
            && offset.isOffset()
            && offset.value() + count <= Math.min(tables.get(defined).minimum(), MAX_PREPARED_TABLE)
            && tables.get(defined).holdsFunctions()
            && !tables.get(defined).hasValues()
            && !expressions;
    tablesArePrepared = prepared;
    return prepared;
  }

  private void readMemories(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      int flags = in.u8();
      memories.add(new Memory(in.limit() << 16));
      if ((flags & 1) != 0) {
        in.skipLeb(10);
      }
    }
  }

  private void readData(ByteReader in) {
    for (int n = in.count(); n > 0; n--) {
      long flags = in.u32();
      if (flags > 2) {
        throw new InvalidModuleException("malformed data segment kind " + flags);
      }
      int memory = flags == 2 ? in.index() : 0;
      ConstantExpression offset = flags == 1 ? null : ConstantExpression.read(in, index.globals());
      int length = in.count();
      if (offset != null) {
        segments.add(new Data(memory, offset, length));
      }
      in.skip(length);
    }
  }

  private void initializeMemories() {
    if (segments.stream().allMatch(this::isStatic) && memories.stream().allMatch(this::isDense)) {
      // The image is mapped, not copied; but what was pending is booked in code that is skipped.
      boolean hasImage = memories.stream().anyMatch(memory -> memory.dataBytes > 0);
      boolean hasPlain =
          index.importedMemories() > 0
              || memories.stream().anyMatch(memory -> memory.dataBytes == 0);
      if (hasImage) {
        pending = 0;
        needed |= hasPlain;
      }
      return;
    }
    for (Data segment : segments) {
      needed = true;
      evaluate(segment.offset());
      pending += segment.length();
      flush();
    }
  }

  private boolean isStatic(Data segment) {
    int defined = segment.memory() - index.importedMemories();
    if (defined < 0 || defined >= memories.size() || !segment.offset().isOffset()) {
      return false;
    }
    Memory memory = memories.get(defined);
    long from = segment.offset().value();
    long to = from + segment.length();
    if (from < 0 || to > memory.bytes) {
      return false;
    }
    if (segment.length() > 0) {
      memory.dataBytes += segment.length();
      memory.from = Math.min(memory.from, from);
      memory.to = Math.max(memory.to, to);
    }
    return true;
  }

  private boolean isDense(Memory memory) {
    long image = memory.to - memory.from;
    return memory.dataBytes == 0 || image < memory.dataBytes * 2 || image < PREPARED_IMAGE_BYTES;
  }
}
