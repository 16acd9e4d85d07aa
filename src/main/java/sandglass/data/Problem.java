package sandglass.data;

/**
 * One thing wrong with a file or a message.
 *
 * @param place where
 * @param path the field, such as {@code world.folders[0].guest}; {@code ""} for the whole
 * @param message what is wrong and what to do, without place and field
 */
public record Problem(Place place, String path, String message) {
  /** One line: {@code capsule.json:3:12: error: limits.fuel: must be …}. */
  public String line(String name) {
    var text = new StringBuilder(name);
    if (place.line() > 0) {
      text.append(':').append(place.line()).append(':').append(place.column()).append(": error");
    }
    text.append(": ");
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    return text.append(message).toString();
  }
}
