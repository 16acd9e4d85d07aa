package sandglass.program;

/** What an input turned out to be, before anything is compiled. */
public sealed interface Opened {
  /** What a text is written in. */
  enum Language {
    /** WebAssembly text. */
    WAT,
    /** Python. */
    PYTHON
  }

  /**
   * A text to be edited, without its byte order mark.
   *
   * @param name what to call it: a file's name with its folder, for one
   */
  record Text(String name, Language language, String text) implements Opened {}

  /**
   * A module, checked with {@link sandglass.sandbox.meter.ModuleStructure}.
   *
   * @param program its binary
   */
  record Module(Program program) implements Opened {}
}
