package sandglass.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import sandglass.program.FunctionSize;
import sandglass.sandbox.Quantities;

/** The largest functions of a module, and how they are compiled. */
final class FunctionList {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final String name;
  private final List<FunctionSize> all;
  private final int most;

  /**
   * @param name what to call the module
   * @param all its functions, the largest first
   * @param most how many to list
   */
  FunctionList(String name, List<FunctionSize> all, int most) {
    this.name = name;
    this.all = all;
    this.most = most;
  }

  private List<FunctionSize> listed() {
    return all.subList(0, Math.min(most, all.size()));
  }

  /** As JSON, indented, without a line end. */
  String json() {
    try {
      return MAPPER.writeValueAsString(listed());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of plain values is always JSON", e);
    }
  }

  /** As aligned text, without a line end. */
  String text() {
    long inParts = all.stream().filter(function -> function.parts() > 1).count();
    long parts =
        all.stream().filter(function -> function.parts() > 1).mapToLong(FunctionSize::parts).sum();
    var text = new StringBuilder(name).append('\n');
    TextTable.append(
        text,
        List.of(
            List.of("functions", Quantities.formatCount(all.size())),
            List.of(
                "in parts",
                inParts == 0
                    ? "none: each fits a method that the JVM compiles"
                    : Quantities.formatCount(inParts)
                        + ", compiled as "
                        + Quantities.formatCount(parts)
                        + " methods")),
        0);
    text.append("\nLargest functions, in bytes; of the JVM's code by estimate\n");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("index", "wasm", "JVM", "methods", "largest", "name"));
    for (FunctionSize function : listed()) {
      rows.add(
          List.of(
              String.valueOf(function.index()),
              Quantities.formatCount(function.bytes()),
              size(function.jvmBytes()),
              String.valueOf(function.parts()),
              size(function.largestPart()),
              TextTable.clean(function.name())));
    }
    TextTable.append(text, rows, 5);
    return text.toString().stripTrailing();
  }

  private static String size(int bytes) {
    return bytes < 0 ? "?" : Quantities.formatCount(bytes);
  }
}
