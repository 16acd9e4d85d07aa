package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script, with javas that only print what they were given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
  private static final Path SCRIPT = Path.of("src/main/dist/bin/sandglass");

  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void install() throws IOException {
    script = folder.resolve("app with space/bin/sandglass");
    Files.createDirectories(script.getParent());
    Files.copy(SCRIPT, script);
    executable(script);
  }

  @Test
  void takesJavaHomeFirst() throws Exception {
    Path home = java("home", "25.0.3");
    java("path", "26");
    var result = run(Map.of("JAVA_HOME", home.toString()), script, "run", "a b.wat");
    assertEquals(0, result.status());
    assertTrue(result.output().startsWith(home + "/bin/java "), result.output());
    assertTrue(
        result
            .output()
            .contains("[" + script.getParent().resolveSibling("lib") + "/sandglass.jar]"));
    assertTrue(result.output().endsWith("[sandglass.Main] [run] [a b.wat]\n"), result.output());
  }

  @Test
  void takesTheOneOnThePathWhereJavaHomeIsTooOld() throws Exception {
    Path old = java("home", "17.0.1");
    Path recent = java("path", "26-ea");
    var result = run(Map.of("JAVA_HOME", old.toString()), script, "--version");
    assertTrue(result.output().startsWith(recent + "/bin/java "), result.output());
  }

  @Test
  void passesJavaOptsAndFollowsLinks() throws Exception {
    Path home = java("home", "25");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("app with space/bin/sandglass"));
    Path second = folder.resolve("second");
    Files.createSymbolicLink(second, link);
    var env = Map.of("JAVA_HOME", home.toString(), "JAVA_OPTS", "-Xmx1g -Da=b");
    var result = run(env, second);
    assertTrue(result.output().contains("[-Xmx1g] [-Da=b]"), result.output());
    assertTrue(result.output().contains("app with space/lib/sandglass.jar]"), result.output());
  }

  @Test
  void passesTheStatusOn() throws Exception {
    Path home = java("home", "25");
    Files.writeString(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        [ "$1" = -version ] && { echo 'openjdk version "25"' >&2; exit; }
        exit 137
        """);
    assertEquals(137, run(Map.of("JAVA_HOME", home.toString()), script).status());
  }

  @Test
  void givesTheWindowItsModulesAndTheCommandLineNone() throws Exception {
    var env = Map.of("JAVA_HOME", java("home", "25").toString());
    String lib = script.getParent().resolveSibling("lib").toString();
    for (String[] args : List.of(new String[0], new String[] {"a b.wat"}, new String[] {"x/y"})) {
      String output = run(env, script, args).output();
      assertTrue(output.contains("[--module-path] [" + lib + "/javafx]"), output);
      assertTrue(output.contains("[-XX:AOTCache=" + lib + "/window.aot]"), output);
      assertTrue(output.contains("[sandglass.Main]"), output);
    }
    for (String[] args :
        List.of(new String[] {"run"}, new String[] {"-v.x"}, new String[] {"run", "a.wat"})) {
      String output = run(env, script, args).output();
      assertFalse(output.contains("javafx"), output);
      assertTrue(output.contains("[-XX:AOTCache=" + lib + "/sandglass.aot]"), output);
    }
  }

  @Test
  void keepsServeFromWarningsOnlyWhereJavaKnowsHow() throws Exception {
    Path home = java("home", "25");
    var env = Map.of("JAVA_HOME", home.toString());
    String option = "[--sun-misc-unsafe-memory-access=allow]";
    assertFalse(run(env, script, "serve").output().contains(option));
    String text = Files.readString(home.resolve("bin/java"));
    Files.writeString(
        home.resolve("bin/java"),
        text.replace(
            "printf '%s' \"$0\"",
            "[ \"$1\" != -X ] || { echo ' --sun-misc-unsafe-memory-access=<value>' >&2; exit; }\n"
                + "printf '%s' \"$0\""));
    String output = run(env, script, "serve", "--port", "0").output();
    assertTrue(output.contains(option), output);
    assertTrue(output.endsWith("[sandglass.Main] [serve] [--port] [0]\n"), output);
    assertFalse(run(env, script, "run", "a.wat").output().contains(option));
  }

  /** A java that says its version, and prints its arguments. */
  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up something else' >&2
          echo 'openjdk version "%s" 2026-01-01' >&2
          exit
        fi
        printf '%%s' "$0"
        for arg; do printf ' [%%s]' "$arg"; done
        echo
        """
            .formatted(version));
    executable(java);
    return home;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Result run(Map<String, String> env, Path command, String... args) throws Exception {
    var line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("HOME"));
    builder.environment().put("PATH", folder.resolve("path/bin") + ":/usr/bin:/bin");
    builder.environment().putAll(env);
    var process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int status, String output) {}
}
