package sandglass.capsule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that a capsule holds or names. */
public sealed interface Content {
  /** No bytes. */
  Content NONE = of(new byte[0]);

  /** Bytes by value; not copied, so not to be changed. */
  static Content of(byte[] bytes) {
    return new Here(bytes);
  }

  /** A text by value, in UTF-8. */
  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** By value. In a file: {@code {"text": …}} where it is UTF-8, else {@code {"base64": …}}. */
  @SuppressWarnings("ArrayRecordComponent") // given once, read only
  record Here(byte[] bytes) implements Content {
    @Override
    public boolean equals(Object other) {
      return other instanceof Here here && Arrays.equals(bytes, here.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Here[" + HexFormat.of().formatHex(bytes, 0, Math.min(16, bytes.length)) + "…]";
    }
  }

  /**
   * By path and digest. In a file: {@code {"path": …, "sha256": …}}.
   *
   * @param path of this machine; where relative, from the capsule's folder
   * @param sha256 the digest of what it must hold, in lower-case hexadecimal
   */
  record There(String path, String sha256) implements Content {}
}
