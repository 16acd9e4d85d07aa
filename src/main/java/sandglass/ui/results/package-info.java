/**
 * What a run did: WASI calls, files, what is wrong with the text, what is not as expected; and runs
 * that were recorded. May import {@code playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.results;
