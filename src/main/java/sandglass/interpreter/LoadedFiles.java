package sandglass.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The interpreters that were loaded last, for as long as their files look the same: reading,
 * digesting and searching 25 MB takes longer than many a script. Safe for use from any thread.
 */
final class LoadedFiles {
  /** Each holds its module. */
  private static final int MAX = 3;

  /** What a file looks like from outside. */
  private record Look(Path file, long bytes, FileTime modified, Object key) {}

  private final Map<Look, Interpreter> loaded = new LinkedHashMap<>(8, 0.75f, true);

  /** Reads a file. */
  @FunctionalInterface
  interface Loading {
    Interpreter load() throws InterpreterException;
  }

  Interpreter get(String file, long maxBytes, Loading loading) throws InterpreterException {
    try {
      return get(Path.of(file), maxBytes, loading);
    } catch (InvalidPathException e) {
      return loading.load(); // which says what is wrong
    }
  }

  Interpreter get(Path file, long maxBytes, Loading loading) throws InterpreterException {
    Look look;
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      look =
          new Look(
              file.toAbsolutePath(),
              attributes.size(),
              attributes.lastModifiedTime(),
              attributes.fileKey());
    } catch (IOException | SecurityException e) {
      return loading.load();
    }
    if (look.bytes() > maxBytes) {
      return loading.load();
    }
    Interpreter known = find(look);
    if (known != null) {
      return known;
    }
    Interpreter fresh = loading.load();
    keep(look, fresh);
    return fresh;
  }

  private synchronized Interpreter find(Look look) {
    return loaded.get(look);
  }

  private synchronized void keep(Look look, Interpreter interpreter) {
    loaded.put(look, interpreter);
    if (loaded.size() > MAX) {
      loaded.remove(loaded.keySet().iterator().next());
    }
  }
}
