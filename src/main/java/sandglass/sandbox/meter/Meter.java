package sandglass.sandbox.meter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * Makes a module count its own fuel, in wasmtime's units (see {@link FuelCosts}). The metered
 * module has one more mutable global, exported as {@link #FUEL_EXPORT}, which holds the fuel left.
 * Indices of functions, types, labels and all else stay what they were, and every other byte is
 * copied; but a vector that is stored in a local is stored there twice (see {@link VectorLocals}).
 *
 * <p>A check that finds the fuel used up stores the balance less 2^62 in that global and reads it
 * again: a host may put in more, or throw; a plain engine traps there.
 */
public final class Meter {
  /** The export's name. A module that has an export of this name already is refused. */
  public static final String FUEL_EXPORT = "sandglass:fuel";

  /** What a failed check takes from the balance; below half of it no balance ever falls. */
  public static final long MARK = FuelCode.MARK;

  /** The fuel in the global where no host sets it. */
  private static final long UNSET_FUEL = 1L << 60;

  private static final int I64 = 0x7E;
  private static final int MUTABLE = 1;
  private static final int I64_CONST = 0x42;
  private static final int END = 0x0B;
  private static final int EXPORTED_GLOBAL = 3;

  private final byte[] module;
  private final ModuleIndex index;
  private final ByteSink out;
  private final RunList runs = new RunList();
  private boolean globalWritten;
  private boolean exportWritten;
  private boolean vectors;
  private boolean entangled;

  private Meter(byte[] module, List<Section> sections) {
    this.module = module;
    this.index = new ModuleIndex(module, sections);
    this.out = new ByteSink(module.length + module.length / 4);
  }

  /**
   * Meters a module. Pure: the same bytes give the same bytes, and nothing is kept.
   *
   * @param module the original; it is read as far as metering needs, and to be validated as metered
   * @throws InvalidModuleException if it cannot be read, uses an unknown instruction, or reaches
   *     for a global or a local that it does not have
   */
  public static Metered meter(byte[] module) {
    List<Section> sections = Sections.split(module);
    return new Meter(module, sections).rewrite(sections);
  }

  private Metered rewrite(List<Section> sections) {
    out.copy(module, 0, 8);
    int codeContent = 0;
    for (Section section : sections) {
      writeMissingBefore(ModuleStructure.rank(section.id()));
      switch (section.id()) {
        case Sections.GLOBAL -> write(section.id(), withFuelGlobal(section));
        case Sections.EXPORT -> write(section.id(), withFuelExport(section));
        case Sections.CODE -> {
          ByteSink code = meteredCode(section);
          write(section.id(), code);
          codeContent = out.size() - code.size();
        }
        default ->
            out.u8(section.id())
                .u32(section.end() - section.offset())
                .copy(module, section.offset(), section.end());
      }
    }
    writeMissingBefore(Integer.MAX_VALUE);
    long startup = new StartupFuel(module, index).of(sections);
    return new Metered(
        out.toByteArray(), index.globals(), startup, runs.toMap(codeContent), vectors, entangled);
  }

  private void write(int id, ByteSink content) {
    out.u8(id).sized(content);
  }

  /** Writes the sections of our own that the module lacks, at their place in the order. */
  private void writeMissingBefore(int order) {
    if (!globalWritten && order > ModuleStructure.rank(Sections.GLOBAL)) {
      write(Sections.GLOBAL, addFuelGlobal(new ByteSink(16).u32(1)));
    }
    if (!exportWritten && order > ModuleStructure.rank(Sections.EXPORT)) {
      write(Sections.EXPORT, addFuelExport(new ByteSink(32).u32(1)));
    }
  }

  private ByteSink withFuelGlobal(Section section) {
    var in = new ByteReader(module, section.offset(), section.end());
    var content = new ByteSink(section.end() - section.offset() + 16).u32(in.count() + 1L);
    return addFuelGlobal(content.copy(module, in.position(), section.end()));
  }

  private ByteSink addFuelGlobal(ByteSink content) {
    globalWritten = true;
    return content.u8(I64).u8(MUTABLE).u8(I64_CONST).s64(UNSET_FUEL).u8(END);
  }

  private ByteSink withFuelExport(Section section) {
    var in = new ByteReader(module, section.offset(), section.end());
    int count = in.count();
    int entries = in.position();
    byte[] reserved = FUEL_EXPORT.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      int length = in.index();
      int name = in.position();
      in.skip(length);
      if (Arrays.equals(module, name, name + length, reserved, 0, reserved.length)) {
        throw new InvalidModuleException("the export name " + FUEL_EXPORT + " is reserved");
      }
      int kind = in.u8();
      long exported = in.u32();
      if (kind == EXPORTED_GLOBAL && exported >= index.globals()) {
        throw new InvalidModuleException("unknown global " + exported);
      }
    }
    var content = new ByteSink(section.end() - section.offset() + 32).u32(count + 1L);
    return addFuelExport(content.copy(module, entries, section.end()));
  }

  private ByteSink addFuelExport(ByteSink content) {
    exportWritten = true;
    byte[] name = FUEL_EXPORT.getBytes(StandardCharsets.UTF_8);
    content.u32(name.length).copy(name, 0, name.length);
    return content.u8(EXPORTED_GLOBAL).u32(index.globals());
  }

  private ByteSink meteredCode(Section section) {
    var in = new ByteReader(module, section.offset(), section.end());
    var code = new ByteSink(section.end() - section.offset() + (section.end() >> 2));
    int count = in.count();
    code.u32(count);
    var calls = new CallGraph(module, section, index.importedFunctions());
    var function = new FunctionMeter(module, index.globals(), index.globals(), calls);
    var body = new ByteSink(1 << 12);
    var bodyRuns = new RunList();
    for (int i = 0; i < count; i++) {
      body.clear();
      bodyRuns.clear();
      function.rewrite(in.slice(in.u32()), index.params(i), body, bodyRuns);
      code.sized(body);
      runs.addAll(bodyRuns, code.size() - body.size());
    }
    vectors = function.hasVectors();
    entangled = function.isEntangled();
    if (in.hasMore()) {
      throw new InvalidModuleException("section size mismatch in the code section");
    }
    return code;
  }
}
