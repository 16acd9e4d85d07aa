/**
 * What a run may use. May import {@code playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.limits;
