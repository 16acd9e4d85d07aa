package sandglass.playground.capsule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.Content;
import sandglass.capsule.Contents;
import sandglass.capsule.FolderDigest;
import sandglass.capsule.GivenFolder;
import sandglass.playground.document.Origin;
import sandglass.playground.world.GrantedFolder;
import sandglass.playground.world.WorldState;

/**
 * What a guest can see, as a capsule says it. Reads files.
 *
 * @param origin the capsule that it came from
 * @param notes takes what there is to know, a sentence each
 */
record WorldOf(
    WorldState state,
    Optional<Origin> origin,
    CapsulePaths paths,
    CapsuleMaker maker,
    HostFolders hosts,
    List<String> notes) {
  /** A file of more bytes is named by its path. */
  private static final long VALUE_BYTES = 4L << 20;

  /**
   * The world.
   *
   * @param typed what was typed, where stdin is typed live
   */
  GivenWorld world(byte[] typed) throws IOException, CapsuleException, InterruptedException {
    var folders = new ArrayList<GivenFolder>();
    for (var granted : state.folders()) {
      var folder = granted.folder();
      folders.add(
          new GivenFolder(folder.guest(), folder.writable(), files(granted), folder.also()));
    }
    return new GivenWorld(
        state.words(),
        state.variables(),
        stdin(typed),
        folders,
        state.clock(),
        state.randomSource());
  }

  private Content stdin(byte[] typed) throws IOException, CapsuleException {
    return switch (state.stdin().mode()) {
      case NONE -> Content.NONE;
      case TEXT -> Content.of(state.stdin().text());
      case GIVEN -> state.stdin().given();
      case LIVE -> Content.of(typed);
      case FILE -> file(state.stdin().fileText());
    };
  }

  private Content file(String text) throws IOException, CapsuleException {
    Path path;
    try {
      path = Path.of(text.strip());
    } catch (InvalidPathException e) {
      throw new CapsuleException("world.stdin", text + ": is not a path: " + e.getReason(), e);
    }
    if (!Files.isRegularFile(path)) {
      throw new CapsuleException(
          "world.stdin", path + ": there is no such file; choose the file for stdin again", null);
    }
    byte[] bytes = Files.readAllBytes(path);
    var given = givenFile();
    if (given.isPresent()
        && new Contents(paths.from()).path(given.get(), "world.stdin").equals(path)) {
      return new Content.There(paths.again(given.get()), CodeOf.sha256(bytes));
    }
    if (bytes.length <= VALUE_BYTES) {
      return Content.of(bytes);
    }
    notes.add("The file for stdin is named by its path; hand it on with the capsule.");
    return maker.there(path, bytes);
  }

  private Optional<String> givenFile() {
    return origin
        .map(from -> from.file().world().stdin())
        .filter(Content.There.class::isInstance)
        .map(there -> ((Content.There) there).path());
  }

  private GivenFolder.Files files(GrantedFolder granted) throws IOException, InterruptedException {
    return switch (granted.given().orElse(null)) {
      case GivenFolder.Files.Here here -> here;
      case GivenFolder.Files.There there ->
          new GivenFolder.Files.There(
              paths.again(there.path()), FolderDigest.of(granted.folder().host()));
      case null -> hosts.next(granted);
    };
  }
}
