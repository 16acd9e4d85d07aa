package sandglass.playground.capsule;

import java.nio.file.Path;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.Content;
import sandglass.capsule.GivenFolder;

/**
 * The paths that a capsule names, for a file in perhaps another folder.
 *
 * @param from where relative paths began at; empty for a capsule that is no file
 * @param to where they are to begin at; empty where there is to be no file
 */
record CapsulePaths(Optional<Path> from, Optional<Path> to) {
  /** The path of a capsule's, as the other file has to say it. */
  String again(String path) {
    if (from.equals(to) || Path.of(path).isAbsolute()) {
      return path;
    }
    Path resolved = from.map(base -> base.resolve(path)).orElse(Path.of(path));
    return resolved.toAbsolutePath().normalize().toString();
  }

  Content again(Content content) {
    return content instanceof Content.There there
        ? new Content.There(again(there.path()), there.sha256())
        : content;
  }

  GivenFolder.Files again(GivenFolder.Files files) {
    return files instanceof GivenFolder.Files.There there
        ? new GivenFolder.Files.There(again(there.path()), there.sha256())
        : files;
  }

  GivenInterpreter again(GivenInterpreter given) {
    return given.source() instanceof Source.Own(var content)
        ? new GivenInterpreter(new Source.Own(again(content)), given.command())
        : given;
  }
}
