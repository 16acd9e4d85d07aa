package sandglass.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the colours of one text are, and which of its brackets belong together. Immutable; offsets
 * are UTF-16 units. Built in the background, read on the FX thread.
 */
final class Highlight {
  /** A text without colours. */
  static final Highlight NONE = new Builder().build();

  /** The partner of a bracket that has none. */
  static final int ALONE = -1;

  /** The partner of what is no bracket. */
  static final int NO_BRACKET = -2;

  private final int[] starts;
  private final int[] ends;
  private final String[] styles;
  private final int[] brackets;
  private final int[] partners;

  private Highlight(Builder builder) {
    starts = Arrays.copyOf(builder.starts, builder.count);
    ends = Arrays.copyOf(builder.ends, builder.count);
    styles = builder.styles.toArray(new String[0]);
    brackets = Arrays.copyOf(builder.brackets, builder.bracketCount);
    partners = Arrays.copyOf(builder.partners, builder.bracketCount);
  }

  /** The coloured ranges that lie in part or whole between two offsets, in order, cut to them. */
  List<Mark> between(int from, int to) {
    var found = new ArrayList<Mark>();
    int at = Arrays.binarySearch(ends, from);
    for (int i = at < 0 ? -at - 1 : at + 1; i < starts.length && starts[i] < to; i++) {
      found.add(new Mark(Math.max(from, starts[i]), Math.min(to, ends[i]), styles[i]));
    }
    return found;
  }

  /** Where the bracket at an offset has its partner; {@link #ALONE}, {@link #NO_BRACKET}. */
  int partner(int offset) {
    int at = Arrays.binarySearch(brackets, offset);
    return at < 0 ? NO_BRACKET : partners[at];
  }

  /** Takes coloured ranges and brackets in the order of the text. */
  static final class Builder {
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final List<String> styles = new ArrayList<>();
    private int count;
    private int[] brackets = new int[64];
    private int[] partners = new int[64];
    private char[] closers = new char[64];
    private int bracketCount;
    private final List<Integer> open = new ArrayList<>();

    /** Colours a range; it begins where the last one ended, or later. */
    void colour(String style, int start, int end) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = start;
      ends[count] = end;
      styles.add(style);
      count++;
    }

    /** An opening bracket that one character closes. */
    void open(int offset, char closer) {
      add(offset);
      closers[bracketCount - 1] = closer;
      open.add(bracketCount - 1);
    }

    /** A closing bracket; closes the last one that is open if that is of its kind. */
    void close(int offset, char closer) {
      add(offset);
      int last = open.isEmpty() ? -1 : open.getLast();
      if (last >= 0 && closers[last] == closer) {
        open.removeLast();
        partners[last] = offset;
        partners[bracketCount - 1] = brackets[last];
      }
    }

    private void add(int offset) {
      if (bracketCount == brackets.length) {
        brackets = Arrays.copyOf(brackets, bracketCount * 2);
        partners = Arrays.copyOf(partners, bracketCount * 2);
        closers = Arrays.copyOf(closers, bracketCount * 2);
      }
      brackets[bracketCount] = offset;
      partners[bracketCount] = ALONE;
      bracketCount++;
    }

    Highlight build() {
      return new Highlight(this);
    }
  }
}
