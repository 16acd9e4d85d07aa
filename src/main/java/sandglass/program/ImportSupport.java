package sandglass.program;

import java.util.List;
import java.util.Optional;
import sandglass.program.ModuleInspection.Import;
import sandglass.sandbox.wasi.Wasi;

/** Whether the sandbox provides what a module imports. Pure. */
public final class ImportSupport {
  private static final String MODULE = "wasi_snapshot_preview1";

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
          "only wasi_snapshot_preview1 can be imported"
              + NearMiss.of(wanted.module(), List.of(MODULE)));
    }
    return Optional.of(
        Wasi.signature(MODULE, wanted.name())
            .map(type -> "WASI has it as " + ModuleTypes.text(type))
            .orElseGet(
                () ->
                    "WASI preview 1 has no such function"
                        + NearMiss.of(wanted.name(), Wasi.functions())));
  }
}
