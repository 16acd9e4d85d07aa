package sandglass.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sandglass.capsule.CapsuleFile;

/** Finds capsules in folders. Links are not followed. */
final class CapsuleSearch {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ENTRIES = 200_000;

  /** By where they really are, so that each is there once; with what is wrong with it, if so. */
  private final Map<Path, Found> found = new LinkedHashMap<>();

  /**
   * One file, or what should have been one.
   *
   * @param name what to call it
   * @param problem why it cannot be looked at; a whole sentence without the name
   */
  record Found(Path file, String name, Optional<String> problem) {}

  /** All capsules below these, in the order of the names, each folder's sorted. */
  static List<Found> in(List<String> names) throws CommandFailure {
    var search = new CapsuleSearch();
    for (String name : names) {
      search.add(name);
    }
    return List.copyOf(search.found.values());
  }

  private void add(String name) throws CommandFailure {
    Path path = Input.path(name);
    if (!Files.isDirectory(path)) {
      add(path, Optional.empty()); // its reading says if it is not there
      return;
    }
    var all = new ArrayList<Path>();
    int before = found.size();
    try {
      Files.walkFileTree(path, Set.of(), MAX_DEPTH, new Visitor(all));
    } catch (IOException e) {
      add(path, Optional.of("cannot be searched: " + e.getMessage()));
    }
    all.sort(null);
    all.forEach(file -> add(file, Optional.empty()));
    if (all.isEmpty() && found.size() == before) {
      add(path, Optional.of("there is no capsule in it; they end with " + CapsuleFile.SUFFIX));
    }
  }

  private void add(Path file, Optional<String> problem) {
    Path key = file.toAbsolutePath().normalize();
    found.putIfAbsent(key, new Found(file, file.toString(), problem));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Path> all;
    private int entries;

    Visitor(List<Path> all) {
      this.all = all;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (++entries > MAX_ENTRIES) {
        throw new IOException("more than 200,000 files; name a smaller folder");
      }
      if (attributes.isRegularFile()
          && String.valueOf(file.getFileName()).endsWith(CapsuleFile.SUFFIX)) {
        all.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (Files.isDirectory(file)) {
        add(file, Optional.of("cannot be searched: " + e.getMessage()));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
