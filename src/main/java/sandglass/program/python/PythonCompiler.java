package sandglass.program.python;

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
    return DeepStack.call(
        () -> {
          var analysis = Analysis.of(text);
          return analysis.errors().isEmpty()
              ? new ModuleWriter(file, new SourceText(text), analysis.module()).write()
              : new PythonResult.Failed(analysis.errors());
        });
  }
}
