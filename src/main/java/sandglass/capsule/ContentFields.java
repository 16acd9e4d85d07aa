package sandglass.capsule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sandglass.data.Fields;

/** Reads bytes, and what names them. */
final class ContentFields {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");

  private ContentFields() {}

  /**
   * Which one of several fields is there; none, and a problem, where there is not exactly one.
   *
   * @param keys all become known
   */
  static Optional<String> one(Fields fields, String... keys) {
    List<String> there = Stream.of(keys).filter(fields::has).toList();
    for (String key : keys) {
      fields.node(key);
    }
    if (there.size() == 1) {
      return Optional.of(there.getFirst());
    }
    fields.problem(
        there.isEmpty()
            ? "needs one of " + String.join(", ", keys)
            : "has " + String.join(" and ", there) + "; leave all but one of them out");
    return Optional.empty();
  }

  /**
   * Bytes by value or by path and digest.
   *
   * @param keys which ways are allowed: {@code text}, {@code base64}, {@code path}
   */
  static Optional<Content> read(Fields fields, String... keys) {
    var key = one(fields, keys);
    if (key.isEmpty()) {
      fields.node("sha256");
      return Optional.empty();
    }
    if (key.get().equals("path")) {
      return There.read(fields).map(there -> new Content.There(there.path(), there.sha256()));
    }
    noDigest(fields);
    return here(fields, key.get(), key.get().equals("text")).map(content -> content);
  }

  /** What is by value needs no digest. */
  static void noDigest(Fields fields) {
    fields.node("sha256");
    if (fields.has("sha256")) {
      fields.problem("sha256", "is for a path; leave it out");
    }
  }

  /** Bytes by value. */
  static Optional<Content.Here> here(Fields fields, String key, boolean text) {
    var found = Lines.read(fields, key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (text) {
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(found.get())) {
        fields.problem(
            key, "has half of a surrogate pair, which is no text; give the bytes as base64");
        return Optional.empty();
      }
      return Optional.of(new Content.Here(found.get().getBytes(StandardCharsets.UTF_8)));
    }
    try {
      String digits = SPACE.matcher(found.get()).replaceAll("");
      return Optional.of(new Content.Here(Base64.getDecoder().decode(digits)));
    } catch (IllegalArgumentException e) {
      fields.problem(key, "is not base64: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A digest in lower-case hexadecimal; empty where there is none, or a wrong one. */
  static Optional<String> digest(Fields fields, String key) {
    var text = fields.text(key);
    if (text.isPresent() && !SHA256.matcher(text.get()).matches()) {
      fields.problem(key, "is no SHA-256 digest; it has 64 hexadecimal digits");
      return Optional.empty();
    }
    return text.map(digits -> digits.toLowerCase(Locale.ROOT));
  }

  /** Something by path and digest. */
  record There(String path, String sha256) {
    static Optional<There> read(Fields fields) {
      String path = fields.requiredText("path");
      if (fields.has("path") && (path.isEmpty() || path.indexOf('\0') >= 0)) {
        fields.problem("path", "is no path");
      }
      if (!fields.has("sha256")) {
        fields.requiredText("sha256");
        return Optional.empty();
      }
      return digest(fields, "sha256").map(digits -> new There(path, digits));
    }
  }
}
