package sandglass.playground.output;

import java.util.Arrays;

/**
 * The newest lines of an output, bounded in lines and characters: what is too much goes at the
 * front, and is counted. A line that was broken because of its length goes on in the next one.
 */
final class LineRing {
  private final int maxLines;
  private final int maxChars;

  // A line's bytes, its end included; their complement where it goes on in the next line.
  private long[] bytes = new long[16];
  private String[] texts = new String[16];
  private int head;
  private int count;
  private int chars;
  private long droppedLines;
  private long droppedBytes;

  LineRing(int maxLines, int maxChars) {
    this.maxLines = maxLines;
    this.maxChars = maxChars;
  }

  int count() {
    return count;
  }

  int chars() {
    return chars;
  }

  long droppedLines() {
    return droppedLines;
  }

  long droppedBytes() {
    return droppedBytes;
  }

  /** The line at an index from 0, the oldest. */
  String text(int index) {
    return texts[slot(index)];
  }

  /** Whether the line at an index was broken, and the next is its continuation. */
  boolean goesOn(int index) {
    return bytes[slot(index)] < 0;
  }

  void add(String text, long size, boolean goesOn) {
    append(text, goesOn ? ~size : size);
  }

  private void append(String text, long size) {
    if (count == texts.length) {
      grow();
    }
    int slot = slot(count);
    texts[slot] = text;
    bytes[slot] = size;
    count++;
    chars += text.length();
    while (count > maxLines || chars > maxChars) {
      drop();
    }
  }

  /** Takes what came after this, and what was already dropped of that. */
  void addAll(LineRing later) {
    if (later.droppedLines > 0) {
      while (count > 0) {
        drop(); // or there would be a gap
      }
      droppedLines += later.droppedLines;
      droppedBytes += later.droppedBytes;
    }
    for (int i = 0; i < later.count; i++) {
      int slot = later.slot(i);
      append(later.texts[slot], later.bytes[slot]);
    }
  }

  /** All lines, for another thread. */
  String[] copyTexts() {
    var copy = new String[count];
    for (int i = 0; i < count; i++) {
      copy[i] = text(i);
    }
    return copy;
  }

  /** Of all lines, whether they go on; for another thread. */
  boolean[] copyGoesOn() {
    var copy = new boolean[count];
    for (int i = 0; i < count; i++) {
      copy[i] = goesOn(i);
    }
    return copy;
  }

  private void drop() {
    long size = bytes[head];
    chars -= texts[head].length();
    texts[head] = null;
    head = (head + 1) % texts.length;
    count--;
    droppedLines++;
    droppedBytes += size < 0 ? ~size : size;
  }

  private int slot(int index) {
    int slot = head + index;
    return slot < texts.length ? slot : slot - texts.length;
  }

  private void grow() {
    var older = texts;
    var olderBytes = bytes;
    texts = Arrays.copyOfRange(older, head, head + 2 * count);
    bytes = Arrays.copyOfRange(olderBytes, head, head + 2 * count);
    System.arraycopy(older, 0, texts, count - head, head);
    System.arraycopy(olderBytes, 0, bytes, count - head, head);
    head = 0;
  }
}
