package sandglass.program.python;

import java.util.List;

/** Compiles simple Python to WebAssembly text. Any thread; nothing is shared between calls. */
public final class PythonCompiler {
  private PythonCompiler() {}

  /**
   * Compiles a source.
   *
   * @param file what tracebacks call it
   * @param text the source, line ends of any kind
   */
  public static PythonResult compile(String file, String text) {
    var parsed = Parser.parse(text);
    if (parsed.error() != null) {
      return new PythonResult.Failed(List.of(parsed.error()));
    }
    return new ModuleWriter(file, new SourceText(text), parsed.module()).write();
  }
}
