package sandglass.ui.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import sandglass.program.ImportSupport;
import sandglass.program.ModuleInspection;
import sandglass.program.ModuleInspection.Import;
import sandglass.sandbox.Limits;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.Quantities;

/**
 * What the Module pane says about a module. Making one takes a moment where the module is large.
 *
 * @param sections in the order in which they are shown
 * @param problems why a run will be rejected: one sentence each
 * @param unsupported how many imports the sandbox does not offer
 */
record ModuleOutline(List<ModuleRow> sections, List<String> problems, long unsupported) {
  /** Rows of a section beyond which they are only counted. */
  static final int MAX_ROWS = 20_000;

  static ModuleOutline of(ModuleInspection module, Limits limits) {
    var sections = new ArrayList<ModuleRow>();
    long unsupported = module.imports().stream().filter(i -> !ImportSupport.isOffered(i)).count();
    add(sections, "Imports", module.imports().size(), imports(module));
    add(sections, "Exports", module.exports().size(), rows(module.exports(), ModuleOutline::row));
    add(sections, "Memories", module.memories().size(), memories(module, limits));
    add(sections, "Tables", module.tables().size(), tables(module, limits));
    add(sections, "Globals", module.globals().size(), rows(module.globals(), ModuleOutline::row));
    add(sections, "Code and data", -1, code(module));
    add(sections, "Types", module.types().size(), types(module));
    add(sections, "Sections", module.sections().size(), parts(module));
    add(sections, "Made with", -1, rows(module.producers(), ModuleOutline::row));
    add(
        sections,
        "Features",
        module.features().size(),
        rows(module.features(), feature -> ModuleRow.item(feature, "", "", "")));
    return new ModuleOutline(
        List.copyOf(sections), problems(module, limits, unsupported), unsupported);
  }

  /**
   * @param count what the section's line says; negative for nothing
   */
  private static void add(
      List<ModuleRow> sections, String name, int count, List<ModuleRow> children) {
    if (!children.isEmpty()) {
      sections.add(
          ModuleRow.section(name, count < 0 ? "" : Quantities.formatCount(count), children));
    }
  }

  private static <T> List<ModuleRow> rows(List<T> all, Function<T, ModuleRow> row) {
    var rows = all.stream().limit(MAX_ROWS).map(row);
    return all.size() <= MAX_ROWS
        ? rows.toList()
        : Stream.concat(rows, Stream.of(more(all.size() - MAX_ROWS))).toList();
  }

  private static ModuleRow more(int count) {
    return ModuleRow.item(
        "… and " + Quantities.formatCount(count) + " more", "", "", "sandglass inspect lists all");
  }

  private static List<ModuleRow> imports(ModuleInspection module) {
    var groups = new LinkedHashMap<String, List<Import>>();
    module.imports().stream()
        .limit(MAX_ROWS)
        .forEach(i -> groups.computeIfAbsent(i.module(), name -> new ArrayList<>()).add(i));
    var rows = new ArrayList<ModuleRow>();
    groups.forEach(
        (name, members) ->
            rows.add(
                ModuleRow.section(
                    PlainText.message(name),
                    Quantities.formatCount(members.size()),
                    members.stream().map(ModuleOutline::row).toList())));
    if (module.imports().size() > MAX_ROWS) {
      rows.add(more(module.imports().size() - MAX_ROWS));
    }
    return rows;
  }

  private static ModuleRow row(Import wanted) {
    boolean function = wanted.kind().equals("function");
    var row =
        ModuleRow.item(
            PlainText.message(wanted.name()),
            PlainText.message(function ? wanted.type() : wanted.kind() + " " + wanted.type()),
            "",
            "");
    return ImportSupport.missing(wanted).map(row::asProblem).orElse(row);
  }

  private static ModuleRow row(ModuleInspection.Export export) {
    boolean function = export.kind().equals("function");
    var row =
        ModuleRow.item(
            PlainText.message(export.name()),
            PlainText.message(function ? export.type() : export.kind() + " " + export.type()),
            "",
            export.kind() + " " + export.index());
    return function ? row.calling(export) : row;
  }

  private static List<ModuleRow> memories(ModuleInspection module, Limits limits) {
    boolean tooLarge = initialBytes(module) > limits.memoryBytes();
    return rows(
        module.memories(),
        m -> {
          var row =
              ModuleRow.item(
                  "memory " + m.index(),
                  pages(m.minPages())
                      + m.maxPages()
                          .map(max -> ", up to " + Quantities.formatCount(max))
                          .orElse(" or more"),
                  Quantities.formatBytes(m.minBytes()),
                  words(
                      m.maxBytes()
                          .map(max -> "at most " + Quantities.formatBytes(max))
                          .orElse("no maximum of its own"),
                      m.shared() ? "shared" : "",
                      m.imported() ? "imported" : ""));
          return tooLarge
              ? row.asProblem(
                  "begins above the limit of " + Quantities.formatBytes(limits.memoryBytes()))
              : row;
        });
  }

  private static String pages(long count) {
    return Quantities.formatCount(count) + (count == 1 ? " page" : " pages");
  }

  private static List<ModuleRow> tables(ModuleInspection module, Limits limits) {
    boolean tooLarge = initialElements(module) > limits.tableElements();
    return rows(
        module.tables(),
        t -> {
          var row =
              ModuleRow.item(
                  "table " + t.index(),
                  t.type(),
                  Quantities.formatCount(t.min()),
                  words(
                      t.max()
                          .map(max -> "at most " + Quantities.formatCount(max) + " elements")
                          .orElse("no maximum of its own"),
                      t.imported() ? "imported" : ""));
          return tooLarge
              ? row.asProblem(
                  "begins above the limit of "
                      + Quantities.formatCount(limits.tableElements())
                      + " elements")
              : row;
        });
  }

  private static ModuleRow row(ModuleInspection.Global global) {
    return ModuleRow.item(
        "global " + global.index(),
        (global.mutable() ? "mut " : "") + global.type(),
        "",
        global.imported() ? "imported" : "");
  }

  private static List<ModuleRow> code(ModuleInspection module) {
    long imported = module.imports().stream().filter(i -> i.kind().equals("function")).count();
    var rows = new ArrayList<ModuleRow>();
    rows.add(count("functions", module.functions()));
    rows.add(count("functions imported", imported));
    module
        .start()
        .ifPresent(
            start ->
                rows.add(
                    ModuleRow.item(
                        "start function",
                        start.name().isEmpty() ? "" : "$" + PlainText.message(start.name()),
                        Quantities.formatCount(start.index()),
                        "runs before anything else")));
    rows.add(count("data segments", module.dataSegments()));
    rows.add(count("element segments", module.elementSegments()));
    return rows;
  }

  private static ModuleRow count(String name, long count) {
    return ModuleRow.item(name, "", Quantities.formatCount(count), "");
  }

  private static List<ModuleRow> types(ModuleInspection module) {
    var index = new int[1];
    return rows(
        module.types(),
        type -> ModuleRow.item("type " + index[0]++, PlainText.message(type), "", ""));
  }

  private static List<ModuleRow> parts(ModuleInspection module) {
    var custom = module.customSections().iterator();
    return rows(
        module.sections(),
        section ->
            ModuleRow.item(
                    section.name().equals("custom") && custom.hasNext()
                        ? "custom \"" + PlainText.message(custom.next().name()) + "\""
                        : section.name(),
                    "",
                    Quantities.formatBytes(section.bytes()),
                    String.format(Locale.ROOT, "at 0x%08x", section.offset()))
                .withShare((double) section.bytes() / Math.max(1, module.bytes())));
  }

  private static ModuleRow row(ModuleInspection.Producer producer) {
    return ModuleRow.item(
        PlainText.message((producer.name() + " " + producer.version()).strip()),
        PlainText.message(producer.field()),
        "",
        "");
  }

  private static String words(String... words) {
    return String.join(", ", Stream.of(words).filter(word -> !word.isEmpty()).toList());
  }

  private static long initialBytes(ModuleInspection module) {
    return module.memories().stream()
        .filter(m -> !m.imported())
        .mapToLong(ModuleInspection.Memory::minBytes)
        .sum();
  }

  private static long initialElements(ModuleInspection module) {
    return module.tables().stream()
        .filter(t -> !t.imported())
        .mapToLong(ModuleInspection.Table::min)
        .sum();
  }

  private static List<String> problems(ModuleInspection module, Limits limits, long unsupported) {
    var problems = new ArrayList<String>();
    if (unsupported > 0) {
      problems.add(
          Quantities.formatCount(unsupported)
              + (unsupported == 1 ? " import is" : " imports are")
              + " not offered; the run will be rejected");
    }
    above(module.bytes(), limits.moduleBytes())
        .ifPresent(sizes -> problems.add("The module has " + sizes + "; raise the module limit"));
    above(initialBytes(module), limits.memoryBytes())
        .ifPresent(
            sizes -> problems.add("Memory begins with " + sizes + "; raise the memory limit"));
    if (initialElements(module) > limits.tableElements()) {
      problems.add(
          "Tables begin with %s elements, above the limit of %s; raise the table limit"
              .formatted(
                  Quantities.formatCount(initialElements(module)),
                  Quantities.formatCount(limits.tableElements())));
    }
    return List.copyOf(problems);
  }

  private static Optional<String> above(long bytes, long limit) {
    return bytes <= limit
        ? Optional.empty()
        : Optional.of(
            Quantities.formatBytes(bytes)
                + ", above the limit of "
                + Quantities.formatBytes(limit));
  }
}
