package sandglass.sandbox.meter;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one spec script on one {@link Side}, command by command. */
final class SpecRunner {
  /**
   * What became of a command.
   *
   * @param why what went wrong, or null where it passed
   */
  record Verdict(int line, String command, String why) {
    boolean passed() {
      return why == null;
    }
  }

  private final Wast.Script script;
  private final Side side;
  private final Store store = SpecHost.store();
  private final Map<String, Instance> named = new HashMap<>();
  private Instance current;

  SpecRunner(Wast.Script script, Side side) {
    this.script = script;
    this.side = side;
  }

  /** One verdict a command, except for modules in text form, which are wabt's to judge. */
  List<Verdict> run() {
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode command : script.commands()) {
      if (!isText(command)) {
        String type = command.get("type").asText();
        verdicts.add(new Verdict(command.get("line").asInt(), type, perform(type, command)));
      }
    }
    return verdicts;
  }

  static boolean isText(JsonNode command) {
    return command.path("module_type").asText().equals("text");
  }

  private String perform(String type, JsonNode command) {
    try {
      return switch (type) {
        case "module" -> module(command);
        case "register" -> register(command);
        case "action" -> act(command).failure;
        case "assert_return" -> assertReturn(command);
        case "assert_trap", "assert_exhaustion" -> assertTrap(command);
        case "assert_exception" -> assertException(command);
        case "assert_invalid", "assert_malformed" -> assertRejected(command);
        case "assert_unlinkable" -> assertRefused(command, UnlinkableException.class);
        case "assert_uninstantiable" -> assertRefused(command, UninstantiableException.class);
        default -> "a command that this runner does not know: " + type;
      };
    } catch (RuntimeException e) {
      return "the runner failed: " + e;
    }
  }

  private String module(JsonNode command) {
    current = null;
    try {
      current = side.load(bytes(command), store);
    } catch (RuntimeException | StackOverflowError e) {
      return e.toString();
    }
    if (command.has("name")) {
      named.put(command.get("name").asText(), current);
    }
    return null;
  }

  private String register(JsonNode command) {
    Instance instance = instance(command, "name");
    if (instance == null) {
      return "no module";
    }
    store.register(command.get("as").asText(), instance);
    return null;
  }

  private String assertReturn(JsonNode command) {
    Result result = act(command);
    return result.failure != null
        ? result.failure
        : SpecValues.mismatch(command.get("expected"), result.values);
  }

  private String assertTrap(JsonNode command) {
    Result result = act(command);
    String text = command.get("text").asText();
    if (result.thrown == null) {
      return "expected a trap: " + text;
    }
    return String.valueOf(result.thrown.getMessage()).contains(text)
        ? null
        : "expected " + text + ", got " + result.failure;
  }

  private String assertException(JsonNode command) {
    Result result = act(command);
    return result.thrown instanceof WasmException
        ? null
        : "expected an exception, got " + result.failure;
  }

  /** Any refusal will do, except the meter's own failure. */
  private String assertRejected(JsonNode command) {
    try {
      side.load(bytes(command), SpecHost.store());
      return "accepted, expected " + command.get("text").asText();
    } catch (MeterFailure e) {
      return e.toString();
    } catch (RuntimeException expected) {
      return null;
    }
  }

  private String assertRefused(JsonNode command, Class<? extends RuntimeException> expected) {
    try {
      side.load(bytes(command), store);
      return "accepted, expected " + command.get("text").asText();
    } catch (RuntimeException e) {
      return expected.isInstance(e) ? null : "expected " + expected.getSimpleName() + ", got " + e;
    }
  }

  /**
   * @param failure null where the action ended normally
   */
  @SuppressWarnings("ArrayRecordComponent") // read once
  private record Result(long[] values, Throwable thrown, String failure) {}

  private Result act(JsonNode command) {
    JsonNode action = command.get("action");
    Instance instance = instance(action, "module");
    if (instance == null) {
      return new Result(null, null, "no module");
    }
    String field = action.get("field").asText();
    try {
      if (action.get("type").asText().equals("get")) {
        var global = instance.exports().global(field);
        boolean vector = width(command) == 2;
        return new Result(
            vector
                ? new long[] {global.getValueLow(), global.getValueHigh()}
                : new long[] {global.getValue()},
            null,
            null);
      }
      long[] values = instance.export(field).apply(SpecValues.arguments(action.get("args")));
      return new Result(values, null, null);
    } catch (RuntimeException | StackOverflowError e) {
      return new Result(null, e, e.toString());
    }
  }

  private static int width(JsonNode command) {
    return command.path("expected").path(0).path("type").asText().equals("v128") ? 2 : 1;
  }

  private Instance instance(JsonNode node, String key) {
    return node.has(key) ? named.get(node.get(key).asText()) : current;
  }

  private byte[] bytes(JsonNode command) {
    String name = command.get("filename").asText();
    byte[] bytes = script.files().get(name);
    if (bytes == null) {
      throw new IllegalStateException("wast2json wrote no " + name);
    }
    return bytes;
  }
}
