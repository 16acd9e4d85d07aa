/**
 * Tabs with source text: colours, squiggles, find and replace. May import {@code playground},
 * {@code ui.common}, JavaFX and its libraries.
 */
package sandglass.ui.editor;
