/**
 * Modules made ready before anybody runs them: which, for how long, and what to say of it. May
 * import {@code playground.common}, {@code playground.document}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.prepare;
