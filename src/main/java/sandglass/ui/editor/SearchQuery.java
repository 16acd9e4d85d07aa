package sandglass.ui.editor;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What to find.
 *
 * @param text the words, or a regular expression; empty finds nothing
 * @param matchCase whether large and small letters differ
 * @param regex whether {@code text} is a regular expression
 */
record SearchQuery(String text, boolean matchCase, boolean regex) {
  /**
   * What finds it.
   *
   * @throws PatternSyntaxException if it is no regular expression
   */
  Pattern pattern() {
    int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(text, flags | (regex ? Pattern.MULTILINE : Pattern.LITERAL));
  }
}
