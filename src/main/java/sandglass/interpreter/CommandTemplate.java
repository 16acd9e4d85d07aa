package sandglass.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an interpreter is told what to run: its arguments, separated by blanks, with these words in
 * them.
 *
 * <ul>
 *   <li>{@code {module}}: the interpreter's own name; put first where it is missing
 *   <li>{@code {script}}: the script's text
 *   <li>{@code {script-file}}: the path of a file that holds it
 *   <li>{@code {args}}: the script's arguments, however many
 * </ul>
 *
 * @param parts the arguments, with words in braces
 */
public record CommandTemplate(List<String> parts) {
  /** {@code python /script/NAME.py ARGS}. */
  public static final CommandTemplate FILE = of("{module}", "{script-file}", "{args}");

  /** {@code python -c TEXT ARGS}. */
  public static final CommandTemplate INLINE = of("{module}", "-c", "{script}", "{args}");

  private static final String MODULE = "{module}";
  private static final String SCRIPT = "{script}";
  private static final String SCRIPT_FILE = "{script-file}";
  private static final String ARGS = "{args}";
  private static final Set<String> WORDS = Set.of(MODULE, SCRIPT, SCRIPT_FILE, ARGS);
  private static final Pattern WORD = Pattern.compile("\\{[a-z-]*}");

  /** Copies the list. */
  public CommandTemplate {
    parts = List.copyOf(parts);
  }

  private static CommandTemplate of(String... parts) {
    return new CommandTemplate(List.of(parts));
  }

  /**
   * Reads a template.
   *
   * @throws InterpreterException if it has an unknown word, or none for the script
   */
  public static CommandTemplate parse(String text) throws InterpreterException {
    var parts = new ArrayList<String>();
    if (!text.isBlank()) {
      parts.addAll(List.of(text.strip().split("\\s+")));
    }
    if (!parts.contains(MODULE)) {
      parts.addFirst(MODULE);
    }
    int scripts = 0;
    for (String part : parts) {
      Matcher words = WORD.matcher(part);
      while (words.find()) {
        String word = words.group();
        if (!WORDS.contains(word)) {
          throw refuse(text, "knows no " + word);
        }
        if (word.equals(ARGS) && !part.equals(ARGS)) {
          throw refuse(
              text, "has " + ARGS + " within " + part + ", but it stands for itself alone");
        }
        scripts += word.equals(SCRIPT) || word.equals(SCRIPT_FILE) ? 1 : 0;
      }
    }
    if (scripts != 1) {
      throw refuse(
          text, scripts == 0 ? "does not say where the script goes" : "names the script twice");
    }
    return new CommandTemplate(parts);
  }

  private static InterpreterException refuse(String text, String why) {
    return new InterpreterException(
        "the interpreter's command \"%s\" %s; write for example \"%s\" or \"-c %s %s\""
            .formatted(text.strip(), why, SCRIPT_FILE + " " + ARGS, SCRIPT, ARGS));
  }

  /** Whether the script is a file in the guest, rather than an argument. */
  public boolean usesFile() {
    return parts.stream().anyMatch(part -> part.contains(SCRIPT_FILE));
  }

  /**
   * The guest's argv.
   *
   * @param module the interpreter's own name
   * @param script the script's text, or where its file is
   */
  public List<String> expand(String module, String script, List<String> args) {
    var argv = new ArrayList<String>();
    for (String part : parts) {
      if (part.equals(ARGS)) {
        argv.addAll(args);
      } else {
        argv.add(
            WORD.matcher(part)
                .replaceAll(
                    word ->
                        Matcher.quoteReplacement(word.group().equals(MODULE) ? module : script)));
      }
    }
    return argv;
  }

  @Override
  public String toString() {
    return String.join(" ", parts);
  }
}
