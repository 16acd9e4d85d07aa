/**
 * Interpreters as the window knows them: which there are, how they come, and what waits for a
 * script. May import {@code playground.common}, {@code playground.document}, {@code settings} and
 * the engine packages.
 */
package sandglass.playground.interpreter;
