package sandglass.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
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
      return MAPPER.writeValueAsString(tree(report, true, Integer.MAX_VALUE));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The report without stdout and stderr, for answers that bring those beside it.
   *
   * @param most how many growths, files and calls are listed, each; the others are counted
   */
  public static ObjectNode withoutStreams(Report report, int most) {
    return tree(report, false, most);
  }

  private static ObjectNode tree(Report report, boolean streams, int most) {
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
    for (Report.Growth growth : first(report.memoryGrowths(), most)) {
      growths
          .addObject()
          .put("fuel", growth.fuel())
          .put("pages", growth.pages())
          .put("granted", growth.granted());
    }
    dropped(root, "memory_growths", report.memoryGrowths(), most, report.memoryGrowthsDropped());
    root.put("elapsed_ms", millis(report.elapsedMillis()));
    if (streams) {
      root.put("stdout", report.stdout().text());
      root.put("stderr", report.stderr().text());
    }
    root.put("stdout_dropped_bytes", report.stdout().droppedBytes());
    root.put("stderr_dropped_bytes", report.stderr().droppedBytes());
    ArrayNode files = root.putArray("files");
    for (var file : first(report.files(), most)) {
      files
          .addObject()
          .put("path", file.path())
          .put("change", file.change().name().toLowerCase(Locale.ROOT))
          .put("bytes", file.bytes());
    }
    dropped(root, "files", report.files(), most, 0);
    ArrayNode calls = root.putArray("calls");
    first(report.calls(), most).forEach(call -> call(calls.addObject(), call));
    dropped(root, "calls", report.calls(), most, report.callsDropped());
    ObjectNode module = root.putObject("module");
    module.put("bytes", report.module().bytes()).put("sha256", report.module().sha256());
    if (!report.module().interpreted().isEmpty()) {
      ArrayNode interpreted = module.putArray("interpreted");
      report.module().interpreted().forEach(entry -> interpreted(interpreted.addObject(), entry));
    }
    return root;
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.size() > most ? all.subList(0, most) : all;
  }

  private static void dropped(ObjectNode root, String what, List<?> all, int most, long before) {
    long count = before + Math.max(0, all.size() - most);
    if (count > 0) {
      root.put(what + "_dropped", count);
    }
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
