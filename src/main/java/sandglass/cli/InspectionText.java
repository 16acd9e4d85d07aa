package sandglass.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sandglass.program.ImportSupport;
import sandglass.program.ModuleInspection;
import sandglass.sandbox.Quantities;

/** An inspection as aligned text. */
final class InspectionText {
  private final StringBuilder text = new StringBuilder();

  private InspectionText() {}

  static String of(String name, ModuleInspection module) {
    var out = new InspectionText();
    out.text.append(name).append('\n');
    out.rows(summary(module));
    out.table("Imports", imports(module));
    out.table("Exports", exports(module));
    out.table("Memories", memories(module));
    out.table("Tables", tables(module));
    out.table("Globals", globals(module));
    out.table("Types", types(module));
    out.table("Sections", sections(module));
    return out.text.toString();
  }

  private static List<List<String>> summary(ModuleInspection module) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("kind", kind(module)));
    module.name().ifPresent(name -> rows.add(List.of("name", TextTable.clean(name))));
    rows.add(List.of("size", size(module.bytes())));
    rows.add(List.of("sha-256", module.sha256()));
    if (!module.producers().isEmpty()) {
      rows.add(
          List.of(
              "made with",
              module.producers().stream()
                  .map(p -> TextTable.clean(p.name() + " " + p.version()).strip())
                  .distinct()
                  .collect(Collectors.joining(", "))));
    }
    rows.add(
        List.of(
            "features",
            module.features().isEmpty()
                ? "WebAssembly 1.0"
                : String.join(", ", module.features())));
    rows.add(
        List.of(
            "functions",
            module.functions()
                + " defined, "
                + module.imports().stream().filter(i -> i.kind().equals("function")).count()
                + " imported"));
    module
        .start()
        .ifPresent(
            start ->
                rows.add(
                    List.of(
                        "start",
                        "function "
                            + start.index()
                            + (start.name().isEmpty()
                                ? ""
                                : " ($" + TextTable.clean(start.name()) + ")"))));
    rows.add(
        List.of(
            "segments", module.dataSegments() + " data, " + module.elementSegments() + " element"));
    return rows;
  }

  private static String kind(ModuleInspection module) {
    return switch (module.kind()) {
      case COMMAND -> "command: run it as it is (it exports _start)";
      case REACTOR -> "reactor: name an export with --invoke (its _initialize runs first)";
      case LIBRARY -> "library: name an export with --invoke";
    };
  }

  private static List<List<String>> imports(ModuleInspection module) {
    return module.imports().stream()
        .map(
            i ->
                List.of(
                    TextTable.clean(i.module() + "." + i.name()),
                    i.kind(),
                    i.type(),
                    ImportSupport.missing(i).map(why -> "! not supported: " + why).orElse("")))
        .toList();
  }

  private static List<List<String>> exports(ModuleInspection module) {
    return module.exports().stream()
        .map(e -> List.of(TextTable.clean(e.name()), e.kind() + " " + e.index(), e.type()))
        .toList();
  }

  private static List<List<String>> memories(ModuleInspection module) {
    return module.memories().stream()
        .map(
            m ->
                List.of(
                    String.valueOf(m.index()),
                    m.minPages()
                        + (m.minPages() == 1 ? " page (" : " pages (")
                        + Quantities.formatBytes(m.minBytes())
                        + ")",
                    m.maxPages()
                        .map(
                            pages ->
                                "up to "
                                    + pages
                                    + " ("
                                    + Quantities.formatBytes(m.maxBytes().orElse(0L))
                                    + ")")
                        .orElse("no maximum"),
                    (m.shared() ? "shared " : "") + (m.imported() ? "imported" : "")))
        .toList();
  }

  private static List<List<String>> tables(ModuleInspection module) {
    return module.tables().stream()
        .map(
            t ->
                List.of(
                    String.valueOf(t.index()),
                    t.type(),
                    t.min() + " elements",
                    t.max().map(max -> "up to " + max).orElse("no maximum"),
                    t.imported() ? "imported" : ""))
        .toList();
  }

  private static List<List<String>> globals(ModuleInspection module) {
    return module.globals().stream()
        .map(
            g ->
                List.of(
                    String.valueOf(g.index()),
                    g.type(),
                    g.mutable() ? "mutable" : "constant",
                    g.imported() ? "imported" : ""))
        .toList();
  }

  private static List<List<String>> types(ModuleInspection module) {
    var rows = new ArrayList<List<String>>();
    module.types().forEach(type -> rows.add(List.of(String.valueOf(rows.size()), type)));
    return rows;
  }

  private static List<List<String>> sections(ModuleInspection module) {
    var custom = module.customSections().iterator();
    return module.sections().stream()
        .map(
            s ->
                List.of(
                    s.name().equals("custom") && custom.hasNext()
                        ? "custom \"" + TextTable.clean(custom.next().name()) + "\""
                        : s.name(),
                    String.format(Locale.ROOT, "at 0x%08x", s.offset()),
                    size(s.bytes())))
        .toList();
  }

  private static String size(long bytes) {
    String exact = Quantities.formatCount(bytes) + (bytes == 1 ? " byte" : " bytes");
    return bytes < 1024 ? exact : exact + " (" + Quantities.formatBytes(bytes) + ")";
  }

  private void table(String title, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      text.append('\n').append(title).append('\n');
      rows(rows);
    }
  }

  private void rows(List<List<String>> rows) {
    TextTable.append(text, rows, 0);
  }
}
