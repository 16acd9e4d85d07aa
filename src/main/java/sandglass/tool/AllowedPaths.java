package sandglass.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sandglass.tool.ToolException.Kind;

/**
 * Which files of this machine calls may name. What counts is where a path really leads, symbolic
 * links followed; of what lies outside not even whether it exists is told. Immutable; looks at
 * files, so not for a thread that must not wait.
 */
public final class AllowedPaths {
  /** Every path: for callers who may read the files themselves. */
  public static final AllowedPaths ANY = new AllowedPaths(Optional.empty());

  /** No path. */
  public static final AllowedPaths NONE = of(List.of());

  private final Optional<List<Path>> folders;

  private AllowedPaths(Optional<List<Path>> folders) {
    this.folders = folders;
  }

  /** What lies in these folders, or is one of these files; they may come to exist later. */
  public static AllowedPaths of(List<Path> folders) {
    return new AllowedPaths(Optional.of(List.copyOf(folders)));
  }

  /** Also what lies in other folders. */
  public AllowedPaths and(List<Path> more) {
    if (folders.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(folders.get());
    all.addAll(more);
    return of(all.stream().distinct().toList());
  }

  /** The folders; empty where every path is allowed. */
  public Optional<List<Path>> folders() {
    return folders;
  }

  /**
   * Where a path leads.
   *
   * @param field the field that gave it
   * @param text absolute, or from this process's working directory
   * @return without symbolic links where it exists
   * @throws ToolException {@link Kind#FORBIDDEN} if it lies outside, {@link Kind#INVALID} if it is
   *     no path
   */
  public Path resolve(String field, String text) throws ToolException {
    Path path;
    try {
      path = Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new ToolException(
          Kind.INVALID, field, text.replace('\0', '?') + ": is not a path: " + e.getReason());
    }
    if (text.isBlank()) {
      throw new ToolException(Kind.INVALID, field, "is empty; give a file's path");
    }
    Path real = real(path);
    if (folders.isEmpty()) {
      return real.startsWith(unreachable(path)) ? path : real;
    }
    if (folders.get().stream().noneMatch(f -> real.startsWith(real(f)))) {
      throw new ToolException(Kind.FORBIDDEN, field, refusal(text));
    }
    return real;
  }

  /**
   * The real path; of what does not exist, that of the part which does, and the rest without dots.
   */
  private static Path real(Path given) {
    Path path = given.toAbsolutePath();
    for (Path there = path; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(path)).normalize();
      } catch (IOException | SecurityException e) {
        if (Files.exists(there, LinkOption.NOFOLLOW_LINKS) && Files.isSymbolicLink(there)) {
          return unreachable(path); // a link that leads nowhere, or in circles
        }
      }
    }
    return path.normalize();
  }

  /** Inside of nothing: it cannot be said where such a path leads. */
  private static Path unreachable(Path path) {
    return path.getRoot().resolve("\u2205" + File.separator + path.getFileName());
  }

  private String refusal(String text) {
    List<Path> known = folders.orElseThrow();
    return known.isEmpty()
        ? text + ": no path is allowed here; send the module as base64, or have its folder allowed"
        : "%s: lies outside of what is allowed (%s); put the file there, or send it as base64"
            .formatted(text, known.stream().map(Path::toString).collect(Collectors.joining(", ")));
  }
}
