package sandglass.tool.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/**
 * Writes settings files, in the guide's order and with its comments. What a file reads as is
 * written as the same text each time. Pure.
 */
public final class SettingsWriter {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that are no texts in some version of YAML. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private SettingsWriter() {}

  /** The file's text, with a line end at its end. */
  public static String write(SettingsFile settings) {
    var writer = new SettingsWriter();
    writer.settings(settings);
    return writer.out.toString();
  }

  private void settings(SettingsFile settings) {
    out.append("wasi:\n");
    int begun = out.length();
    var limits = settings.limits();
    amount("Memory limit in bytes (default: 256MB)", "memory_limit_bytes", limits.memoryBytes());
    amount("CPU fuel limit (computational steps)", "max_fuel", limits.fuel());
    limits
        .timeout()
        .ifPresent(
            time ->
                line("Execution timeout in milliseconds", "execution_timeout_ms: " + millis(time)));
    paths(settings.allowedPaths(), settings.readOnly().orElse(true));
    env(settings.env());
    own(settings);
    security(settings);
    if (out.length() == begun) {
      out.setLength(begun - 1);
      out.append(" {}\n");
    }
  }

  private void amount(String comment, String key, Optional<Long> value) {
    value.ifPresent(number -> line(comment, key + ": " + number));
  }

  private void line(String comment, String line) {
    block(comment, List.of(line));
  }

  private void block(String comment, List<String> lines) {
    if (!out.toString().endsWith("wasi:\n")) {
      out.append('\n');
    }
    out.append("  # ").append(comment).append('\n');
    lines.forEach(line -> out.append("  ").append(line).append('\n'));
  }

  private static String millis(Duration time) {
    long nanos = time.toNanos();
    return nanos % 1_000_000 == 0
        ? String.valueOf(nanos / 1_000_000)
        : quoted(nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns");
  }

  private void paths(List<String> paths, boolean readOnly) {
    if (!paths.isEmpty()) {
      var lines = new ArrayList<>(List.of("allowed_paths:"));
      paths.forEach(path -> lines.add("  - " + quoted(path)));
      block("Allowed filesystem paths (%s)".formatted(readOnly ? "read-only" : "writable"), lines);
    }
  }

  private void env(Map<String, String> env) {
    if (!env.isEmpty()) {
      var lines = new ArrayList<>(List.of("env_vars:"));
      env.forEach((name, value) -> lines.add("  " + key(name) + ": " + quoted(value)));
      block("Environment variables (if needed)", lines);
    }
  }

  private void own(SettingsFile settings) {
    var limits = settings.limits();
    var lines = new ArrayList<String>();
    limits.moduleBytes().ifPresent(value -> lines.add("module_size_bytes: " + value));
    limits.outputBytes().ifPresent(value -> lines.add("output_limit_bytes: " + value));
    limits.fileBytes().ifPresent(value -> lines.add("file_limit_bytes: " + value));
    limits.tableElements().ifPresent(value -> lines.add("table_elements: " + value));
    settings
        .python()
        .ifPresent(file -> lines.add(Interpreters.PYTHON_SETTING + ": " + quoted(file)));
    if (!lines.isEmpty()) {
      block("Sandglass's own: the platform does not know these", lines);
    }
  }

  private void security(SettingsFile settings) {
    if (settings.readOnly().isEmpty()
        && settings.clock().isEmpty()
        && settings.random().isEmpty()) {
      return;
    }
    var groups = new ArrayList<String>();
    groups.add("  # Disable network capabilities\n    allow_network: false");
    settings
        .readOnly()
        .ifPresent(value -> groups.add("  # File system access mode\n    fs_readonly: " + value));
    groups.add("  # Process spawning\n    allow_subprocess: false");
    settings
        .clock()
        .ifPresent(value -> groups.add("  # Clock access\n    allow_clock: " + granted(value)));
    settings.random().ifPresent(value -> groups.add(random(value)));
    block("Sandbox security options", List.of("security:", String.join("\n\n  ", groups)));
  }

  private static String random(Random random) {
    String seed = random.seed() == 0 ? "" : "\n    random_seed: " + random.seed();
    return "  # Random number generation\n    allow_random: " + granted(random) + seed;
  }

  private static String granted(Clock clock) {
    return switch (clock) {
      case VIRTUAL -> "true";
      case REAL -> "real";
      case OFF -> "false";
    };
  }

  private static String granted(Random random) {
    return switch (random.mode()) {
      case SEEDED -> "true";
      case REAL -> "real";
      case OFF -> "false";
    };
  }

  private static String key(String name) {
    return PLAIN_KEY.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
        ? name
        : quoted(name);
  }

  /** In double quotes, so that it is a text whatever it looks like. */
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                        isPrinted(c)
                            ? Character.toString(c)
                            : String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return quoted.append('"').toString();
  }

  /** What YAML takes as it is. */
  private static boolean isPrinted(int c) {
    return !Character.isISOControl(c)
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff
        && c != 0xfffe
        && c != 0xffff
        && Character.getType(c) != Character.SURROGATE;
  }
}
