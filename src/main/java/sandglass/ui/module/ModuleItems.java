package sandglass.ui.module;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/**
 * The lines of an outline as tree items: filtered, and with the sections open that a person opened.
 */
final class ModuleItems {
  /** Sections with more lines begin closed, so that what follows is in sight. */
  private static final int OPEN_ROWS = 40;

  private final TreeItem<ModuleRow> root =
      new TreeItem<>(ModuleRow.section("Module", "", List.of()));
  private final Map<String, Boolean> opened = new HashMap<>();
  private final Set<String> openFirst;
  private List<ModuleRow> rows = List.of();
  private String filter = "";

  /**
   * @param openFirst the sections that are open until they are closed
   */
  ModuleItems(Set<String> openFirst) {
    this.openFirst = openFirst;
    root.setExpanded(true);
  }

  TreeItem<ModuleRow> root() {
    return root;
  }

  void show(List<ModuleRow> sections) {
    if (!sections.equals(rows)) {
      rows = sections;
      fill();
    }
  }

  /** Shows only what holds the text, in either case; all for an empty one. */
  void filter(String text) {
    filter = text.strip().toLowerCase(Locale.ROOT);
    fill();
  }

  boolean isEmpty() {
    return root.getChildren().isEmpty();
  }

  private void fill() {
    root.getChildren().setAll(items(rows, "").toList());
  }

  private Stream<TreeItem<ModuleRow>> items(List<ModuleRow> wanted, String path) {
    return wanted.stream()
        .map(row -> item(row, path + "/" + row.name()))
        .filter(item -> isShown(item));
  }

  private boolean isShown(TreeItem<ModuleRow> item) {
    return filter.isEmpty()
        || !item.getChildren().isEmpty()
        || (!item.getValue().isSection() && item.getValue().matches(filter));
  }

  private TreeItem<ModuleRow> item(ModuleRow row, String path) {
    var item = new TreeItem<>(row);
    if (!row.isSection()) {
      return item;
    }
    item.getChildren().setAll(items(row.children(), path).toList());
    item.setExpanded(!filter.isEmpty() || isOpen(row, path));
    item.expandedProperty()
        .subscribe(
            (was, open) -> {
              if (filter.isEmpty()) {
                opened.put(path, open);
              }
            });
    return item;
  }

  private boolean isOpen(ModuleRow row, String path) {
    boolean section = path.lastIndexOf('/') == 0;
    boolean first = !section || openFirst.contains(row.name());
    boolean small = row.children().size() <= OPEN_ROWS;
    return opened.getOrDefault(path, row.problem() || (first && small));
  }
}
