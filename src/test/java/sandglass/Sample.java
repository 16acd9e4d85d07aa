package sandglass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in {@code samples/} and what its first comment says. The comment's lines begin with {@code
 * ;;} in WebAssembly text and with {@code //} in C and Rust; those of the form {@code key: value}
 * are:
 *
 * <ul>
 *   <li>{@code about} one sentence for people; each sample has it, first of all
 *   <li>{@code args} the guest's arguments, separated by spaces, or in double quotes
 *   <li>{@code env} one variable, {@code NAME=VALUE}; may be repeated
 *   <li>{@code stdin} what it reads; text, see below
 *   <li>{@code dir} a folder of {@code samples/data} that it gets under that name at the root, with
 *       {@code :rw} to be writable; may be repeated
 *   <li>{@code fuel}, {@code memory} limits other than the defaults, as on the command line
 *   <li>{@code expect stdout} all that it prints; text
 *   <li>{@code expect stdout sha256} the digest of all that it prints, where that is long
 *   <li>{@code expect stdout matches} a regular expression for all that it prints
 *   <li>{@code expect exit} its exit code
 *   <li>{@code expect outcome} the kind of any other outcome, and for {@code trapped} the reason
 *   <li>{@code expect file} a path, what happened to the file, and its size in bytes
 *   <li>{@code build} a command that makes the {@code .wasm} beside a C or Rust program
 * </ul>
 *
 * <p>Text has the escapes {@code \n \t \r \\ } and {@code \}{@code uXXXX}.
 *
 * @param file the source
 * @param lines the lines of that form, in order
 */
record Sample(Path file, List<Line> lines) {
  /** Where the samples are, from the project's folder. */
  static final Path FOLDER = Path.of("samples");

  private static final Pattern LINE = Pattern.compile("(?:;;|//) ([a-z][a-z0-9 ]*): (.*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  /** One {@code key: value}. */
  record Line(String key, String value) {}

  static Sample read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith(";;") && !line.startsWith("//")) {
        break;
      }
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        lines.add(new Line(matcher.group(1), matcher.group(2)));
      }
    }
    return new Sample(file, List.copyOf(lines));
  }

  String name() {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** What to load: the source itself, or the module beside it. */
  Path program() {
    return file.toString().endsWith(".wat") ? file : file.resolveSibling(name() + ".wasm");
  }

  List<String> all(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  Optional<String> one(String key) {
    List<String> values = all(key);
    if (values.size() > 1) {
      throw new IllegalArgumentException(file + ": more than one " + key);
    }
    return values.stream().findFirst();
  }

  Optional<String> text(String key) {
    return one(key).map(Sample::unescape);
  }

  /** The arguments, the program's name first. */
  List<String> args() {
    List<String> args = new ArrayList<>(List.of(name()));
    Matcher word = WORD.matcher(one("args").orElse(""));
    while (word.find()) {
      args.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return args;
  }

  Map<String, String> env() {
    Map<String, String> env = new LinkedHashMap<>();
    for (String variable : all("env")) {
      int equals = variable.indexOf('=');
      env.put(variable.substring(0, equals), variable.substring(equals + 1));
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
                          case "\\" -> "\\";
                          default ->
                              throw new IllegalArgumentException("no escape: " + found.group());
                        }));
  }
}
