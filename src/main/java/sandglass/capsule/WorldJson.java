package sandglass.capsule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.sandbox.wasi.Random;

/** Writes the world. */
final class WorldJson {
  private WorldJson() {}

  static void put(ObjectNode object, GivenWorld world) {
    world.args().forEach(object.putArray("args")::add);
    world.env().forEach(object.putObject("env")::put);
    ContentJson.put(object.putObject("stdin"), world.stdin());
    ArrayNode folders = object.putArray("folders");
    for (GivenFolder folder : world.folders()) {
      ObjectNode one = folders.addObject();
      one.put("guest", folder.guest());
      if (!folder.also().isEmpty()) {
        folder.also().forEach(one.putArray("also")::add);
      }
      one.put("writable", folder.writable());
      putFiles(one, folder.files());
    }
    object.put("clock", world.clock().name().toLowerCase(Locale.ROOT));
    object.put("random", world.random().mode().name().toLowerCase(Locale.ROOT));
    if (world.random().mode() == Random.Mode.SEEDED) {
      object.put("seed", world.random().seed());
    }
  }

  static void putFiles(ObjectNode object, GivenFolder.Files files) {
    switch (files) {
      case GivenFolder.Files.There there ->
          object.put("path", there.path()).put("sha256", there.sha256());
      case GivenFolder.Files.Here here -> {
        ArrayNode items = object.putArray("files");
        for (GivenFolder.Item item : here.items()) {
          ObjectNode one = items.addObject().put("path", item.path());
          switch (item) {
            case GivenFolder.Item.File file -> ContentJson.put(one, file.content());
            case GivenFolder.Item.Folder _ -> one.put("directory", true);
            case GivenFolder.Item.Link link -> one.put("link", link.target());
          }
        }
      }
    }
  }
}
