package sandglass.ui.module;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sandglass.program.ModuleInspection.Export;

/**
 * A line about a module. Texts are safe to show: without control characters, on one line.
 *
 * @param name what it is about
 * @param type its type, or a fact in few words; may be empty
 * @param amount a number or size, shown at the right; may be empty
 * @param note more about it, or what is wrong with it; may be empty
 * @param problem whether a run will fail on it
 * @param share its part of the module, 0 to 1; 0 where that means nothing
 * @param callable the function that can be called
 * @param children lines below it
 */
record ModuleRow(
    String name,
    String type,
    String amount,
    String note,
    boolean problem,
    double share,
    Optional<Export> callable,
    List<ModuleRow> children) {

  /** What filters find rows with problems by. */
  static final String NOT_OFFERED = "not offered";

  static ModuleRow item(String name, String type, String amount, String note) {
    return new ModuleRow(name, type, amount, note, false, 0, Optional.empty(), List.of());
  }

  static ModuleRow section(String name, String amount, List<ModuleRow> children) {
    boolean problem = children.stream().anyMatch(ModuleRow::problem);
    return new ModuleRow(name, "", amount, "", problem, 0, Optional.empty(), children);
  }

  ModuleRow asProblem(String why) {
    return new ModuleRow(name, type, amount, why, true, share, callable, children);
  }

  ModuleRow withShare(double value) {
    return new ModuleRow(name, type, amount, note, problem, value, callable, children);
  }

  ModuleRow calling(Export export) {
    return new ModuleRow(name, type, amount, note, problem, share, Optional.of(export), children);
  }

  boolean isSection() {
    return !children.isEmpty();
  }

  /** Whether the row itself holds the text. */
  boolean matches(String lowerCase) {
    return contains(name, lowerCase)
        || contains(type, lowerCase)
        || contains(note, lowerCase)
        || (problem && NOT_OFFERED.contains(lowerCase));
  }

  private static boolean contains(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
