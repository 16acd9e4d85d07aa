package sandglass.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static Search search(String query, boolean matchCase, boolean regex) {
    return new Search(new SearchQuery(query, matchCase, regex), Duration.ofSeconds(20));
  }

  private static List<String> hits(Search search, String text) {
    return search.find(text).hits().stream()
        .map(hit -> text.substring(hit.start(), hit.end()))
        .toList();
  }

  private static String replacedAll(Search search, String text, String replacement) {
    var edit = search.replaceAll(text, replacement).edit();
    return new StringBuilder(text).replace(edit.start(), edit.end(), edit.replacement()).toString();
  }

  @Test
  void findsWithoutRegardToCaseUnlessToldTo() {
    assertEquals(List.of("Ärger", "ärger"), hits(search("ÄRGER", false, false), "Ärger ärger"));
    assertEquals(List.of("ärger"), hits(search("ärger", true, false), "Ärger ärger"));
  }

  @Test
  void takesRegexCharactersAsTheyAreUnlessToldTo() {
    assertEquals(List.of("a.c"), hits(search("a.c", true, false), "abc a.c"));
    assertEquals(List.of("abc", "a.c"), hits(search("a.c", true, true), "abc a.c"));
  }

  @Test
  void anchorsExpressionsAtLines() {
    assertEquals(List.of("b"), hits(search("^b$", true, true), "a\nb\nab"));
  }

  @Test
  void saysWhatIsWrongWithAnExpression() {
    String problem = search("(a", true, true).find("a").problem();
    assertTrue(problem.startsWith("Not a regular expression: Unclosed group"), problem);
  }

  @Test
  void endsAnExpressionThatBacktracksForEver() {
    var search = new Search(new SearchQuery("(a+)+b", true, true), Duration.ofMillis(50));
    String text = "a".repeat(5_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertTrue(search.find(text).problem().contains("too "));
          assertTrue(search.replaceAll(text, "").problem().contains("too "));
        });
  }

  @Test
  void survivesAnExpressionTooDeepForTheStack() {
    var found = search("(a|b)*c", true, true).find("ab".repeat(1_000_000));
    assertTrue(found.problem().contains("too complex"), found.problem());
  }

  @Test
  void stopsWhenInterrupted() {
    var search = search("(x+x+)+y", true, true);
    Thread.currentThread().interrupt();
    try {
      assertTrue(search.find("x".repeat(5_000)).problem().contains("too long"));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void findsNoMoreThanCanBeShown() {
    var found = search("a", true, false).find("a".repeat(Search.MAX_HITS + 1));
    assertEquals(Search.MAX_HITS, found.hits().size());
    assertTrue(found.more());
  }

  @Test
  void findsNothingEmpty() {
    assertEquals(List.of("aa"), hits(search("a*", true, true), "baab"));
    assertEquals(List.of(), hits(search("", true, false), "a"));
  }

  @Test
  void replacesAllAlsoBeyondWhatIsShown() {
    String text = "a ".repeat(Search.MAX_HITS + 5);
    assertEquals(
        "b ".repeat(Search.MAX_HITS + 5), replacedAll(search("a", true, false), text, "b"));
  }

  @Test
  void putsGroupsInPlaceOnlyForExpressions() {
    assertEquals("ba", replacedAll(search("(a)(b)", true, true), "ab", "$2$1"));
    assertEquals("$2", replacedAll(search("ab", true, false), "ab", "$2"));
  }

  @Test
  void saysWhatIsWrongWithAReplacement() {
    String problem = search("a", true, true).replaceAll("a", "$7").problem();
    assertEquals("The replacement is wrong: No group 7", problem);
  }

  @Test
  void replacesOneHitWithWhatIsAroundItInSight() {
    var replaced = search("(?<=x)a", true, true).replaceOne("a xa", 3, 4, "b");
    assertEquals(new Edit(3, 4, "b", 4, 4), replaced.edit());
    assertEquals(0, search("a", true, true).replaceOne("b", 0, 1, "c").count());
  }
}
