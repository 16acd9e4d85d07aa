package sandglass.capsule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.data.Fields;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

/** Reads the world. */
final class WorldFields {
  private WorldFields() {}

  static GivenWorld read(Fields file) {
    var found = file.object("world");
    if (found.isEmpty()) {
      return GivenWorld.EMPTY;
    }
    Fields fields = found.get();
    List<String> args = fields.texts("args");
    Map<String, String> env = env(fields);
    Content stdin = fields.object("stdin").flatMap(WorldFields::stdin).orElse(Content.NONE);
    List<GivenFolder> folders = FolderFields.folders(fields);
    Clock clock = fields.choice("clock", Clock.class).orElse(Clock.VIRTUAL);
    Random random = random(fields);
    fields.end();
    return new GivenWorld(args, env, stdin, folders, clock, random);
  }

  private static Map<String, String> env(Fields world) {
    var env = new LinkedHashMap<String, String>();
    world
        .object("env")
        .ifPresent(
            fields -> {
              for (String name : fields.keys()) {
                env.put(name, fields.requiredText(name));
              }
            });
    return env;
  }

  private static Optional<Content> stdin(Fields fields) {
    var content = ContentFields.read(fields, "text", "base64", "path");
    fields.end();
    return content;
  }

  private static Random random(Fields fields) {
    var mode = fields.choice("random", Random.Mode.class).orElse(Random.Mode.SEEDED);
    var seed = fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    if (seed.isPresent() && mode != Random.Mode.SEEDED) {
      fields.problem("seed", "is for seeded random numbers; leave it out");
    }
    return mode == Random.Mode.SEEDED ? Random.seeded(seed.orElse(0L)) : new Random(mode, 0);
  }
}
