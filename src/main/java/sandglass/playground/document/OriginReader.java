package sandglass.playground.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.Content;
import sandglass.capsule.Contents;
import sandglass.capsule.GivenFolder;
import sandglass.playground.world.EnvironmentModel;
import sandglass.playground.world.FoldersModel;
import sandglass.playground.world.GrantedFolder;
import sandglass.playground.world.StdinState;
import sandglass.playground.world.WorldState;
import sandglass.sandbox.wasi.Folder;

/** Makes a capsule's world ready to be set: what it holds, and what it names. Reads files. */
final class OriginReader {
  private final Contents contents;
  private final List<String> notes = new ArrayList<>();

  private OriginReader(Optional<Path> base) {
    contents = new Contents(base);
  }

  /**
   * A capsule's origin. What it names and is not there, or is not what it was, becomes a note: a
   * person can put it right in the window.
   *
   * @param name what to call the capsule in messages
   * @throws CapsuleException if a folder that it holds makes no sense, or the window has no room
   */
  static Origin origin(String name, CapsuleFile file, Optional<Path> base, Optional<String> tool)
      throws CapsuleException, InterruptedException {
    var world = file.world();
    require(name, "world.env", world.env().size(), EnvironmentModel.MAX_ROWS, "variables");
    require(name, "world.folders", world.folders().size(), FoldersModel.MAX_ROWS, "folders");
    var reader = new OriginReader(base);
    var stdin = reader.stdin(world.stdin());
    var folders = new ArrayList<GrantedFolder>();
    for (int i = 0; i < world.folders().size(); i++) {
      folders.add(reader.folder(world.folders().get(i), "world.folders[" + i + "]"));
    }
    var state =
        WorldState.of(
            world.args(),
            world.env(),
            stdin,
            folders,
            file.entry(),
            world.clock(),
            world.random(),
            file.engine());
    return new Origin(file, base, state, tool, reader.notes);
  }

  private static void require(String name, String field, int size, int most, String what)
      throws CapsuleException {
    if (size > most) {
      throw new CapsuleException(
          field,
          "%s: %s: has %d %s, more than the window shows (%d); run it by `sandglass run`"
              .formatted(name, field, size, what, most),
          null);
    }
  }

  private StdinState stdin(Content given) throws CapsuleException {
    return switch (given) {
      case Content.Here here -> StdinState.of(here);
      case Content.There there ->
          StdinState.file(contents.path(there.path(), "world.stdin").toString());
    };
  }

  private GrantedFolder folder(GivenFolder given, String field)
      throws CapsuleException, InterruptedException {
    Path host;
    try {
      host = contents.folder(given.files(), field);
    } catch (CapsuleException e) {
      if (!(given.files() instanceof GivenFolder.Files.There there)) {
        throw e;
      }
      host = contents.path(there.path(), field);
      notes.add(e.getMessage());
    }
    return new GrantedFolder(
        new Folder(host, given.guest(), given.writable(), given.also()),
        Optional.of(given.files()));
  }
}
