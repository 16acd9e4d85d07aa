package sandglass.program;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sandglass.program.ModuleInspection.Import;
import sandglass.sandbox.wasi.Wasi;

/** Whether the sandbox provides what a module imports. Pure. */
public final class ImportSupport {
  private static final String MODULE = "wasi_snapshot_preview1";
  private static final int MAX_TYPOS = 2;

  private ImportSupport() {}

  /** Whether the import can be had; without working out why not. */
  public static boolean isOffered(Import wanted) {
    return wanted.kind().equals("function")
        && Wasi.signature(wanted.module(), wanted.name())
            .filter(type -> ModuleTypes.text(type).equals(wanted.type()))
            .isPresent();
  }

  /** Why the import cannot be had, and what may have been meant; empty if it can. */
  public static Optional<String> missing(Import wanted) {
    if (isOffered(wanted)) {
      return Optional.empty();
    }
    if (!wanted.kind().equals("function")) {
      return Optional.of("only WASI functions can be imported");
    }
    if (!wanted.module().equals(MODULE)) {
      return Optional.of(
          "only wasi_snapshot_preview1 can be imported" + meant(wanted.module(), List.of(MODULE)));
    }
    return Optional.of(
        Wasi.signature(MODULE, wanted.name())
            .map(type -> "WASI has it as " + ModuleTypes.text(type))
            .orElseGet(
                () ->
                    "WASI preview 1 has no such function"
                        + meant(wanted.name(), Wasi.functions())));
  }

  private static String meant(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= MAX_TYPOS)
        .min(Comparator.comparingInt(candidate -> typos(word, candidate)))
        .filter(candidate -> typos(word, candidate) <= MAX_TYPOS)
        .map(candidate -> "; did you mean " + candidate + "?")
        .orElse("");
  }

  /** How many characters to insert, delete or replace to get from one word to the other. */
  private static int typos(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
