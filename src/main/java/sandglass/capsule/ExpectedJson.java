package sandglass.capsule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what a run is expected to do; the fields are called as in a report's JSON. */
final class ExpectedJson {
  private ExpectedJson() {}

  static void put(ObjectNode object, Expected expected) {
    if (expected.outcome().isPresent()
        || expected.exitCode().isPresent()
        || expected.message().isPresent()) {
      ObjectNode outcome = object.putObject("outcome");
      expected.outcome().ifPresent(kind -> outcome.put("kind", kind));
      expected.exitCode().ifPresent(code -> outcome.put("exit_code", code));
      expected.message().ifPresent(message -> outcome.put("message", message));
    }
    expected.results().ifPresent(all -> all.forEach(object.putArray("results")::add));
    expected.fuelUsed().ifPresent(fuel -> object.put("fuel_used", fuel));
    expected.memoryPeakBytes().ifPresent(bytes -> object.put("memory_peak_bytes", bytes));
    expected
        .growths()
        .ifPresent(
            all -> {
              ArrayNode list = object.putArray("memory_growths");
              all.forEach(
                  growth ->
                      list.addObject()
                          .put("fuel", growth.fuel())
                          .put("pages", growth.pages())
                          .put("granted", growth.granted()));
            });
    expected.stdout().ifPresent(bytes -> ContentJson.put(object, "stdout", "stdout_base64", bytes));
    expected.stderr().ifPresent(bytes -> ContentJson.put(object, "stderr", "stderr_base64", bytes));
    expected.stdoutDropped().ifPresent(bytes -> object.put("stdout_dropped_bytes", bytes));
    expected.stderrDropped().ifPresent(bytes -> object.put("stderr_dropped_bytes", bytes));
    expected
        .files()
        .ifPresent(
            all -> {
              ArrayNode list = object.putArray("files");
              all.forEach(
                  file ->
                      list.addObject()
                          .put("path", file.path())
                          .put("change", file.change())
                          .put("bytes", file.bytes()));
            });
    expected
        .calls()
        .ifPresent(
            all -> {
              ArrayNode list = object.putArray("calls");
              all.forEach(
                  call -> list.addObject().put("fuel", call.fuel()).put("call", call.text()));
            });
    expected.moduleSha256().ifPresent(digest -> object.put("module_sha256", digest));
  }
}
