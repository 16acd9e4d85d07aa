package sandglass.program;

import java.util.List;
import java.util.Optional;

/**
 * What a module consists of.
 *
 * @param bytes the binary's size
 * @param sha256 its digest in lower-case hexadecimal
 * @param kind how it is meant to be run
 * @param name the module's own name, from its name section
 * @param sections every section in the order of the file
 * @param types function types as {@code (i32, i64) -> (f64)}, others as {@code struct} and {@code
 *     array} with their fields
 * @param imports what it needs
 * @param exports what it offers
 * @param memories its memories, imported ones first
 * @param tables its tables, imported ones first
 * @param globals its globals, imported ones first
 * @param functions functions that it defines, without imported ones
 * @param start the function that runs when it is instantiated
 * @param dataSegments how many data segments
 * @param elementSegments how many element segments
 * @param customSections its custom sections in the order of the file
 * @param producers what made it, such as {@code processed-by clang 14.0.6}
 * @param features what it uses beyond WebAssembly 1.0, in alphabetical order
 */
public record ModuleInspection(
    long bytes,
    String sha256,
    Kind kind,
    Optional<String> name,
    List<Section> sections,
    List<String> types,
    List<Import> imports,
    List<Export> exports,
    List<Memory> memories,
    List<Table> tables,
    List<Global> globals,
    int functions,
    Optional<Function> start,
    int dataSegments,
    int elementSegments,
    List<CustomSection> customSections,
    List<Producer> producers,
    List<String> features) {

  /** How a module is meant to be run. */
  public enum Kind {
    /** It exports {@code _start}. */
    COMMAND,
    /** It exports {@code _initialize}; call it first, then other exports. */
    REACTOR,
    /** Neither: call its exports. */
    LIBRARY
  }

  /**
   * A section.
   *
   * @param name such as {@code code}; a custom section's own name is in {@link CustomSection}
   * @param offset where its content begins, in bytes from the module's start
   * @param bytes the content's size
   */
  public record Section(String name, int offset, int bytes) {}

  /**
   * An import.
   *
   * @param kind {@code function}, {@code table}, {@code memory}, {@code global} or {@code tag}
   * @param type its type as text
   */
  public record Import(String module, String name, String kind, String type) {}

  /**
   * An export.
   *
   * @param kind {@code function}, {@code table}, {@code memory}, {@code global} or {@code tag}
   * @param index its index among those of its kind
   * @param type its type as text
   */
  public record Export(String name, String kind, int index, String type) {}

  /**
   * A memory.
   *
   * @param minPages pages of 64 KiB at the start
   * @param maxPages the most pages; empty where the module sets no maximum
   * @param minBytes the same in bytes
   * @param maxBytes the same in bytes
   */
  public record Memory(
      int index,
      long minPages,
      Optional<Long> maxPages,
      long minBytes,
      Optional<Long> maxBytes,
      boolean shared,
      boolean imported) {}

  /**
   * A table.
   *
   * @param min elements at the start
   * @param max the most elements; empty where the module sets no maximum
   */
  public record Table(int index, String type, long min, Optional<Long> max, boolean imported) {}

  /** A global. */
  public record Global(int index, String type, boolean mutable, boolean imported) {}

  /**
   * A function.
   *
   * @param name from the name section or an export; may be empty
   */
  public record Function(int index, String name) {}

  /**
   * A custom section.
   *
   * @param bytes its content's size, without the name
   */
  public record CustomSection(String name, int bytes) {}

  /**
   * A tool that had a part in making the module.
   *
   * @param field such as {@code language} or {@code processed-by}
   */
  public record Producer(String field, String name, String version) {}
}
