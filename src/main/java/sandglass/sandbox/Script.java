package sandglass.sandbox;

import java.util.Arrays;

/**
 * A script for an interpreter: a file that the guest sees, read-only and alone in its folder. The
 * moment at which the guest first looks into that folder, or first asks for stdin, is its
 * <em>hand-over</em>: until then the interpreter starts, which is the same whatever the script, and
 * so can be done ahead (see {@link Sandbox#startAhead}). The run's limits, its time, its fuel and
 * its report begin there.
 *
 * @param folder the guest's name for the folder, such as {@code /script}
 * @param name the file's name in it
 * @param content what it holds; not copied, so not to be changed afterwards
 * @param start what the interpreter may use until the hand-over, reading and compiling the module
 *     included; its file and table limits hold for the whole run
 */
@SuppressWarnings("ArrayRecordComponent") // given once, read only
public record Script(String folder, String name, byte[] content, Limits start) {
  /** Checks the names. */
  public Script {
    if (folder.isEmpty() || name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a script's name: " + folder + " " + name);
    }
  }

  /** Where the guest finds it. */
  public String path() {
    return folder + "/" + name;
  }

  /** This script with another content. */
  public Script withContent(byte[] bytes) {
    return new Script(folder, name, bytes, start);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Script script
        && folder.equals(script.folder)
        && name.equals(script.name)
        && start.equals(script.start)
        && Arrays.equals(content, script.content);
  }

  @Override
  public int hashCode() {
    return 31 * path().hashCode() + Arrays.hashCode(content);
  }
}
