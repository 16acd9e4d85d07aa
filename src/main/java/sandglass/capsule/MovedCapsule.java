package sandglass.capsule;

import java.nio.file.InvalidPathException;
import java.util.function.UnaryOperator;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleFile.GivenWorld;

/** Changes every path that a capsule names. */
final class MovedCapsule {
  private final UnaryOperator<String> paths;

  /**
   * @param paths the new path for an old one
   */
  MovedCapsule(UnaryOperator<String> paths) {
    this.paths = paths;
  }

  CapsuleFile of(CapsuleFile file) {
    var world = file.world();
    return new CapsuleFile(
        file.name(),
        of(file.program()),
        file.entry(),
        file.limits(),
        new GivenWorld(
            world.args(),
            world.env(),
            of(world.stdin()),
            world.folders().stream()
                .map(f -> new GivenFolder(f.guest(), f.writable(), of(f.files()), f.also()))
                .toList(),
            world.clock(),
            world.random()),
        file.engine(),
        file.expected());
  }

  private Code of(Code program) {
    return switch (program) {
      case Code.Module(Content content) -> new Code.Module(of(content));
      case Code.Script script ->
          new Code.Script(
              script.text(),
              new GivenInterpreter(
                  of(script.interpreter().source()), script.interpreter().command()),
              script.packages().stream().map(this::of).toList());
      case Code.Wat wat -> wat;
      case Code.Python python -> python;
    };
  }

  private Source of(Source source) {
    return source instanceof Source.Own(Content content) ? new Source.Own(of(content)) : source;
  }

  private Content of(Content content) {
    return content instanceof Content.There there
        ? new Content.There(moved(there.path()), there.sha256())
        : content;
  }

  private GivenFolder.Files of(GivenFolder.Files files) {
    return files instanceof GivenFolder.Files.There there
        ? new GivenFolder.Files.There(moved(there.path()), there.sha256())
        : files;
  }

  private String moved(String path) {
    try {
      return paths.apply(path);
    } catch (InvalidPathException e) {
      return path; // of another system; it stays what it is
    }
  }
}
