package sandglass.tool.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sandglass.data.DataException;
import sandglass.data.DataReader;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.data.Problems;
import sandglass.interpreter.Interpreters;
import sandglass.program.NearMiss;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;
import sandglass.tool.settings.SettingsFile.GivenLimits;

/**
 * Reads settings files: the section {@code wasi}. Other sections are the platform's and are passed
 * over; what is wrong within is reported, all of it, each with its place.
 */
public final class SettingsReader {
  /** Bytes of a file; far more than anybody writes. */
  static final long MAX_BYTES = 1 << 20;

  private static final String SECTION = "wasi";

  private final Function<String, Optional<String>> folderCheck;

  private SettingsReader(Function<String, Optional<String>> folderCheck) {
    this.folderCheck = folderCheck;
  }

  /**
   * Reads a file's text, without looking at the folders that it names. Pure.
   *
   * @param name what to call it in messages: the file's name
   * @throws DataException with everything that is wrong
   */
  public static SettingsFile read(String name, String yaml) throws DataException {
    return new SettingsReader(_ -> Optional.empty()).parse(name, yaml);
  }

  /**
   * Reads a file, and checks that the folders that it names are there.
   *
   * @throws DataException if it cannot be read, and with everything that is wrong in it
   */
  public static SettingsFile load(Path file) throws DataException {
    return new SettingsReader(SettingsReader::missing).parse(file.toString(), text(file));
  }

  private static String text(Path file) throws DataException {
    String name = file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw new DataException(name, "is a folder; name a settings file in it");
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes((int) MAX_BYTES + 1);
      }
      if (bytes.length > MAX_BYTES) {
        throw new DataException(
            name,
            "has more than the %s that a settings file may have"
                .formatted(Quantities.formatBytes(MAX_BYTES)));
      }
      return decode(name, bytes);
    } catch (NoSuchFileException e) {
      throw new DataException(name, "there is no such file; check the name");
    } catch (AccessDeniedException e) {
      throw new DataException(name, "permission to read it is denied; check its permissions");
    } catch (IOException e) {
      throw new DataException(name, "cannot be read: " + e.getMessage());
    }
  }

  private static String decode(String name, byte[] bytes) throws DataException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          name, "is not UTF-8 from byte %,d on; save it as UTF-8".formatted(in.position()));
    }
  }

  private SettingsFile parse(String name, String yaml) throws DataException {
    if (yaml.length() > MAX_BYTES) {
      throw new DataException(
          name,
          "has more than the %s that a settings file may have"
              .formatted(Quantities.formatBytes(MAX_BYTES)));
    }
    Node root = DataReader.yaml(name, yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml);
    var problems = new Problems(name);
    var top = Fields.of(root, problems);
    problems.check();
    if (!top.keys().contains(SECTION)) {
      String near =
          top.keys().stream()
              .filter(key -> !NearMiss.of(key, Set.of(SECTION)).isEmpty())
              .findFirst()
              .map(key -> "; is \"" + key + "\" meant to be it?")
              .orElse("; put the settings under a line \"wasi:\", each indented by two spaces");
      throw new DataException(name, "has no section \"wasi\"" + near);
    }
    var found =
        top.has(SECTION)
            ? top.object(SECTION).map(this::settings)
            : Optional.of(SettingsFile.EMPTY);
    problems.check();
    return found.orElseThrow();
  }

  private SettingsFile settings(Fields wasi) {
    var given = new Amounts(wasi);
    var limits =
        new GivenLimits(
            given.bytes("memory_limit_bytes", 0),
            given.count("max_fuel", 1, Limits.MAX_FUEL),
            given.millis("execution_timeout_ms"),
            given.bytes("module_size_bytes", 8),
            given.bytes("output_limit_bytes", 0),
            given.bytes("file_limit_bytes", 0),
            given.count("table_elements", 0, Integer.MAX_VALUE));
    List<String> paths = allowedPaths(wasi);
    Map<String, String> env = env(wasi);
    Optional<Fields> security = wasi.object("security");
    var read =
        new SettingsFile(
            limits,
            paths,
            env,
            security.flatMap(s -> s.flag("fs_readonly")),
            security.flatMap(SettingsReader::clock),
            security.flatMap(SettingsReader::random),
            wasi.text(Interpreters.PYTHON_SETTING).filter(text -> !text.isBlank()));
    security.ifPresent(
        s -> {
          refuse(s, "allow_network", "there is no network in WASI preview 1");
          refuse(s, "allow_subprocess", "there are no processes in WASI");
          s.end();
        });
    wasi.end();
    return read;
  }

  private static void refuse(Fields security, String key, String why) {
    if (security.flag(key).orElse(false)) {
      security.problem(
          key,
          "cannot be true: "
              + why
              + ", so nothing here could grant it; set it to false, or leave it out");
    }
  }

  private static Optional<Clock> clock(Fields security) {
    return mode(security, "allow_clock", Clock.VIRTUAL, Clock.REAL, Clock.OFF);
  }

  private static Optional<Random> random(Fields security) {
    long seed = security.integer("random_seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
    var found = mode(security, "allow_random", Random.seeded(seed), Random.REAL, Random.OFF);
    return found.isEmpty() && security.has("random_seed")
        ? Optional.of(Random.seeded(seed))
        : found;
  }

  /** True is the one that gives the same each time; the machine's own has to be asked for. */
  private static <T> Optional<T> mode(Fields security, String key, T granted, T real, T off) {
    Optional<Node> node = security.node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    return switch (node.get()) {
      case Node.Flag flag -> Optional.of(flag.value() ? granted : off);
      case Node.Text(var place, var text) when text.equals("real") -> Optional.of(real);
      default -> {
        security.problem(key, "must be true, false or real, not " + node.get().kind());
        yield Optional.empty();
      }
    };
  }

  private List<String> allowedPaths(Fields wasi) {
    var paths = new ArrayList<String>();
    for (Fields.Item item : wasi.items("allowed_paths")) {
      if (!(item.node() instanceof Node.Text text)) {
        wasi.problems()
            .add(
                item.node().place(),
                item.path(),
                "must be a path in quotes, not " + item.node().kind());
        continue;
      }
      Optional<String> wrong =
          wrongPath(text.value())
              .or(
                  () ->
                      paths.contains(text.value())
                          ? Optional.of("is there twice; leave one of them out")
                          : folderCheck.apply(text.value()));
      wrong.ifPresent(message -> wasi.problems().add(text.place(), item.path(), message));
      paths.add(text.value());
    }
    return paths;
  }

  private static Optional<String> wrongPath(String text) {
    try {
      return Path.of(text).isAbsolute()
          ? Optional.empty()
          : Optional.of("\"" + text + "\" is not absolute; write the whole path, such as /data");
    } catch (InvalidPathException e) {
      return Optional.of("is not a path: " + e.getReason());
    }
  }

  private static Optional<String> missing(String path) {
    Path folder = Path.of(path);
    if (Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return Optional.of(
        Files.exists(folder)
            ? path + ": is not a folder; name the folder that holds it"
            : path + ": there is no such folder; create it, or leave it out");
  }

  private static Map<String, String> env(Fields wasi) {
    var env = new LinkedHashMap<String, String>();
    wasi.object("env_vars")
        .ifPresent(
            variables -> {
              for (String name : variables.keys()) {
                Node value = variables.node(name).orElse(null);
                if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
                  variables.problem(
                      name, "is no variable's name: it is empty, or holds a = or NUL");
                } else if (value instanceof Node.Text text && text.value().indexOf('\0') < 0) {
                  env.put(name, text.value());
                } else {
                  variables.problem(
                      name,
                      value instanceof Node.Text
                          ? "holds a NUL, which no variable can"
                          : "must be a text, not %s; put it in quotes"
                              .formatted(value == null ? "nothing" : value.kind()));
                }
              }
            });
    return env;
  }
}
