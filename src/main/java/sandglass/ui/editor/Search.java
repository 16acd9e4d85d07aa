package sandglass.ui.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;

/**
 * Finds and replaces in a text. Pure; for the background. Ends within a bounded time, and soon
 * after its thread is interrupted, whatever the expression. What is empty is never found.
 */
final class Search {
  /** Most hits that are shown. */
  static final int MAX_HITS = 10_000;

  private static final int MAX_RESULT = 64 << 20;
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final String STYLE = "code-search";

  /**
   * What was found.
   *
   * @param hits from first to last, at most {@value #MAX_HITS}
   * @param more whether there are more
   * @param problem why nothing could be found; empty if nothing went wrong
   */
  record Found(List<Mark> hits, boolean more, String problem) {
    static final Found NOTHING = new Found(List.of(), false, "");

    Found {
      hits = List.copyOf(hits);
    }
  }

  /**
   * What replacing comes to.
   *
   * @param edit the change that makes it; its selection is what was put in
   * @param count how many hits it replaces; 0 for no change
   * @param problem why it cannot be done; empty if nothing went wrong
   */
  record Replaced(Edit edit, int count, String problem) {
    private static Replaced none(String problem) {
      return new Replaced(new Edit(0, 0, "", 0, 0), 0, problem);
    }
  }

  private final SearchQuery query;
  private final Duration time;

  Search(SearchQuery query) {
    this(query, TIME);
  }

  Search(SearchQuery query, Duration time) {
    this.query = query;
    this.time = time;
  }

  /** Finds all hits. */
  Found find(String text) {
    if (query.text().isEmpty()) {
      return Found.NOTHING;
    }
    return bounded(
        () -> {
          var bound = new BoundedText(text, time);
          var matcher = query.pattern().matcher(bound);
          var hits = new ArrayList<Mark>();
          while (matcher.find()) {
            bound.check();
            if (matcher.end() > matcher.start()) {
              if (hits.size() == MAX_HITS) {
                return new Found(hits, true, "");
              }
              hits.add(new Mark(matcher.start(), matcher.end(), STYLE));
            }
          }
          return new Found(hits, false, "");
        },
        problem -> new Found(List.of(), false, problem));
  }

  /** Replaces the hit that is exactly here; nothing if there is none. */
  Replaced replaceOne(String text, int start, int end, String replacement) {
    return bounded(
        () -> {
          var matcher = query.pattern().matcher(new BoundedText(text, time));
          if (!matcher.find(start) || matcher.start() != start || matcher.end() != end) {
            return Replaced.none("");
          }
          var all = new StringBuilder();
          matcher.appendReplacement(all, expansion(replacement));
          String with = all.substring(start);
          int after = start + with.length();
          return new Replaced(new Edit(start, end, with, after, after), 1, "");
        },
        Replaced::none);
  }

  /** Replaces all hits, also those beyond {@value #MAX_HITS}. */
  Replaced replaceAll(String text, String replacement) {
    if (query.text().isEmpty()) {
      return Replaced.none("");
    }
    return bounded(
        () -> {
          var bound = new BoundedText(text, time);
          var matcher = query.pattern().matcher(bound);
          String with = expansion(replacement);
          var result = new StringBuilder();
          int first = -1;
          int last = 0;
          int count = 0;
          while (matcher.find()) {
            bound.check();
            if (matcher.end() > matcher.start()) {
              first = first < 0 ? matcher.start() : first;
              last = matcher.end();
              count++;
              matcher.appendReplacement(result, with);
              if (result.length() > MAX_RESULT) {
                return Replaced.none("The text would become too large");
              }
            }
          }
          if (count == 0) {
            return Replaced.none("");
          }
          String middle = result.substring(first);
          int after = first + middle.length();
          return new Replaced(new Edit(first, last, middle, after, after), count, "");
        },
        Replaced::none);
  }

  private String expansion(String replacement) {
    return query.regex() ? replacement : Matcher.quoteReplacement(replacement);
  }

  private interface Work<T> {
    T run();
  }

  // The kinds of failure that an expression from a person can bring about.
  private static <T> T bounded(Work<T> work, Function<String, T> failed) {
    try {
      return work.run();
    } catch (PatternSyntaxException e) {
      String place = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
      return failed.apply("Not a regular expression: " + e.getDescription() + place);
    } catch (BoundedText.OutOfTime e) {
      return failed.apply("This expression takes too long here: make it simpler");
    } catch (StackOverflowError e) {
      return failed.apply("This expression is too complex for this text: make it simpler");
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return failed.apply("The replacement is wrong: " + e.getMessage());
    }
  }
}
