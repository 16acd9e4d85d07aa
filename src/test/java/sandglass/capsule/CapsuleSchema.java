package sandglass.capsule;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schema among the resources, as another program's validator reads it. */
final class CapsuleSchema {
  private static final String RESOURCE = "/sandglass/capsule/capsule-1.schema.json";

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text());

  /** The schema's text. */
  static String text() {
    try (var in = CapsuleReader.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it finds wrong with a capsule. */
  List<Error> errors(String json) {
    return schema.validate(json, InputFormat.JSON);
  }
}
