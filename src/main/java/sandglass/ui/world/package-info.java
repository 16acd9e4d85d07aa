/**
 * What a guest can see. May import {@code playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.world;
