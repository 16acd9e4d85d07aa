/**
 * The samples of the menu, and what each asks for. May import {@code playground.common}, {@code
 * sandbox} and javafx.base.
 */
package sandglass.playground.samples;
