/**
 * What is in a module. May import {@code playground}, {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.module;
