package sandglass.capsule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.data.Fields;

/** Reads folders. */
final class FolderFields {
  private FolderFields() {}

  static List<GivenFolder> folders(Fields world) {
    var folders = new ArrayList<GivenFolder>();
    for (Fields fields : world.objects("folders")) {
      String guest = fields.requiredText("guest");
      if (fields.has("guest") && guest.isEmpty()) {
        fields.problem("guest", "is empty; write for example /data");
      }
      boolean writable = fields.flag("writable").orElse(false);
      List<String> also = fields.texts("also");
      files(fields).ifPresent(files -> folders.add(new GivenFolder(guest, writable, files, also)));
    }
    return folders;
  }

  /** The folders that a script may import from. */
  static List<GivenFolder.Files> packages(Fields program) {
    return program.objects("packages").stream().flatMap(f -> files(f).stream()).toList();
  }

  private static Optional<GivenFolder.Files> files(Fields fields) {
    var key = ContentFields.one(fields, "files", "path");
    Optional<GivenFolder.Files> files = Optional.empty();
    if (key.isEmpty()) {
      fields.node("sha256");
    } else if (key.get().equals("path")) {
      files =
          ContentFields.There.read(fields)
              .map(there -> new GivenFolder.Files.There(there.path(), there.sha256()));
    } else {
      ContentFields.noDigest(fields);
      files = Optional.of(new GivenFolder.Files.Here(items(fields)));
    }
    fields.end();
    return files;
  }

  private static List<GivenFolder.Item> items(Fields folder) {
    var items = new ArrayList<GivenFolder.Item>();
    var paths = new ItemPaths();
    for (Fields fields : folder.objects("files")) {
      item(fields, paths).ifPresent(items::add);
      fields.end();
    }
    return items;
  }

  private static Optional<GivenFolder.Item> item(Fields fields, ItemPaths paths) {
    String path = fields.requiredText("path");
    var key = ContentFields.one(fields, "text", "base64", "directory", "link");
    if (!fields.has("path") || key.isEmpty()) {
      return Optional.empty();
    }
    var wrong = paths.add(path, key.get().equals("directory"));
    if (wrong.isPresent()) {
      fields.problem("path", wrong.get());
      return Optional.empty();
    }
    return switch (key.get()) {
      case "directory" -> directory(fields, path);
      case "link" -> fields.text("link").map(target -> new GivenFolder.Item.Link(path, target));
      default ->
          ContentFields.here(fields, key.get(), key.get().equals("text"))
              .map(content -> new GivenFolder.Item.File(path, content));
    };
  }

  private static Optional<GivenFolder.Item> directory(Fields fields, String path) {
    if (!fields.flag("directory").orElse(true)) {
      fields.problem("directory", "must be true, or left out");
    }
    return Optional.of(new GivenFolder.Item.Folder(path));
  }
}
