package sandglass.capsule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Writes bytes, and what names them. */
final class ContentJson {
  private ContentJson() {}

  /** Into an object, by {@code text} where that is one, else {@code base64}; or by path. */
  static void put(ObjectNode object, Content content) {
    switch (content) {
      case Content.Here here -> put(object, "text", "base64", here);
      case Content.There there -> putThere(object, there);
    }
  }

  /** Into an object, by {@code base64} whatever it is; or by path. */
  static void putBinary(ObjectNode object, Content content) {
    switch (content) {
      case Content.Here here -> object.put("base64", base64(here));
      case Content.There there -> putThere(object, there);
    }
  }

  /** Into an object, by one of two keys. */
  static void put(ObjectNode object, String textKey, String base64Key, Content.Here here) {
    var text = text(here);
    if (text.isPresent()) {
      object.set(textKey, Lines.write(text.get()));
    } else {
      object.put(base64Key, base64(here));
    }
  }

  private static void putThere(ObjectNode object, Content.There there) {
    object.put("path", there.path()).put("sha256", there.sha256());
  }

  private static String base64(Content.Here here) {
    return Base64.getEncoder().encodeToString(here.bytes());
  }

  /** The bytes as text, if they are UTF-8. */
  static Optional<String> text(Content.Here here) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(here.bytes())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
