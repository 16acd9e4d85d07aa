package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sandglass.cli.Terminal;

/** The window's start and the command line's, in processes of their own. */
class WindowStartTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;

  @Test
  void opensWithoutAWord() throws Exception {
    var result =
        window("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dsandglass.measure=start");
    assertTrue(result.output().matches("first frame after \\d+ ms\\R"), result.output());
    assertEquals(0, result.status());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysInALineThatThereIsNoDisplay() throws Exception {
    var result = window();
    assertEquals(
        "sandglass: cannot open a window here: Unable to open DISPLAY; without one, say `sandglass"
            + " run FILE`\n",
        result.output());
    assertEquals(64, result.status());
  }

  @Test
  void saysInALineThatJavaFxIsMissing() {
    var err = new ByteArrayOutputStream();
    var terminal = new Terminal(InputStream.nullInputStream(), err, err);
    Runnable launch =
        () -> {
          throw new NoClassDefFoundError("javafx/application/Application");
        };
    assertEquals(70, WindowStart.open(terminal, launch, "a.wat"));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("(javafx/application/Application)"), said);
    assertTrue(said.contains("`sandglass run a.wat`"), said);
  }

  @Test
  void aCommandLoadsNoJavaFx() throws Exception {
    var result =
        java("-Xlog:class+load", "-cp", CLASS_PATH, "sandglass.Main", "run", "samples/hello.wat");
    assertTrue(result.output().contains("Hello from WASI!"), result.output());
    assertTrue(result.output().contains(" sandglass.cli.Cli "), result.output());
    assertFalse(result.output().contains(" javafx."), result.output());
    assertFalse(result.output().contains(" com.sun.javafx."), result.output());
  }

  private Result window(String... options) throws Exception {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of(
            "--module-path",
            CLASS_PATH,
            "--add-modules=javafx.controls,javafx.swing",
            "--enable-native-access=javafx.graphics",
            "-cp",
            CLASS_PATH,
            "sandglass.Main"));
    return java(arguments.toArray(String[]::new));
  }

  private Result java(String... arguments) throws Exception {
    var line = new ArrayList<String>();
    line.add(ProcessHandle.current().info().command().orElseThrow());
    line.add("-Duser.home=" + folder);
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    var process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int status, String output) {}
}
