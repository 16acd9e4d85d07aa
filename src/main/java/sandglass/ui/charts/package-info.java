/**
 * Fuel and memory over time. May import {@code playground}, {@code ui.common}, JavaFX and its
 * libraries.
 */
package sandglass.ui.charts;
