package sandglass.capsule;

import java.util.regex.Pattern;

/** A command line for a POSIX shell. Belongs to one thread. */
final class ShellLine {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private final StringBuilder text = new StringBuilder();

  /** Adds words, each in quotes where the shell would make something else of it. */
  ShellLine add(String... words) {
    for (String word : words) {
      text.append(text.isEmpty() ? "" : " ").append(quoted(word));
    }
    return this;
  }

  /** Adds an option with its value, as one word where the value looks like an option. */
  ShellLine option(String name, String value) {
    return value.startsWith("-") && value.length() > 1 ? add(name + "=" + value) : add(name, value);
  }

  /** Adds what the shell is to understand. */
  ShellLine raw(String part) {
    text.append(text.isEmpty() ? "" : " ").append(part);
    return this;
  }

  /** One word; NUL characters, which no argument can hold, are left out. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches()
        ? word
        : "'" + word.replace("\0", "").replace("'", "'\\''") + "'";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
