package sandglass.program.wat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where in a WebAssembly text its parts are. Made of any text, also one that does not compile: what
 * cannot be understood is left out. Indices are those of the binary: within a kind, what is
 * imported comes first. Lines and columns count from 1, columns in characters (code points).
 */
public final class WatOutline {
  /** What an item is. */
  public enum Kind {
    /** A type; the index counts those that are written out, not those that a signature implies. */
    TYPE,
    /** A function. */
    FUNCTION,
    /** A table. */
    TABLE,
    /** A memory. */
    MEMORY,
    /** A global. */
    GLOBAL,
    /** An exception's tag. */
    TAG
  }

  /**
   * A place in the text.
   *
   * @param line from 1
   * @param column from 1
   * @param length characters on that line
   */
  public record Place(int line, int column, int length) {}

  /**
   * What an item is imported as.
   *
   * @param module the module's name
   * @param name the name in it
   */
  public record Imported(String module, String name) {}

  /**
   * One part of the module.
   *
   * @param index its index among those of its kind
   * @param name with its {@code $}; {@code ""} if it has none
   * @param exports what it is exported as
   * @param imported what it is imported as
   * @param place where its parenthesis opens, up to its name
   * @param end the line that it ends on
   */
  public record Item(
      Kind kind,
      int index,
      String name,
      List<String> exports,
      Optional<Imported> imported,
      Place place,
      int end) {
    /** Copies the exports. */
    public Item {
      exports = List.copyOf(exports);
    }
  }

  /** A word in an item's body. */
  record Word(String text, Place place) {}

  /** An item and what is in it. */
  record Part(Item item, List<Word> instructions) {}

  private final List<Part> parts;

  private WatOutline(List<Part> parts) {
    this.parts = parts;
  }

  /** The outline of a text. Takes time in proportion to it. */
  public static WatOutline of(String text) {
    return new WatOutline(new WatOutlineReader(text).read());
  }

  /** Every item, kind by kind in the order of their indices. */
  public List<Item> items() {
    return parts.stream().map(Part::item).toList();
  }

  /** The items of a kind, by index. */
  public List<Item> items(Kind kind) {
    return parts.stream().map(Part::item).filter(item -> item.kind() == kind).toList();
  }

  /** A function, by its index in the module. */
  public Optional<Item> function(int index) {
    return part(index).map(Part::item);
  }

  /** What is exported under a name. */
  public Optional<Item> exported(String name) {
    return parts.stream().map(Part::item).filter(item -> item.exports().contains(name)).findFirst();
  }

  /**
   * The instruction in a function that it must have been.
   *
   * @param function the function's index
   * @param candidate whether an instruction, such as {@code i32.div_s}, may have been it
   * @return empty if none in that function may, or several may
   */
  public Optional<Place> only(int function, Predicate<String> candidate) {
    var found =
        part(function).stream()
            .flatMap(part -> part.instructions().stream())
            .filter(word -> candidate.test(word.text()))
            .limit(2)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst().place()) : Optional.empty();
  }

  private Optional<Part> part(int function) {
    return parts.stream()
        .filter(part -> part.item().kind() == Kind.FUNCTION && part.item().index() == function)
        .findFirst();
  }
}
