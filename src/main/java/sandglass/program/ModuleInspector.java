package sandglass.program;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sandglass.sandbox.meter.ModuleParser;
import sandglass.sandbox.meter.ModuleStructure;

/** Takes a module apart. Pure; any bytes will do. */
public final class ModuleInspector {
  private ModuleInspector() {}

  /**
   * What the module consists of. The module is validated on the way.
   *
   * @throws ProgramException if the bytes are not a valid module
   */
  public static ModuleInspection inspect(byte[] module) throws ProgramException {
    return inspect("module", module);
  }

  /**
   * What the module consists of. The module is validated on the way.
   *
   * @param name what messages call it
   * @throws ProgramException if the bytes are not a valid module
   */
  public static ModuleInspection inspect(String name, byte[] module) throws ProgramException {
    var damage = ModuleStructure.check(module);
    if (damage.isPresent()) {
      throw new ProgramException.Rejected(name, damage.get());
    }
    try {
      return new InspectionBuilder(module, ModuleParser.parse(module)).build();
    } catch (StackOverflowError e) {
      throw new ProgramException.Rejected(
          name, "not inspected: its code nests too deeply; split its functions");
    } catch (OutOfMemoryError e) {
      throw new ProgramException.Rejected(
          name, "not inspected: it needs more memory than there is; raise Java's -Xmx");
    } catch (RuntimeException | AssertionError e) {
      // The parser reports invalid modules by exceptions of many types.
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ProgramException.Rejected(
          name,
          "not a valid module: "
              + reason.lines().findFirst().orElse("no reason given")
              + "; build it again, or check it with wasm-validate");
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
