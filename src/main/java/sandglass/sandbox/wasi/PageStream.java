package sandglass.sandbox.wasi;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** Reads the pages of a file, without copying them; a page that is null holds zeros. */
final class PageStream extends InputStream {
  private final byte[][] pages;
  private final long size;
  private long position;

  PageStream(byte[][] pages, long size) {
    this.pages = pages;
    this.size = size;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    int start = (int) (position % FileContent.PAGE);
    int count = (int) Math.min(Math.min(length, FileContent.PAGE - start), size - position);
    int index = Math.toIntExact(position / FileContent.PAGE);
    if (index < pages.length && pages[index] != null) {
      System.arraycopy(pages[index], start, bytes, offset, count);
    } else {
      Arrays.fill(bytes, offset, offset + count, (byte) 0);
    }
    position += count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, size - position);
  }
}
