package sandglass.program.python;

import java.util.Locale;

/** The characters that {@code \N{…}} names. */
final class CharacterNames {
  private CharacterNames() {}

  /**
   * The character of that name, or -1. Java names characters that have no name by their block and
   * code; Python does not know these. Aliases other than of control characters are not known here.
   */
  static int find(String name) {
    int c;
    try {
      c = Character.codePointOf(name);
    } catch (IllegalArgumentException e) {
      return -1;
    }
    int type = Character.getType(c);
    boolean named =
        type != Character.UNASSIGNED
            && type != Character.PRIVATE_USE
            && type != Character.SURROGATE
            && !name.strip()
                .toUpperCase(Locale.ROOT)
                .endsWith(" " + Integer.toHexString(c).toUpperCase(Locale.ROOT));
    boolean ideograph = name.contains("-");
    return (named || ideograph) && name.equals(name.strip()) ? c : -1;
  }
}
