package sandglass.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/** Rewrites the JAR in which Chicory keeps a compiled module, class by class. */
final class FuelFields {
  private static final String CLASS = ".class";

  private FuelFields() {}

  /**
   * Rewrites a JAR.
   *
   * @param jar as Chicory gave it; the module has a memory
   * @param fuelGlobal index of the meter's global
   */
  static byte[] rewrite(byte[] jar, int fuelGlobal) throws IOException {
    var rewriter = new CodeRewriter(fuelGlobal, true);
    var out = new ByteArrayOutputStream(jar.length);
    try (var from = new JarInputStream(new ByteArrayInputStream(jar));
        var to = new JarOutputStream(out)) {
      for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
        String name = entry.getName();
        byte[] content = from.readAllBytes();
        to.putNextEntry(new JarEntry(name));
        to.write(name.endsWith(CLASS) ? rewriter.rewrite(name, content) : content);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
