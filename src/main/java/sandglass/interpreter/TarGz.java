package sandglass.interpreter;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads one file out of a gzipped tar archive. Nothing is written, so no name in the archive can
 * lead anywhere; how much is read is bounded, whatever the archive says.
 */
final class TarGz {
  private static final int BLOCK = 512;
  private static final int NAME_BYTES = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_BYTES = 12;
  private static final int TYPE_AT = 156;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_BYTES = 155;
  private static final int CHUNK = 1 << 16;

  private TarGz() {}

  /**
   * A file's content.
   *
   * @param archive the archive
   * @param path the file's name in it
   * @param maxBytes the most that it may have
   * @param progress told how many bytes of it were read
   * @return empty if there is no such file
   * @throws IOException if it is no such archive, or the file is larger
   */
  static Optional<byte[]> file(Path archive, String path, int maxBytes, LongConsumer progress)
      throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), CHUNK)) {
      long budget = 8L * maxBytes + (64L << 20); // of what lies before it
      while (true) {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length < BLOCK || isEmpty(header)) {
          return Optional.empty();
        }
        long size = size(header);
        budget -= BLOCK + size;
        if (size < 0 || budget < 0) {
          throw new IOException("the archive holds more than it should");
        }
        boolean isFile = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
        if (isFile && name(header).equals(path)) {
          if (size > maxBytes) {
            throw new IOException(path + " has " + size + " bytes, more than expected");
          }
          return Optional.of(read(in, (int) size, progress));
        }
        in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    }
  }

  private static byte[] read(InputStream in, int size, LongConsumer progress) throws IOException {
    var content = new byte[size];
    for (int at = 0; at < size; ) {
      if (Thread.interrupted()) {
        throw new InterruptedIOException("cancelled");
      }
      int count = in.read(content, at, Math.min(CHUNK, size - at));
      if (count < 0) {
        throw new EOFException("the archive ends in the middle");
      }
      at += count;
      progress.accept(at);
    }
    return content;
  }

  private static boolean isEmpty(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, NAME_BYTES);
    String prefix = text(header, PREFIX_AT, PREFIX_BYTES);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static long size(byte[] header) throws IOException {
    String digits = text(header, SIZE_AT, SIZE_BYTES).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("not a tar archive", e);
    }
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }
}
