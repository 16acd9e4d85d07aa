package sandglass.cli;

import java.util.Optional;
import sandglass.program.ModuleInspection.Import;
import sandglass.program.ModuleTypes;
import sandglass.sandbox.wasi.Wasi;

/** Whether the sandbox provides what a module imports. */
final class ImportSupport {
  private ImportSupport() {}

  /** Why the import cannot be had; empty if it can. */
  static Optional<String> missing(Import wanted) {
    if (!wanted.kind().equals("function")) {
      return Optional.of("only WASI functions can be imported");
    }
    var type = Wasi.signature(wanted.module(), wanted.name());
    if (type.isEmpty()) {
      return Optional.of(
          wanted.module().equals("wasi_snapshot_preview1")
              ? "WASI preview 1 has no such function"
              : "only wasi_snapshot_preview1 can be imported");
    }
    String expected = ModuleTypes.text(type.get());
    return expected.equals(wanted.type())
        ? Optional.empty()
        : Optional.of("WASI has it as " + expected);
  }
}
