package sandglass.playground.document;

/**
 * A place in a document.
 *
 * @param document where
 * @param line from 1
 * @param column in characters (code points), from 1
 * @param length characters to select on that line; 0 for none
 */
public record Place(Document document, int line, int column, int length) {}
