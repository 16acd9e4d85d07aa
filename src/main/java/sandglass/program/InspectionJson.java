package sandglass.program;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import sandglass.sandbox.Limits;

/**
 * An inspection as JSON: the record's fields in snake_case, which imports the sandbox has, and
 * whether the module can run in it. Field names are part of the command line's contract.
 */
public final class InspectionJson {
  @SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(
              new SimpleModule()
                  .addSerializer(
                      Optional.class,
                      new JsonSerializer<Optional>() {
                        @Override
                        public void serialize(
                            Optional value, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                          out.writePOJO(((Optional<?>) value).orElse(null));
                        }
                      }))
          .build();

  private InspectionJson() {}

  /**
   * The JSON, indented, without a line end.
   *
   * @param limits what it would run with
   */
  public static String of(ModuleInspection inspection, Limits limits) {
    return text(tree(inspection, limits));
  }

  /**
   * The JSON.
   *
   * @param limits what it would run with
   */
  public static ObjectNode tree(ModuleInspection inspection, Limits limits) {
    ObjectNode tree = MAPPER.valueToTree(inspection);
    tree.put("kind", inspection.kind().name().toLowerCase(Locale.ROOT));
    var imports = tree.get("imports");
    for (int i = 0; i < imports.size(); i++) {
      var missing = ImportSupport.missing(inspection.imports().get(i));
      ((ObjectNode) imports.get(i)).put("supported", missing.isEmpty());
    }
    var obstacles = Obstacles.of(inspection, limits);
    tree.put("runs_here", obstacles.isEmpty());
    obstacles.forEach(tree.putArray("obstacles")::add);
    return tree;
  }

  /** A tree as indented text, without a line end. */
  public static String text(ObjectNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }
}
