/**
 * What a person sees of interpreters: which one runs Python, how it is got, and what waits. May
 * import {@code playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.interpreter;
