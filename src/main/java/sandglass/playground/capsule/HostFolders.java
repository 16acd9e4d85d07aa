package sandglass.playground.capsule;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleMaker;
import sandglass.capsule.Content;
import sandglass.capsule.GivenFolder;
import sandglass.interpreter.Catalog;
import sandglass.playground.world.GrantedFolder;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;

/** Folders of this machine, as a capsule holds or names them; read together, under one bound. */
final class HostFolders {
  private final Deque<GivenFolder.Files> packages = new ArrayDeque<>();
  private final Deque<GivenFolder.Files> world = new ArrayDeque<>();

  /**
   * Reads all that the inputs show of this machine; what a capsule gave is not read again.
   *
   * @throws CapsuleException if they hold too much, or cannot be read
   */
  static HostFolders read(Inputs inputs, CapsuleMaker maker)
      throws CapsuleException, InterruptedException {
    var paths = new ArrayList<>(inputs.packages());
    inputs.setup().world().folders().stream()
        .filter(folder -> folder.given().isEmpty())
        .map(folder -> folder.folder().host())
        .forEach(paths::add);
    var folders = new HostFolders();
    var all = files(paths, maker);
    folders.packages.addAll(all.subList(0, inputs.packages().size()));
    folders.world.addAll(all.subList(inputs.packages().size(), all.size()));
    return folders;
  }

  private static List<GivenFolder.Files> files(List<Path> paths, CapsuleMaker maker)
      throws CapsuleException, InterruptedException {
    if (paths.isEmpty()) {
      return List.of();
    }
    // As packages of a script that is nowhere run: the maker has no other way to read folders
    // alone.
    var source = new Source.Catalogued(Catalog.CPYTHON.id(), Optional.empty());
    var script = new Code.Script("", new GivenInterpreter(source, Optional.empty()), List.of());
    var made =
        maker.make(
            "folders",
            script,
            paths,
            Entry.START,
            Limits.DEFAULT,
            World.EMPTY,
            Content.NONE,
            Engine.COMPILED);
    return ((Code.Script) made.program()).packages();
  }

  /** The packages, in order. */
  List<GivenFolder.Files> packages() {
    return List.copyOf(packages);
  }

  /** The next folder of the world that no capsule gave. */
  GivenFolder.Files next(GrantedFolder folder) {
    if (folder.given().isPresent()) {
      throw new IllegalArgumentException("a capsule gave it");
    }
    return world.removeFirst();
  }
}
