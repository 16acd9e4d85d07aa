package sandglass.program;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What bytes look like that are not a module. */
final class Looks {
  private record Signature(String hex, String what) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("1f8b", "a gzip archive; unpack it first"),
          new Signature("504b0304", "a zip archive; unpack it first"),
          new Signature("504b0506", "an empty zip archive"),
          new Signature("425a68", "a bzip2 archive; unpack it first"),
          new Signature("fd377a585a00", "an xz archive; unpack it first"),
          new Signature("28b52ffd", "a zstd archive; unpack it first"),
          new Signature(
              "7f454c46", "an ELF program for Linux; compile its source for wasm32-wasip1"),
          new Signature("4d5a", "a Windows program; compile its source for wasm32-wasip1"),
          new Signature("cffaedfe", "a macOS program; compile its source for wasm32-wasip1"),
          new Signature("cafebabe", "a Java class or macOS program, not WebAssembly"),
          new Signature("4243c0de", "LLVM bitcode; link it to a .wasm file first"),
          new Signature("213c617263683e", "a static library (ar archive); link it first"),
          new Signature("89504e470d0a1a0a", "a PNG image"),
          new Signature("ffd8ff", "a JPEG image"),
          new Signature("474946383", "a GIF image"),
          new Signature("255044462d", "a PDF document"),
          new Signature("53514c69746520", "an SQLite database"));

  private Looks() {}

  /** What they seem to be, as the end of the sentence {@code this is …}. */
  static String like(byte[] bytes) {
    if (bytes.length == 0) {
      return "an empty file";
    }
    String head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
    for (var signature : SIGNATURES) {
      if (head.startsWith(signature.hex())) {
        return signature.what();
      }
    }
    if (utf16(bytes).isPresent()) {
      return "text in " + utf16(bytes).get() + "; save it as UTF-8";
    }
    if (!isText(bytes)) {
      return "binary data that begins with "
          + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 4));
    }
    return text(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8));
  }

  private static String text(String head) {
    String start = head.startsWith("\uFEFF") ? head.substring(1).strip() : head.strip();
    if (start.isEmpty()) {
      return "a file of white space only";
    }
    if (start.startsWith("(") || start.startsWith(";;")) {
      return "WebAssembly text; name the file .wat";
    }
    if (start.startsWith("#!")) {
      return "a script";
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return "JSON";
    }
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)
        || start.regionMatches(true, 0, "<html", 0, 5)) {
      return "an HTML page, perhaps an error page that was downloaded in the file's place";
    }
    if (start.startsWith("version https://git-lfs")) {
      return "a Git LFS pointer; run `git lfs pull` to get the file itself";
    }
    return "text";
  }

  /** The UTF-16 encoding that the bytes seem to have. */
  static Optional<String> utf16(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (mark == 0xfffe || mark == 0xfeff) {
      return Optional.of(mark == 0xfffe ? "UTF-16 (little-endian)" : "UTF-16 (big-endian)");
    }
    int sample = Math.min(bytes.length, 256) & ~1;
    int high = 0;
    int low = 0;
    for (int i = 0; i < sample; i += 2) {
      high += bytes[i] == 0 ? 1 : 0;
      low += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (sample >= 4 && low == sample / 2 && high == 0) {
      return Optional.of("UTF-16 (little-endian)");
    }
    return sample >= 4 && high == sample / 2 && low == 0
        ? Optional.of("UTF-16 (big-endian)")
        : Optional.empty();
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
      int b = bytes[i] & 0xff;
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return invalidUtf8(Arrays.copyOf(bytes, Math.min(bytes.length, 4096))) < 0
        || bytes.length > 4096;
  }

  /** The offset of the first byte that is not UTF-8, or -1. */
  static int invalidUtf8(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, out.clear(), true);
      if (result.isUnderflow()) {
        return -1;
      }
      if (result.isError()) {
        return in.position();
      }
    }
  }
}
