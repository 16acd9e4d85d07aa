package sandglass.capsule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the things in a folder can be there together. Belongs to one thread. */
final class ItemPaths {
  /** Of one item, in characters: far longer than a file system takes. */
  private static final int MAX_LENGTH = 4096;

  private final Map<String, Boolean> named = new HashMap<>();
  private final Set<String> parents = new HashSet<>();

  /**
   * Adds an item.
   *
   * @param folder whether others may lie in it
   * @return why it cannot be; then it has not been added
   */
  Optional<String> add(String path, boolean folder) {
    var wrong = wrong(path);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (named.containsKey(path)) {
      return Optional.of("is there twice; leave one of them out");
    }
    if (!folder && parents.contains(path)) {
      return Optional.of("has others below it, but is no folder");
    }
    var above = above(path);
    for (String parent : above) {
      if (named.containsKey(parent) && !named.get(parent)) {
        return Optional.of("lies below " + parent + ", which is no folder");
      }
    }
    parents.addAll(above);
    named.put(path, folder);
    return Optional.empty();
  }

  /** Why nothing in a folder can have this path. */
  static Optional<String> wrong(String path) {
    if (path.isEmpty()) {
      return Optional.of("is empty; write for example notes/today.txt");
    }
    if (path.length() > MAX_LENGTH) {
      return Optional.of("is longer than " + MAX_LENGTH + " characters");
    }
    if (path.indexOf('\0') >= 0) {
      return Optional.of("holds a NUL character");
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("holds a backslash; write / between folders");
    }
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
      return Optional.of("is absolute; name it from the folder on, such as notes/today.txt");
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        return Optional.of("holds \"" + part + "\"; write the path without it");
      }
      if (part.isEmpty()) {
        return Optional.of("has a / at its end or two in a row");
      }
    }
    return Optional.empty();
  }

  private static List<String> above(String path) {
    var all = new ArrayList<String>();
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      all.add(path.substring(0, at));
    }
    return all;
  }
}
