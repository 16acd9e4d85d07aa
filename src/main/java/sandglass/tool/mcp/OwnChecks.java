package sandglass.tool.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * Leaves checks to the tools, whose messages name the field and say what to do. It also spares each
 * start the loading of a schema library; that results are as their schema says is for the tests.
 */
final class OwnChecks implements JsonSchemaValidator {
  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object content) {
    return ValidationResponse.asValid(null);
  }
}
