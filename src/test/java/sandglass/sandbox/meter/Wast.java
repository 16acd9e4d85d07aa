package sandglass.sandbox.meter;

import com.dylibso.chicory.log.Logger;
import com.dylibso.chicory.log.SystemLogger;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wabt.Wast2JsonModule;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roastedroot.zerofs.Configuration;
import io.roastedroot.zerofs.ZeroFs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A spec script after wabt's {@code wast2json}, run in process: commands and their modules. */
sealed interface Wast {

  /**
   * What can be run.
   *
   * @param commands one object a command, as wast2json writes them
   * @param files the modules that the commands name
   * @param forms how many top-level forms the script has
   * @param left how many of them wast2json does not read; the rest is here
   */
  record Script(
      String name, List<JsonNode> commands, Map<String, byte[]> files, int forms, int left)
      implements Wast {}

  /**
   * What cannot.
   *
   * @param why the first line of what wast2json said
   */
  record Unreadable(String name, String why) implements Wast {}

  String name();

  /**
   * A literal that wabt, where it is itself WebAssembly, rounds to the wrong neighbour as an f64;
   * and the number meant, in a form that it reads right.
   */
  Pattern MISREAD = Pattern.compile("0x0123456789ABCDEFabcdef(?=[ )])");

  String MEANT = "0x1.23456789abcdfp+80";

  WasmModule WAST2JSON = Wast2JsonModule.load();
  ObjectMapper JSON = new ObjectMapper();
  Pattern PLACE = Pattern.compile("(?m)^work/script\\.wast:(\\d+):\\d+: ");

  /** Converts a script, without the forms that wast2json refuses. */
  static Wast read(Path wast) throws IOException {
    String name = wast.getFileName().toString().replaceFirst("\\.wast$", "");
    // Scripts hold bytes that are not UTF-8 on purpose.
    String text = Files.readString(wast, StandardCharsets.ISO_8859_1);
    WastForms forms = new WastForms(MISREAD.matcher(text).replaceAll(MEANT));
    try (FileSystem files =
        ZeroFs.newFileSystem(Configuration.unix().toBuilder().setAttributeViews("unix").build())) {
      Path folder = Files.createDirectory(files.getPath("work"));
      String first = null;
      while (true) {
        Files.writeString(
            folder.resolve("script.wast"), forms.remaining(), StandardCharsets.ISO_8859_1);
        String problem = convert(folder);
        if (problem == null) {
          break;
        }
        first = first == null ? firstLine(problem) : first;
        boolean blanked = false;
        for (var place = PLACE.matcher(problem); place.find(); ) {
          blanked |= forms.blank(Integer.parseInt(place.group(1)));
        }
        if (!blanked) {
          return new Unreadable(name, first);
        }
      }
      Script script = load(name, folder, forms);
      return script.commands.isEmpty() ? new Unreadable(name, first) : script;
    }
  }

  private static String convert(Path folder) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    WasiOptions options =
        WasiOptions.builder()
            .withStdout(said)
            .withStderr(said)
            .withDirectory("work", folder)
            .withArguments(
                List.of("wast2json", "work/script.wast", "-o", "work/script.json", "--enable-all"))
            .build();
    Logger quiet =
        new SystemLogger() {
          @Override
          public boolean isLoggable(Logger.Level level) {
            return false;
          }
        };
    try (WasiPreview1 wasi =
        WasiPreview1.builder().withLogger(quiet).withOptions(options).build()) {
      Instance.builder(WAST2JSON)
          .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build())
          .withMachineFactory(Wast2JsonModule::create)
          .withMemoryFactory(ByteArrayMemory::new)
          .build();
      return null;
    } catch (WasiExitException e) {
      return e.exitCode() == 0 ? null : plain(said);
    } catch (ChicoryException e) {
      return "wast2json itself failed: " + e.getMessage();
    }
  }

  private static String plain(ByteArrayOutputStream said) {
    return said.toString(StandardCharsets.ISO_8859_1).replaceAll("\u001b\\[[0-9;]*m", "").strip();
  }

  private static String firstLine(String said) {
    return said.lines().findFirst().orElse("no reason given");
  }

  private static Script load(String name, Path folder, WastForms forms) throws IOException {
    Map<String, byte[]> modules = new HashMap<>();
    try (var listing = Files.newDirectoryStream(folder)) {
      for (Path file : listing) {
        modules.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    List<JsonNode> commands = new ArrayList<>();
    JSON.readTree(modules.get("script.json")).get("commands").forEach(commands::add);
    return new Script(name, commands, modules, forms.count(), forms.blankedCount());
  }
}
