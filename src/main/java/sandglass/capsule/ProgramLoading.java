package sandglass.capsule;

import sandglass.program.Program;
import sandglass.program.ProgramException;

/** Compiles or checks the program of a capsule. */
@FunctionalInterface
interface ProgramLoading {
  /** Loads it. */
  Program load() throws ProgramException;

  /**
   * Loads a program, and says of what is wrong with it in which field it is.
   *
   * @param field such as {@code program.wat}
   */
  static Program load(String field, ProgramLoading loading)
      throws CapsuleException, InterruptedException {
    try {
      return loading.load();
    } catch (ProgramException.Interrupted e) {
      throw ContentReader.interrupted();
    } catch (ProgramException e) {
      throw new CapsuleException(field, e.getMessage(), e);
    }
  }
}
