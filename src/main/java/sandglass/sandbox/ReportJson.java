package sandglass.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import sandglass.sandbox.wasi.WasiCall;

/** A {@link Report} as JSON. Field names are part of the command line's contract. */
public final class ReportJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportJson() {}

  /** The report as indented JSON, without a line end. */
  public static String write(Report report) {
    try {
      return MAPPER.writeValueAsString(tree(report));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode tree(Report report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode outcome = root.putObject("outcome");
    outcome.put("kind", report.outcome().kind());
    if (report.outcome() instanceof Outcome.Exited exited) {
      outcome.put("exit_code", exited.code());
    } else {
      outcome.putNull("exit_code");
    }
    outcome.put("message", report.outcome().message());
    if (report.outcome() instanceof Outcome.Trapped trapped) {
      ArrayNode frames = outcome.putArray("backtrace");
      for (Outcome.Frame frame : trapped.backtrace()) {
        frames.addObject().put("function", frame.function()).put("name", frame.name());
      }
    }
    if (!report.results().isEmpty()) {
      report.results().forEach(root.putArray("results")::add);
    }
    root.put("fuel_used", report.fuelUsed());
    report.startup().ifPresent(startup -> startup(root, startup));
    root.put("memory_peak_bytes", report.memoryPeakBytes());
    ArrayNode growths = root.putArray("memory_growths");
    for (Report.Growth growth : report.memoryGrowths()) {
      growths
          .addObject()
          .put("fuel", growth.fuel())
          .put("pages", growth.pages())
          .put("granted", growth.granted());
    }
    if (report.memoryGrowthsDropped() > 0) {
      root.put("memory_growths_dropped", report.memoryGrowthsDropped());
    }
    root.put("elapsed_ms", millis(report.elapsedMillis()));
    root.put("stdout", report.stdout().text());
    root.put("stderr", report.stderr().text());
    root.put("stdout_dropped_bytes", report.stdout().droppedBytes());
    root.put("stderr_dropped_bytes", report.stderr().droppedBytes());
    ArrayNode files = root.putArray("files");
    for (var file : report.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("change", file.change().name().toLowerCase(Locale.ROOT))
          .put("bytes", file.bytes());
    }
    ArrayNode calls = root.putArray("calls");
    report.calls().forEach(call -> call(calls.addObject(), call));
    if (report.callsDropped() > 0) {
      root.put("calls_dropped", report.callsDropped());
    }
    ObjectNode module = root.putObject("module");
    module.put("bytes", report.module().bytes()).put("sha256", report.module().sha256());
    if (!report.module().interpreted().isEmpty()) {
      ArrayNode interpreted = module.putArray("interpreted");
      report.module().interpreted().forEach(entry -> interpreted(interpreted.addObject(), entry));
    }
    return root;
  }

  private static void startup(ObjectNode root, Report.Startup startup) {
    root.put("startup_fuel", startup.fuel());
    root.put("startup_ms", millis(startup.elapsedMillis()));
    root.put("started_ahead", startup.ahead());
  }

  private static double millis(double exact) {
    return Math.round(exact * 1000) / 1000.0;
  }

  private static void interpreted(ObjectNode node, Interpreted entry) {
    if (entry.function() == Interpreted.ALL) {
      node.putNull("function");
    } else {
      node.put("function", entry.function());
    }
    node.put("name", entry.name()).put("reason", entry.reason());
  }

  private static void call(ObjectNode node, WasiCall call) {
    node.put("fuel", call.fuel()).put("function", call.function());
    ObjectNode args = node.putObject("args");
    call.args().forEach(arg -> args.put(arg.name(), arg.value()));
    node.put("errno", call.errno());
    node.put("result", call.result());
  }
}
