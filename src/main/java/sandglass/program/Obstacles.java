package sandglass.program;

import java.util.ArrayList;
import java.util.List;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;

/** What keeps a module from running in the sandbox, without running it. Pure. */
public final class Obstacles {
  private Obstacles() {}

  /** A sentence for each: imports that are not offered, and more than the limits at the start. */
  public static List<String> of(ModuleInspection module, Limits limits) {
    var found = new ArrayList<String>();
    for (var wanted : module.imports()) {
      ImportSupport.missing(wanted)
          .ifPresent(
              why -> found.add("it imports " + wanted.module() + "." + wanted.name() + ": " + why));
    }
    long bytes = module.memories().stream().mapToLong(ModuleInspection.Memory::minBytes).sum();
    if (bytes > limits.memoryBytes()) {
      found.add(
          "it begins with %s of memory, above the memory limit of %s"
              .formatted(
                  Quantities.formatBytes(bytes), Quantities.formatBytes(limits.memoryBytes())));
    }
    long elements = module.tables().stream().mapToLong(ModuleInspection.Table::min).sum();
    if (elements > limits.tableElements()) {
      found.add(
          "its tables begin with %s elements, above the limit of %s"
              .formatted(
                  Quantities.formatCount(elements),
                  Quantities.formatCount(limits.tableElements())));
    }
    return found;
  }
}
