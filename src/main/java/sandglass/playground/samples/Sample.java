package sandglass.playground.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in {@code samples/} and what its first comment says. The comment's lines begin with {@code
 * ;;} in WebAssembly text, with {@code //} in C and Rust and with {@code #} in Python; those of the
 * form {@code key: value} are:
 *
 * <ul>
 *   <li>{@code about} one sentence for people; each sample has it, first of all
 *   <li>{@code group} where it is in the menu: a group's name, and a number that orders the group
 *   <li>{@code args} the guest's arguments, separated by spaces, or in double quotes
 *   <li>{@code env} one variable, {@code NAME=VALUE}; may be repeated
 *   <li>{@code stdin} what it reads; text, see below
 *   <li>{@code typed} what tests give it to read, and a person in the window types while it waits;
 *       text
 *   <li>{@code dir} a folder of {@code samples/data} that it gets under that name at the root, with
 *       {@code :rw} to be writable; may be repeated
 *   <li>{@code fuel}, {@code memory}, {@code timeout}, {@code output} limits other than the
 *       defaults, as on the command line
 *   <li>{@code expect stdout}, {@code expect stderr} all that it prints; text
 *   <li>{@code expect stdout sha256} the digest of all that it prints, where that is long
 *   <li>{@code expect stdout matches} a regular expression for all that it prints
 *   <li>{@code expect exit} its exit code
 *   <li>{@code expect outcome} the kind of any other outcome, and for {@code trapped} the reason
 *   <li>{@code expect file} a path, what happened to the file, and its size in bytes
 *   <li>{@code interpreter} the catalog's interpreter that runs it, such as {@code cpython}
 *   <li>{@code build} a command that makes the {@code .wasm} beside a C or Rust program
 * </ul>
 *
 * <p>Text has the escapes {@code \n \t \r \\ } and {@code \}{@code uXXXX}. What is not understood
 * is passed over.
 *
 * @param file the source; a module where its source is not beside it
 * @param lines the lines of that form, in order
 */
public record Sample(Path file, List<Line> lines) {
  private static final Pattern LINE = Pattern.compile("(?:;;|//|#) ([a-z][a-z0-9 ]*): (.*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([ntr\\\\]))");
  private static final Pattern GROUP = Pattern.compile("(.*?)(?: (\\d{1,4}))?");
  private static final int MAX_COMMENT_BYTES = 64 << 10;

  /** Copies the lines. */
  public Sample {
    lines = List.copyOf(lines);
  }

  /** One {@code key: value}. */
  public record Line(String key, String value) {}

  /** The groups of the menu, in order. */
  public enum Group {
    /** The language itself. */
    BASICS,
    /** What a guest can ask of the world. */
    WASI,
    /** What the limits do. */
    LIMITS,
    /** What can go wrong. */
    TRAPS,
    /** Made by compilers. */
    COMPILED,
    /** Python, most of it compiled. */
    PYTHON,
    /** All others. */
    MORE;

    /** What the menu calls it. */
    public String text() {
      return this == WASI
          ? name()
          : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the first comment; not on the FX thread. */
  public static Sample read(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_COMMENT_BYTES);
    }
    List<Line> lines = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      if (!line.startsWith(";;") && !line.startsWith("//") && !line.startsWith("#")) {
        break;
      }
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        lines.add(new Line(matcher.group(1), matcher.group(2)));
      }
    }
    return new Sample(file, lines);
  }

  /** The file's name without its extension: what the menu calls it. */
  public String name() {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** What to open: the source itself, or the module beside a C or Rust source. */
  public Path program() {
    String name = file.getFileName().toString();
    return name.endsWith(".c") || name.endsWith(".rs")
        ? file.resolveSibling(name() + ".wasm")
        : file;
  }

  /** One sentence; empty if the file has none. */
  public String about() {
    return one("about").orElse("");
  }

  /** Where it is in the menu. */
  public Group group() {
    Matcher group = GROUP.matcher(one("group").orElse(""));
    if (group.matches()) {
      for (Group known : Group.values()) {
        if (known.name().equalsIgnoreCase(group.group(1))) {
          return known;
        }
      }
    }
    return Group.MORE;
  }

  /** Its place in the group; those without one come last. */
  int order() {
    Matcher group = GROUP.matcher(one("group").orElse(""));
    return group.matches() && group.group(2) != null
        ? Integer.parseInt(group.group(2))
        : Integer.MAX_VALUE;
  }

  /** The values of all lines with the key, in order. */
  public List<String> all(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  /** The value of the first line with the key. */
  public Optional<String> one(String key) {
    return all(key).stream().findFirst();
  }

  /** The value of the first line with the key, its escapes resolved. */
  public Optional<String> text(String key) {
    return one(key).map(Sample::unescape);
  }

  /** The arguments, without the program's name. */
  List<String> args() {
    List<String> args = new ArrayList<>();
    Matcher word = WORD.matcher(one("args").orElse(""));
    while (word.find()) {
      args.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return args;
  }

  /** The environment, in order. */
  Map<String, String> env() {
    Map<String, String> env = new LinkedHashMap<>();
    for (String variable : all("env")) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        env.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return env;
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) != null
                        ? Character.toString(Integer.parseInt(found.group(1), 16))
                        : switch (found.group(2)) {
                          case "n" -> "\n";
                          case "t" -> "\t";
                          case "r" -> "\r";
                          default -> "\\";
                        }));
  }
}
