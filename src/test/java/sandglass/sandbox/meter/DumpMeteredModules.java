package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.Parser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the spec scripts' modules that the engine accepts, each as it is and metered, to a folder;
 * for {@code src/test/scripts/validate_metered.sh}.
 */
final class DumpMeteredModules {
  private DumpMeteredModules() {}

  public static void main(String[] args) throws IOException {
    Path originals = Files.createDirectories(Path.of(args[0], "original"));
    Path metered = Files.createDirectories(Path.of(args[0], "metered"));
    int count = 0;
    for (Path wast : SpecScripts.list(SpecScripts.folder())) {
      if (Wast.read(wast) instanceof Wast.Script script) {
        for (JsonNode command : script.commands()) {
          byte[] module = script.files().get(command.path("filename").asText());
          if (module != null && !SpecRunner.isText(command) && isAccepted(module)) {
            String name = script.name() + "." + command.get("filename").asText();
            Files.write(originals.resolve(name), module);
            Files.write(metered.resolve(name), Meter.meter(module).module());
            count++;
          }
        }
      }
    }
    System.out.println(count + " modules");
  }

  private static boolean isAccepted(byte[] module) {
    try {
      Parser.parse(module);
      Meter.meter(module);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
