package sandglass.playground.document;

/** Builds for tests that have no compiler behind their documents. */
public final class TestBuilds {
  private TestBuilds() {}

  /** Gives the document what came of compiling it. */
  public static void built(Document document, Build build) {
    document.built(build);
  }
}
