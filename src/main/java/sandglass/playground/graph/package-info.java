/**
 * Fuel and memory of a run, as series to be drawn. May import {@code playground.common}, {@code
 * sandbox} and javafx.base.
 */
package sandglass.playground.graph;
