/**
 * What a run did: WASI calls, files, and what is wrong with the text. May import {@code
 * playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.results;
