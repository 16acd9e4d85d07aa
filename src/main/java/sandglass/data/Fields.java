package sandglass.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sandglass.program.NearMiss;

/**
 * An object's fields, read one after the other. What is missing or of the wrong type is a {@link
 * Problem} and reads as empty, so that one reading finds everything that is wrong; {@link #end}
 * makes problems of the keys that nobody asked for. Belongs to one thread.
 */
public final class Fields {
  private final Node.Tree tree;
  private final String path;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(Node.Tree tree, String path, Problems problems) {
    this.tree = tree;
    this.path = path;
    this.problems = problems;
  }

  /** The fields of a whole file or message; without any, and a problem, if it is no object. */
  public static Fields of(Node root, Problems problems) {
    return of(root, "", problems);
  }

  /**
   * The fields of an object within.
   *
   * @param path where it is, such as {@code parameters}
   */
  public static Fields of(Node node, String path, Problems problems) {
    if (node instanceof Node.Tree tree) {
      return new Fields(tree, path, problems);
    }
    problems.add(node.place(), path, "must be an object, not " + node.kind());
    return new Fields(new Node.Tree(node.place(), Map.of()), path, problems);
  }

  /** What is wrong with the whole file or message, as far as it was read. */
  public Problems problems() {
    return problems;
  }

  /** Where the object begins. */
  public Place place() {
    return tree.place();
  }

  /** Where a key stands, or the object if it has no such key. */
  public Place place(String key) {
    var field = tree.fields().get(key);
    return field == null ? tree.place() : field.place();
  }

  /** Whether there is a value, {@code null} not counted. Does not make the key a known one. */
  public boolean has(String key) {
    var field = tree.fields().get(key);
    return field != null && !(field.value() instanceof Node.Nothing);
  }

  /** The keys as they stand. */
  public Set<String> keys() {
    return tree.fields().keySet();
  }

  /** The full name of a field: {@code world.clock}. */
  public String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Says that something is wrong with a field. */
  public void problem(String key, String message) {
    var field = tree.fields().get(key);
    var place = field == null ? tree.place() : field.value().place();
    problems.add(place.line() == 0 ? place(key) : place, path(key), message);
  }

  /** Says that something is wrong with the object. */
  public void problem(String message) {
    problems.add(tree.place(), path, message);
  }

  /** Any value. */
  public Optional<Node> node(String key) {
    known.add(key);
    return has(key) ? Optional.of(tree.fields().get(key).value()) : Optional.empty();
  }

  private <T extends Node> Optional<T> node(String key, Class<T> type, String wanted) {
    var found = node(key);
    if (found.isPresent() && !type.isInstance(found.get())) {
      problem(key, "must be " + wanted + ", not " + found.get().kind());
      return Optional.empty();
    }
    return found.map(type::cast);
  }

  /** A text. */
  public Optional<String> text(String key) {
    return node(key, Node.Text.class, "a text").map(Node.Text::value);
  }

  /** A text that must be there; {@code ""} and a problem if not. */
  public String requiredText(String key) {
    if (!has(key)) {
      known.add(key);
      problems.add(tree.place(), path(key), "is missing");
    }
    return text(key).orElse("");
  }

  /** True or false. */
  public Optional<Boolean> flag(String key) {
    return node(key, Node.Flag.class, "true or false").map(Node.Flag::value);
  }

  /**
   * A whole number.
   *
   * @param min the least allowed
   * @param max the greatest allowed
   */
  public Optional<Long> integer(String key, long min, long max) {
    return node(key, Node.Decimal.class, "a whole number")
        .flatMap(number -> integer(key, number.value(), min, max));
  }

  private Optional<Long> integer(String key, BigDecimal value, long min, long max) {
    // First by size: the digits of 1e999999999 would fill the memory.
    boolean small = value.signum() == 0 || value.precision() - (long) value.scale() <= 20;
    if (!small
        || value.compareTo(BigDecimal.valueOf(min)) < 0
        || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      problem(key, String.format(Locale.ROOT, "must be between %,d and %,d", min, max));
      return Optional.empty();
    }
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
      problem(key, "must be a whole number, not " + value.toString());
      return Optional.empty();
    }
    return Optional.of(value.longValue());
  }

  /**
   * A number, whole or not.
   *
   * @param above it must be greater than this
   * @param max the greatest allowed
   */
  public Optional<BigDecimal> decimal(String key, long above, long max) {
    var number = node(key, Node.Decimal.class, "a number").map(Node.Decimal::value);
    if (number.isEmpty()) {
      return number;
    }
    BigDecimal value = number.get();
    // The scale as well: comparing 1e-999999999 would write its digits out.
    boolean small = value.signum() == 0 || value.precision() - (long) value.scale() <= 20;
    if (!small
        || value.scale() > 1_000
        || value.compareTo(BigDecimal.valueOf(above)) <= 0
        || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      problem(key, String.format(Locale.ROOT, "must be above %,d and at most %,d", above, max));
      return Optional.empty();
    }
    return number;
  }

  /** One of an enum's constants, in lower case with {@code -} or {@code _} between its words. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    var text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String wanted = text.get().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return Optional.of(constant);
      }
    }
    String all =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    problem(key, "must be one of " + all + ", not \"" + text.get() + "\"");
    return Optional.empty();
  }

  /** A list of texts; empty where there is none. */
  public List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Item item : items(key)) {
      if (item.node() instanceof Node.Text text) {
        texts.add(text.value());
      } else {
        problems.add(item.node().place(), item.path(), "must be a text, not " + item.node().kind());
      }
    }
    return texts;
  }

  /** An object whose values are texts; empty where there is none. */
  public Map<String, String> textMap(String key) {
    var map = new LinkedHashMap<String, String>();
    object(key)
        .ifPresent(
            inner -> {
              for (String name : inner.keys()) {
                inner.text(name).ifPresent(value -> map.put(name, value));
              }
            });
    return map;
  }

  /** An object. */
  public Optional<Fields> object(String key) {
    return node(key, Node.Tree.class, "an object")
        .map(inner -> new Fields(inner, path(key), problems));
  }

  /** A list of objects; empty where there is none. */
  public List<Fields> objects(String key) {
    return items(key).stream().map(item -> of(item.node(), item.path(), problems)).toList();
  }

  /**
   * One of a list.
   *
   * @param path its full name: {@code wasi.allowed_paths[0]}
   */
  public record Item(String path, Node node) {}

  /** The items of a list, of any kind; empty where there is none. */
  public List<Item> items(String key) {
    var list = node(key, Node.Items.class, "a list");
    var items = new ArrayList<Item>();
    list.ifPresent(
        found -> {
          for (int i = 0; i < found.values().size(); i++) {
            items.add(new Item(path(key) + "[" + i + "]", found.values().get(i)));
          }
        });
    return items;
  }

  /** Says of each key that was not asked for that it is unknown, and what may have been meant. */
  public void end() {
    for (var entry : tree.fields().entrySet()) {
      if (!known.contains(entry.getKey())) {
        String near = NearMiss.of(entry.getKey(), known);
        String what = near.isEmpty() ? "; known are " + String.join(", ", known) : near;
        problems.add(entry.getValue().place(), path(entry.getKey()), "is not known" + what);
      }
    }
  }
}
